"""The choices of each filter with their counts under the other filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Column, ColumnElement, Connection, func, select

from bayan.queries.counting import Spoken, spoken
from bayan.queries.filters import Conditions, Filters, asking, statements_where
from bayan.queries.rows import FacetValue
from bayan.queries.selection import Selection
from bayan.store import Store, codes, tables

_statement, _of_topic = tables.statement, tables.statement_topic


def facets(store: Store, selection: Selection, *, limit: int = 100) -> dict[str, tuple[FacetValue, ...]]:
    """Count statements by ``act``, ``kind``, ``topic``, ``outlet`` and ``actor``; most first, at most ``limit`` each.

    A value that would select nothing is left out.
    """
    with asking(store, selection) as (connection, filters):
        acts, actors = spoken(filters.without("acts")), spoken(filters.without("actors"), by_speaker=True)
        kind, outlet = _statement.c.kind, _statement.c.outlet_id
        by_act = _sums(connection, acts.act, acts)
        by_kind = _counts(connection, kind, statements_where(filters.without("kinds")))
        by_topic = _topics(connection, filters)
        by_outlet = _counts(connection, outlet, statements_where(filters.without("outlets")))
        by_actor = _sums(connection, actors.speaker, actors, limit)
        found = {
            "act": _values(by_act, dict(enumerate(codes.ACTS.words, 1))),
            "kind": _values(by_kind, dict(enumerate(codes.KINDS.words, 1))),
            "topic": _values(by_topic, _names(connection, tables.topic.c.name, by_topic)),
            "outlet": _values(by_outlet, _names(connection, tables.outlet.c.name, by_outlet)),
            "actor": _values(by_actor, _names(connection, tables.actor.c.key, by_actor)),
        }
    return {name: values[:limit] for name, values in found.items()}


def _sums(
    connection: Connection, column: ColumnElement[int], source: Spoken, limit: int | None = None
) -> dict[int, int]:
    wanted = select(column, source.count).where(*source.where).group_by(column)
    if limit:
        wanted = wanted.order_by(source.count.desc(), column).limit(limit)
    return {row[0]: row[1] for row in connection.execute(wanted)}


def _counts(connection: Connection, column: ColumnElement[int], where: Conditions) -> dict[int, int]:
    rows = connection.execute(select(column, func.count()).where(*where).group_by(column))
    return {row[0]: row[1] for row in rows}


def _topics(connection: Connection, filters: Filters) -> dict[int, int]:
    where = [_of_topic.c.statement_id == _statement.c.id, *statements_where(filters.without("topics"))]
    return _counts(connection, _of_topic.c.topic_id, where)


def _names(connection: Connection, name: Column[str], numbers: Iterable[int]) -> dict[int, str]:
    number = name.table.c.id
    rows = connection.execute(select(number, name).where(number.in_(list(numbers))))
    return {row[0]: row[1] for row in rows}


def _values(counts: Mapping[int, int], names: Mapping[int, str]) -> tuple[FacetValue, ...]:
    found = [FacetValue(names[number], count) for number, count in counts.items() if count]
    return tuple(sorted(found, key=lambda value: (-value.count, value.value)))
