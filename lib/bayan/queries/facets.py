"""The choices of each filter with their counts under the other filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Column, ColumnElement, Connection, func, select

from bayan.queries.counting import Spoken, count_statements, spoken
from bayan.queries.filters import Conditions, Filters, asking, statements_where
from bayan.queries.rows import FacetValue
from bayan.queries.selection import REVIEWS, Selection
from bayan.store import Store, codes, tables

_statement = tables.statement
_seen = tables.statement.alias("seen")
_of_topic = tables.statement_topic.alias("listed")
"""Another name than that of the table which a filter by topic looks into: all topics of a statement count."""


def facets(store: Store, selection: Selection, *, limit: int = 100) -> dict[str, tuple[FacetValue, ...]]:
    """Count statements by ``act``, ``kind``, ``topic``, ``outlet``, ``actor`` and ``reviewed``, most first.

    At most ``limit`` each; a value that would select nothing is left out.
    """
    with asking(store, selection) as (connection, filters):
        acts, actors = spoken(filters.without("acts")), spoken(filters.without("actors"), by_speaker=True)
        kind, outlet = _statement.c.kind, _statement.c.outlet_id
        by_act = _sums(connection, acts.act, acts)
        by_kind = count_values(connection, kind, statements_where(filters.without("kinds")))
        by_topic = count_topics(connection, filters.without("topics"))
        by_outlet = count_values(connection, outlet, statements_where(filters.without("outlets")))
        by_actor = _sums(connection, actors.speaker, actors, limit)
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
    seen = count_values(connection, _statement.c.reviewed, [_statement.c.id.in_(few), *statements_where(others)])
    counted = filters.kinds is None and filters.reviewed is None
    total = sum(by_kind.values()) if counted else count_statements(connection, others)
    return {0: total - sum(seen.values()), **seen}


def _sums(
    connection: Connection, column: ColumnElement[int], source: Spoken, limit: int | None = None
) -> dict[int, int]:
    wanted = select(column, source.count).where(*source.where).group_by(column)
    if limit:
        wanted = wanted.order_by(source.count.desc(), column).limit(limit)
    return {row[0]: row[1] for row in connection.execute(wanted)}


def count_values(connection: Connection, column: ColumnElement[int], where: Conditions) -> dict[int, int]:
    """Rows by the value of a column."""
    rows = connection.execute(select(column, func.count()).where(*where).group_by(column))
    return {row[0]: row[1] for row in rows}


def count_topics(connection: Connection, filters: Filters) -> dict[int, int]:
    """The selected statements by topic; one may have several."""
    where = [_of_topic.c.statement_id == _statement.c.id, *statements_where(filters)]
    return count_values(connection, _of_topic.c.topic_id, where)


def name_values(connection: Connection, name: Column[str], numbers: Iterable[int]) -> dict[int, str]:
    """The names of outlets, topics or actors by number."""
    number = name.table.c.id
    rows = connection.execute(select(number, name).where(number.in_(list(numbers))))
    return {row[0]: row[1] for row in rows}


def list_values(counts: Mapping[int, int], names: Mapping[int, str]) -> tuple[FacetValue, ...]:
    """Values with their counts, most first."""
    found = [FacetValue(names[number], count) for number, count in counts.items() if count]
    return tuple(sorted(found, key=lambda value: (-value.count, value.value)))
