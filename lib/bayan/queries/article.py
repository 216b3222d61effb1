"""One article, whole, with what was found in it."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from bayan.queries.public_ids import article_key, public_id
from bayan.queries.rows import ArticleView, MentionRow
from bayan.queries.statement_rows import read_statements_of
from bayan.records import Span
from bayan.store import Store, codes, dialects, keys, tables

_article, _text, _mention, _actor = tables.article, tables.article_text, tables.mention, tables.actor
_WHOLE = (
    select(_article, _text, tables.outlet.c.name.label("outlet"))
    .join_from(_article, _text, _text.c.id == _article.c.id)
    .join(tables.outlet, tables.outlet.c.id == _article.c.outlet_id)
    .where(_article.c.id == bindparam("key"))
)
_MENTIONS = (
    select(_mention.c.field, _mention.c.start, _mention.c.stop, _actor.c.key, _actor.c.name_ar, _actor.c.name_en)
    .join_from(_mention, _actor, _actor.c.id == _mention.c.actor_id)
    .where(_mention.c.article_id == bindparam("key"))
    .order_by(_mention.c.field, _mention.c.start, _mention.c.actor_id)
)


def article(store: Store, article_id: str) -> ArticleView | None:
    """The article with this id, its statements and mentions in reading order."""
    with store.read() as connection, dialects.planned_once(connection):
        key = article_key(connection, article_id)
        if key is None:
            return None
        row = connection.execute(_WHOLE, {"key": key}).one()
        mentions = _read_mentions(connection, key)
        return ArticleView(
            id=public_id(row.hash),
            outlet=row.outlet,
            title=row.title,
            body=row.body,
            published=keys.day_of(row.day),
            published_basis=row.published_basis,
            url=row.url,
            author=row.author,
            source=row.source,
            statements=tuple(read_statements_of(connection, key)),
            mentions=mentions,
        )


def _read_mentions(connection: Connection, key: int) -> tuple[MentionRow, ...]:
    return tuple(
        MentionRow(codes.FIELDS.word(field), Span(start, stop), actor, name_ar, name_en)
        for field, start, stop, actor, name_ar, name_en in connection.execute(_MENTIONS, {"key": key})
    )
