"""All of a selection, streamed: memory holds one batch, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, case, func, select

from bayan.queries.copies import more_sources
from bayan.queries.filters import articles_where, named_where, of_article, one_of, read_filters, statements_where
from bayan.queries.public_ids import public_id
from bayan.queries.rows import ArticleRecord, FoundMention, StatementRow
from bayan.queries.selection import Selection
from bayan.queries.statement_rows import read_statements
from bayan.queries.statements import statement_order
from bayan.records import Span
from bayan.store import Store, codes, dialects, keys, tables

_BATCH = 500
_first = tables.article.alias("first")
_article, _text, _actor, _mention = tables.article, tables.article_text, tables.actor, tables.mention


def iter_statements(store: Store, selection: Selection) -> Iterator[StatementRow]:
    """Every selected statement in the order of ``statements``, from one view of the store."""
    with store.read() as connection:
        filters = read_filters(connection, selection)
        order = [column.desc() for column in statement_order(filters)]
        wanted = select(tables.statement.c.id).where(*statements_where(filters)).order_by(*order)
        for found in _batches(connection, wanted):
            yield from read_statements(connection, found)


def iter_articles(store: Store, selection: Selection) -> Iterator[ArticleRecord]:
    """Every selected article in the order of ``articles``, from one view of the store."""
    with store.read() as connection:
        key, where = articles_where(read_filters(connection, selection))
        for found in _batches(connection, select(key).where(*where).order_by(key.desc())):
            rows = connection.execute(_RECORDS.where(_article.c.id.in_(found)).order_by(_article.c.id.desc()))
            also = more_sources(connection, found)
            yield from (_read_record(row, also.get(row.id, ())) for row in rows)


def iter_mentions(store: Store, selection: Selection) -> Iterator[FoundMention]:
    """Every selected mention, newest article first, in reading order within it, from one view of the store."""
    with store.read() as connection:
        filters = read_filters(connection, selection)
        key = tables.actor_article.c.article_id
        wanted = select(key).distinct().where(*named_where(filters)).order_by(key.desc())
        chosen = one_of(_mention.c.actor_id, filters.actors)
        order = (_mention.c.article_id.desc(), _mention.c.field, _mention.c.start, _mention.c.actor_id)
        for found in _batches(connection, wanted):
            rows = connection.execute(_MENTIONS.where(_mention.c.article_id.in_(found), *chosen).order_by(*order))
            yield from map(_read_mention, rows)


def _batches(connection: Connection, wanted: Any) -> Iterator[Sequence[int]]:
    """The keys that a select gives, in batches."""
    found = dialects.stream(connection, wanted)
    while batch := list(islice(found, _BATCH)):
        yield batch


_RECORDS = (
    select(
        _article,
        _text,
        tables.outlet.c.name.label("outlet"),
        select(func.count())
        .where(of_article(_article.c.id, tables.statement.c.id))
        .scalar_subquery()
        .label("statements"),
        select(func.coalesce(func.sum(tables.actor_article.c.n), 0))
        .where(tables.actor_article.c.article_id == _article.c.id)
        .scalar_subquery()
        .label("mentions"),
        _first.c.hash.label("wire_hash"),
    )
    .join_from(_article, _text, _text.c.id == _article.c.id)
    .join(tables.outlet, tables.outlet.c.id == _article.c.outlet_id)
    .outerjoin(tables.wire, tables.wire.c.article_id == _article.c.id)
    .outerjoin(_first, _first.c.id == tables.wire.c.first_id)
)


def _read_record(row: Row[Any], also: tuple[str, ...]) -> ArticleRecord:
    return ArticleRecord(
        id=public_id(row.hash),
        outlet=row.outlet,
        url=row.url,
        title=row.title,
        author=row.author,
        published=keys.day_of(row.day),
        published_at=datetime.fromisoformat(row.published_at) if row.published_at else None,
        published_basis=row.published_basis,
        language=row.language,
        body=row.body,
        source=row.source,
        statements=row.statements,
        mentions=row.mentions,
        wire_group=public_id(row.wire_hash) if row.wire_hash else None,
        also_from=also,
    )


_TITLE = _mention.c.field == codes.FIELDS.number("title")
_MENTIONS = (
    select(
        _mention,
        _article.c.hash,
        _article.c.url,
        _article.c.title,
        _article.c.day,
        tables.outlet.c.name.label("outlet"),
        func.substr(
            case((_TITLE, _article.c.title), else_=_text.c.body),
            _mention.c.start + 1,
            _mention.c.stop - _mention.c.start,
        ).label("text"),
        _actor.c.key,
        _actor.c.name_ar,
        _actor.c.name_en,
        _actor.c.kind,
    )
    .join_from(_mention, _article, _article.c.id == _mention.c.article_id)
    .join(_text, _text.c.id == _article.c.id)
    .join(tables.outlet, tables.outlet.c.id == _article.c.outlet_id)
    .join(_actor, _actor.c.id == _mention.c.actor_id)
)


def _read_mention(row: Row[Any]) -> FoundMention:
    return FoundMention(
        article_id=public_id(row.hash),
        outlet=row.outlet,
        url=row.url,
        title=row.title,
        published=keys.day_of(row.day),
        field=codes.FIELDS.word(row.field),
        span=Span(row.start, row.stop),
        text=row.text,
        actor_id=row.key,
        name_ar=row.name_ar,
        name_en=row.name_en,
        kind=codes.SPEAKER_KINDS.word(row.kind),
    )
