"""How much a selection holds."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from sqlalchemy import ColumnElement, Connection, Row, exists, func, select

import bayan.queries.common as common
from bayan.queries.counting import count_articles, named, single_filter, spoken
from bayan.queries.facets import count_outlets
from bayan.queries.filters import Filters, articles_where, asking, statements_where
from bayan.queries.rows import StatementTotals, Totals
from bayan.queries.selection import Selection
from bayan.queries.tallies import count_published
from bayan.queries.tallies import speakers as speakers_of
from bayan.store import Store, keys, tables


def totals(store: Store, selection: Selection) -> Totals:
    """Count what a selection holds, as the lists and the extracts give it.

    ``since`` and ``until`` are the first and the last day of its statements, or of its articles where it has none.
    """
    with asking(store, selection) as (connection, asked):
        filters = common.narrow(connection, asked)
        articles, mentions, outlets = _count_in_articles(connection, filters)
        return Totals(
            **_count_statements(connection, filters),
            articles=common.MOST_HITS if filters.common else articles,
            mentions=mentions,
            outlets=outlets,
        )


def statement_totals(store: Store, selection: Selection) -> StatementTotals:
    """The same without articles and mentions, which take longest to count where no rollup knows them."""
    with asking(store, selection) as (connection, asked):
        filters = common.narrow(connection, asked)
        return StatementTotals(**_count_statements(connection, filters), outlets=_count_outlets(connection, filters))


class _Said(TypedDict):
    statements: int
    speakers: int
    assumed: int
    undated: int
    since: date | None
    until: date | None
    floor: bool


def _count_statements(connection: Connection, filters: Filters) -> _Said:
    statements, assumed, since, until, undated, speakers = _find_statements(connection, filters)
    if since is None:
        since, until = _span_of_articles(connection, filters)
    return _Said(
        statements=statements,
        speakers=speakers,
        assumed=assumed,
        undated=undated,
        since=keys.day_of(since or keys.NO_DAY),
        until=keys.day_of(until or keys.NO_DAY),
        floor=filters.newest,
    )


def _find_statements(connection: Connection, filters: Filters) -> Row[int, int, int | None, int | None, int, int]:
    """Statements, those whose day is assumed, their first and last day, those without any, and the speakers."""
    source = spoken(filters)
    first, last = (edge(source.day).filter(source.dated) for edge in (func.min, func.max))
    undated: ColumnElement[int]
    speakers: ColumnElement[int]
    if filters.words:  # What holds a common word is long to look for: all of it at once.
        undated, speakers = func.count().filter(~source.dated), func.count(source.speaker.distinct())
    else:
        told = speakers_of(filters)
        each = select(told.actor).where(*told.where).group_by(told.actor).correlate(None).subquery()
        speakers = select(func.count()).select_from(each).scalar_subquery()
        undated = select(source.count).where(*source.where, ~source.dated).correlate(None).scalar_subquery()
    wanted = select(source.count, source.assumed, first, last, undated, speakers)
    return connection.execute(wanted.where(*source.where)).one()


def _count_in_articles(connection: Connection, filters: Filters) -> tuple[int, int, int]:
    """The selected articles, the mentions in them, and their outlets."""
    if filters.by_publication:
        return *count_published(connection, filters), _count_outlets(connection, filters)
    if filters.actors is None:
        return _count_in_hits(connection, filters)
    mentions = _count_mentions(connection, filters)
    return count_articles(connection, filters), mentions, _count_outlets(connection, filters)


def _count_in_hits(connection: Connection, filters: Filters) -> tuple[int, int, int]:
    """The same where no rollup knows the articles: they are found once for all three."""
    article, row = tables.article, tables.actor_article
    key, where = articles_where(filters)
    if filters.in_texts:
        where = [article.c.id.in_(select(key).where(*where))]
    hits = select(article.c.id, article.c.outlet_id).where(*where).cte("hits")
    counts = (
        select(func.count()).select_from(hits),
        select(func.coalesce(func.sum(row.c.n), 0)).where(row.c.article_id.in_(select(hits.c.id))),
        select(func.count(hits.c.outlet_id.distinct())),
    )
    articles, mentions, outlets = connection.execute(select(*(count.scalar_subquery() for count in counts))).one()
    return articles, mentions, outlets


def _span_of_articles(connection: Connection, filters: Filters) -> tuple[int | None, int | None]:
    key, where = articles_where(filters)
    # The sum keeps PostgreSQL from walking along the keys for a word that stands nowhere.
    edge = key + 0 if filters.in_texts else key
    edges = connection.execute(select(func.min(edge), func.max(edge)).where(*where, key > 0)).one()
    first, last = (None if edge is None else edge >> keys.SERIAL_BITS for edge in edges)
    return first, last


def _count_mentions(connection: Connection, filters: Filters) -> int:
    source = named(filters)
    return connection.execute(select(source.mentions).where(*source.where)).scalar_one()


def _count_outlets(connection: Connection, filters: Filters) -> int:
    """The outlets of the selected articles."""
    if filters.speaking and not filters.words:
        return _count_outlets_of_statements(connection, filters)
    article, (key, where) = tables.article, articles_where(filters)
    if filters.by_publication:
        outlet = tables.outlet.c.id
        has_one = exists().where(*where, article.c.outlet_id == outlet)
        return connection.execute(select(func.count()).where(outlet > 0, has_one)).scalar_one()
    if filters.in_texts:
        where = [article.c.id.in_(select(key).where(*where))]
    return connection.execute(select(func.count(article.c.outlet_id.distinct())).where(*where)).scalar_one()


def _count_outlets_of_statements(connection: Connection, filters: Filters) -> int:
    """The same where articles are selected by what is said in them: their outlets are those of the statements."""
    if single_filter(filters):
        return sum(n > 0 for n in count_outlets(connection, filters).values())
    outlets = func.count(tables.statement.c.outlet_id.distinct())
    return connection.execute(select(outlets).where(*statements_where(filters))).scalar_one()
