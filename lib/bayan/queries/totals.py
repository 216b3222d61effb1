"""How much a selection holds."""

from __future__ import annotations

from sqlalchemy import Connection, exists, func, select

from bayan.queries.counting import count_articles, named, spoken
from bayan.queries.filters import Filters, articles_where, asking
from bayan.queries.rows import Totals
from bayan.queries.selection import Selection
from bayan.queries.tallies import speakers
from bayan.store import Store, keys, tables


def totals(store: Store, selection: Selection) -> Totals:
    """Count what a selection holds, as the lists and the extracts give it.

    ``since`` and ``until`` are the first and the last day of its statements, or of its articles where it has none.
    """
    with asking(store, selection) as (connection, filters):
        source = spoken(filters)
        statements, assumed, since, until = connection.execute(
            select(
                source.count,
                source.assumed,
                func.min(source.day).filter(source.dated),
                func.max(source.day).filter(source.dated),
            ).where(*source.where)
        ).one()
        undated = connection.execute(select(source.count).where(*source.where, ~source.dated)).scalar_one()
        if since is None:
            since, until = _span_of_articles(connection, filters)
        return Totals(
            statements=statements,
            articles=count_articles(connection, filters),
            mentions=_count_mentions(connection, filters),
            speakers=_count_speakers(connection, filters),
            outlets=_count_outlets(connection, filters),
            assumed=assumed,
            undated=undated,
            since=keys.day_of(since or keys.NO_DAY),
            until=keys.day_of(until or keys.NO_DAY),
        )


def _span_of_articles(connection: Connection, filters: Filters) -> tuple[int | None, int | None]:
    key, where = articles_where(filters)
    # The sum keeps PostgreSQL from walking along the keys for a word that stands nowhere.
    edge = key + 0 if filters.words else key
    edges = connection.execute(select(func.min(edge), func.max(edge)).where(*where, key > 0)).one()
    first, last = (None if edge is None else edge >> keys.SERIAL_BITS for edge in edges)
    return first, last


def _count_speakers(connection: Connection, filters: Filters) -> int:
    source = speakers(filters)
    each = select(source.actor).where(*source.where).group_by(source.actor).subquery()
    return connection.execute(select(func.count()).select_from(each)).scalar_one()


def _count_mentions(connection: Connection, filters: Filters) -> int:
    source = named(filters)
    return connection.execute(select(source.mentions).where(*source.where)).scalar_one()


def _count_outlets(connection: Connection, filters: Filters) -> int:
    """The outlets of the selected articles."""
    article = tables.article
    key, where = articles_where(filters)
    if not filters.words and not filters.speaking and not filters.by_article:
        outlet = tables.outlet.c.id
        has_one = exists().where(*where, article.c.outlet_id == outlet)
        return connection.execute(select(func.count()).where(outlet > 0, has_one)).scalar_one()
    if filters.words:
        where = [article.c.id.in_(select(key).where(*where))]
    return connection.execute(select(func.count(article.c.outlet_id.distinct())).where(*where)).scalar_one()
