"""What repeats an article or a statement: near copies, the same words elsewhere, and the sources of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from bayan.queries.public_ids import article_key, public_id, statement_key
from bayan.queries.rows import Copy, StatementRow
from bayan.queries.statement_rows import read_statements
from bayan.store import Store, keys, tables

_article, _wire, _quote = tables.article, tables.wire, tables.quote


def copies(store: Store, article_id: str) -> tuple[Copy, ...]:
    """The near copies of an article, the first published before the others, undated ones last."""
    with store.read() as connection:
        key = article_key(connection, article_id)
        first = select(_wire.c.first_id).where(_wire.c.article_id == key).scalar_subquery()
        rows = connection.execute(
            select(_article, tables.outlet.c.name.label("outlet"), _wire.c.first_id)
            .join_from(_wire, _article, _article.c.id == _wire.c.article_id)
            .join(tables.outlet, tables.outlet.c.id == _article.c.outlet_id)
            .where(_wire.c.first_id == first, _article.c.id != key)
            .order_by(_article.c.id != _wire.c.first_id, _article.c.day == keys.NO_DAY, _article.c.id)
        )
        return tuple(
            Copy(public_id(row.hash), row.outlet, row.title, keys.day_of(row.day), row.url, row.id == row.first_id)
            for row in rows
        )


def variants(store: Store, statement_id: str) -> tuple[StatementRow, ...]:
    """The other statements that report the same words of this speaker, in the order of publication."""
    with store.read() as connection:
        key = statement_key(connection, statement_id)
        first = select(_quote.c.first_id).where(_quote.c.statement_id == key).scalar_subquery()
        wanted = select(_quote.c.statement_id).where(_quote.c.first_id == first, _quote.c.statement_id != key)
        undated = func.sign(_quote.c.statement_id) < 0
        found = connection.execute(wanted.order_by(undated, _quote.c.statement_id)).scalars().all()
        return tuple(read_statements(connection, found))


def more_sources(connection: Connection, found: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Where articles were met again, by key."""
    source = tables.article_source
    wanted = select(source.c.article_id, source.c.source).where(source.c.article_id.in_(found))
    more: dict[int, list[str]] = defaultdict(list)
    for key, name in connection.execute(wanted.order_by(source.c.article_id, source.c.source)):
        more[key].append(name)
    return {key: tuple(names) for key, names in more.items()}
