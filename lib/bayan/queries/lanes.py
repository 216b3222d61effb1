"""What a timeline has lanes for: who speaks, on whose side, where it is printed, what it is about, what it does."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, func, select, union_all

from bayan.queries.counting import Spoken, spoken
from bayan.queries.filters import Filters, is_dated, statements_where
from bayan.queries.rows import By, Lane
from bayan.records import SpeakerKind
from bayan.store import codes, tables

_STATE = codes.SPEAKER_KINDS.number(SpeakerKind.STATE)
_statement, _actor, _served = tables.statement, tables.actor, tables.speaks_for
_of_topic = tables.statement_topic.alias("topic_of_lane")


def _sides() -> Any:
    """Actors with the state that they are or speak for."""
    state = _actor.alias("state")
    serving = (
        select(_served.c.actor_id.label("actor_id"), func.min(_served.c.principal_id).label("lane"))
        .join(state, state.c.id == _served.c.principal_id)
        .where(state.c.kind == _STATE)
        .group_by(_served.c.actor_id)
    )
    return union_all(serving, select(_actor.c.id, _actor.c.id).where(_actor.c.kind == _STATE)).subquery("side")


def spoken_on(filters: Filters, by: By) -> tuple[ColumnElement[int], Spoken]:
    """The column that holds lanes, and where to count: in a rollup where it knows the lane and every filter."""
    if by in ("outlet", "topic"):
        source = spoken(filters, by_row=True)
        if by == "outlet":
            return _statement.c.outlet_id, source
        return _of_topic.c.topic_id, source.also(_of_topic.c.statement_id == _statement.c.id)
    source = spoken(filters, by_speaker=by != "act")
    if by == "side":
        side = _sides()
        return side.c.lane, source.also(side.c.actor_id == source.speaker)
    return source.act if by == "act" else source.speaker, source


def find_lanes(connection: Connection, filters: Filters, by: By, limit: int) -> dict[int, Lane]:
    """The lanes with most dated statements, most first, by number; of acts all, in their order."""
    lane, source = spoken_on(filters, by)
    count = source.count.label("n")
    wanted = select(lane.label("lane"), count).where(*source.where, source.dated).group_by(lane)
    counts = {row[0]: row[1] for row in connection.execute(wanted.order_by(count.desc(), lane).limit(limit))}
    if by == "act":
        return {number: _named(codes.ACTS.word(number), counts[number]) for number in sorted(counts)}
    if by in ("outlet", "topic"):
        table = tables.outlet if by == "outlet" else tables.topic
        names = _names(connection, table.c.name, counts)
        return {number: _named(names[number], count) for number, count in counts.items()}
    rows = {row.id: row for row in connection.execute(select(_actor).where(_actor.c.id.in_(counts)))}
    return {
        number: Lane(rows[number].key, rows[number].name_ar, rows[number].name_en, count)
        for number, count in counts.items()
    }


def _named(name: str, count: int) -> Lane:
    return Lane(name, name, None, count)


def _names(connection: Connection, name: Column[str], numbers: dict[int, int]) -> dict[int, str]:
    number = name.table.c.id
    return {row[0]: row[1] for row in connection.execute(select(number, name).where(number.in_(numbers)))}


def count_on_lanes(connection: Connection, filters: Filters, by: By, lanes: dict[int, Lane]) -> int:
    """How many of the selected statements stand on some lanes, each counted once."""
    if by != "topic":
        return sum(lane.count for lane in lanes.values())
    on_lanes = select(_of_topic.c.statement_id).where(_of_topic.c.topic_id.in_(lanes))
    where = [*statements_where(filters), is_dated(filters), _statement.c.id.in_(on_lanes)]
    return connection.execute(select(func.count()).where(*where)).scalar_one()
