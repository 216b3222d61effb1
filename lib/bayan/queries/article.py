"""One article, whole, with what was found in it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bayan.queries.public_ids import article_key, public_id
from bayan.queries.rows import ArticleView, MentionRow
from bayan.queries.statement_rows import read_statements
from bayan.records import Span
from bayan.store import Store, codes, keys, tables

_article, _text = tables.article, tables.article_text


def article(store: Store, article_id: str) -> ArticleView | None:
    """The article with this id, its statements and mentions in reading order."""
    with store.read() as connection:
        key = article_key(connection, article_id)
        if key is None:
            return None
        row = connection.execute(
            select(_article, _text, tables.outlet.c.name.label("outlet"))
            .join_from(_article, _text, _text.c.id == _article.c.id)
            .join(tables.outlet, tables.outlet.c.id == _article.c.outlet_id)
            .where(_article.c.id == key)
        ).one()
        statement = tables.statement.c.id
        inside = statement.between(*keys.statement_keys(row.id, row.id))
        found = connection.execute(select(statement).where(inside).order_by(statement)).scalars().all()
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
            statements=tuple(read_statements(connection, found)),
            mentions=_read_mentions(connection, row.id),
        )


def _read_mentions(connection: Connection, key: int) -> tuple[MentionRow, ...]:
    mention, actor = tables.mention, tables.actor
    rows = connection.execute(
        select(mention, actor.c.key, actor.c.name_ar, actor.c.name_en)
        .join_from(mention, actor, actor.c.id == mention.c.actor_id)
        .where(mention.c.article_id == key)
        .order_by(mention.c.field, mention.c.start, mention.c.actor_id)
    )
    return tuple(
        MentionRow(codes.FIELDS.word(row.field), Span(row.start, row.stop), row.key, row.name_ar, row.name_en)
        for row in rows
    )
