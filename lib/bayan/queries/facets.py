"""The choices of each filter with their counts under the other filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from sqlalchemy import Column, ColumnElement, Connection, func, select, union_all

from bayan.queries.common import narrow_to_hits
from bayan.queries.counting import copies_where, count_statements, keys_where, single_filter, spoken
from bayan.queries.filters import Conditions, Filters, asking, one_of, statements_where
from bayan.queries.ranking import count_by_speaker
from bayan.queries.rows import FacetValue
from bayan.queries.selection import REVIEWS, Selection
from bayan.queries.tallies import values_of_speakers
from bayan.store import Store, codes, dialects, tables

_statement = tables.statement
_seen = tables.statement.alias("seen")
_of_topic = tables.statement_topic.alias("listed")
"""Another name than that of the table which a filter by topic looks into: all topics of a statement count."""


def facets(store: Store, selection: Selection, *, limit: int = 100) -> dict[str, tuple[FacetValue, ...]]:
    """Count statements by ``act``, ``kind``, ``topic``, ``outlet``, ``actor`` and ``reviewed``, most first.

    At most ``limit`` each; a value that would select nothing is left out. Under words that are common the newest hits
    count, as in ``totals``.
    """
    with asking(store, selection) as (connection, asked):
        filters = narrow_to_hits(connection, asked)
        if filters.hits is None:
            by_topic = count_topics(connection, filters.without("topics"))
            by_act = count_acts(connection, filters.without("acts"))
            by_kind = count_kinds(connection, filters.without("kinds"))
            by_outlet = count_outlets(connection, filters.without("outlets"))
            by_actor = count_by_speaker(connection, filters.without("actors"), limit)
        else:
            by_act, by_kind, by_outlet, by_actor = _count_hits(connection, filters, limit)
            by_topic = _count_by_topic(connection, [dialects.listed(_of_topic.c.statement_id, filters.hits)])
        found = {
            "act": list_values(by_act, dict(enumerate(codes.ACTS.words, 1))),
            "kind": list_values(by_kind, dict(enumerate(codes.KINDS.words, 1))),
            "topic": list_values(by_topic, name_values(connection, tables.topic.c.name, by_topic)),
            "outlet": list_values(by_outlet, name_values(connection, tables.outlet.c.name, by_outlet)),
            "actor": list_values(by_actor, name_values(connection, tables.actor.c.key, by_actor)),
            "reviewed": list_values(_reviews(connection, filters, by_kind), dict(enumerate(REVIEWS))),
        }
    return {name: values[:limit] for name, values in found.items()}


def _reviews(connection: Connection, filters: Filters, by_kind: Mapping[int, int]) -> dict[int, int]:
    """Statements by what people did with them. Those of nobody are the rest: only the few others are looked at."""
    others = filters.without("reviewed")
    few = select(_seen.c.id).where(_seen.c.reviewed.is_not(None))
    where = [_statement.c.id.in_(few), *statements_where(others, by_key=True)]
    rows = connection.execute(select(_statement.c.reviewed, func.count()).where(*where).group_by(_statement.c.reviewed))
    seen = {row[0]: row[1] for row in rows}
    counted = filters.kinds is None and filters.reviewed is None
    total = sum(by_kind.values()) if counted else count_statements(connection, others)
    return {0: total - sum(seen.values()), **seen}


def _count_hits(connection: Connection, filters: Filters, limit: int) -> list[dict[int, int]]:
    """Acts, kinds, outlets and speakers of the hits of words, which are read once: nothing else is selected."""
    speaker = func.coalesce(_statement.c.actor_id, codes.ALL)
    columns = (_statement.c.act, _statement.c.kind, _statement.c.outlet_id, speaker)
    read = dialects.read_columns(connection, select(*columns).where(*statements_where(filters)))
    pairs = [zip(*(part.tolist() for part in np.unique(column, return_counts=True)), strict=True) for column in read]
    *others, by_speaker = [dict(pair) for pair in pairs]
    by_speaker.pop(codes.ALL, None)
    most = sorted(by_speaker.items(), key=lambda counted: (-counted[1], counted[0]))
    return [*others, dict(most[:limit])]


def count_acts(connection: Connection, filters: Filters) -> dict[int, int]:
    """The selected statements by act."""
    source = spoken(filters)
    rows = connection.execute(select(source.act, source.count).where(*source.where).group_by(source.act))
    return {row[0]: row[1] for row in rows}


def count_kinds(connection: Connection, filters: Filters) -> dict[int, int]:
    """The selected statements by kind."""
    return _count(connection, filters, codes.KIND, _statement.c.kind)


def count_outlets(connection: Connection, filters: Filters) -> dict[int, int]:
    """The selected statements by outlet."""
    return _count(connection, filters, codes.OUTLET, _statement.c.outlet_id)


def count_topics(connection: Connection, filters: Filters) -> dict[int, int]:
    """The selected statements by topic; one may have several."""
    told = None if single_filter(filters) else keys_where(filters, _of_topic.c.statement_id)
    if told:
        return _count_by_topic(connection, told)
    return _count(connection, filters, codes.TOPIC, _of_topic.c.topic_id, _of_topic.c.statement_id == _statement.c.id)


def _count_by_topic(connection: Connection, where: Conditions) -> dict[int, int]:
    """Statements whose keys alone tell that they are selected."""
    column = _of_topic.c.topic_id
    rows = connection.execute(select(column, func.count()).where(*where).group_by(column))
    return {row[0]: row[1] for row in rows}


def _count(
    connection: Connection, filters: Filters, facet: int, column: ColumnElement[int], *joined: ColumnElement[bool]
) -> dict[int, int]:
    """Statements by the value of a facet: in the rollup where it knows the filters, else in the rows."""
    chosen = single_filter(filters)
    # PostgreSQL takes seconds where copies are found through what is joined.
    less_copies = chosen is None and filters.less_copies and not joined
    if less_copies:
        chosen = single_filter(filters.with_copies)
    if chosen and chosen[0] == codes.SPEAKER:
        told = values_of_speakers(filters, facet, column, *joined)
        wanted = select(told.c.value, func.sum(told.c.n)).group_by(told.c.value)
    elif chosen and facet in codes.FACETS[chosen[0]]:
        cell, (by, of) = tables.st_by, chosen
        where = [cell.c.by_id == by, *one_of(cell.c.of_id, of), cell.c.facet == facet]
        if filters.days:
            where.append(cell.c.span.between(*filters.days))
        parts = [select(cell.c.value.label("value"), cell.c.n).where(*where)]
        if less_copies:
            parts.append(select(column, dialects.constant(-1)).where(*copies_where(filters)))
        told = union_all(*parts).subquery("told")
        wanted = select(told.c.value, func.sum(told.c.n)).group_by(told.c.value)
    else:
        wanted = select(column, func.count()).where(*joined, *statements_where(filters)).group_by(column)
    return {row[0]: row[1] for row in connection.execute(wanted)}


def name_values(connection: Connection, name: Column[str], numbers: Iterable[int]) -> dict[int, str]:
    """The names of outlets, topics or actors by number."""
    number = name.table.c.id
    rows = connection.execute(select(number, name).where(number.in_(list(numbers))))
    return {row[0]: row[1] for row in rows}


def list_values(counts: Mapping[int, int], names: Mapping[int, str]) -> tuple[FacetValue, ...]:
    """Values with their counts, most first."""
    found = [FacetValue(names[number], count) for number, count in counts.items() if count]
    return tuple(sorted(found, key=lambda value: (-value.count, value.value)))
