"""What a timeline has lanes for: who speaks, on whose side, where it is printed, what it is about, what it does."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from bayan.queries.counting import Spoken, single_filter, spoken, spoken_by
from bayan.queries.filters import Filters, is_dated, statements_where
from bayan.queries.rows import By, Lane
from bayan.queries.spans import Range, split_days
from bayan.queries.tallies import lanes_by_span, speakers, speakers_by_month
from bayan.store import codes, tables

_ANY_DAY = (date.min.toordinal(), date.max.toordinal())
_OWN: dict[By, int] = {"outlet": codes.OUTLET, "topic": codes.TOPIC, "side": codes.SIDE}
_statement, _actor = tables.statement, tables.actor
_of_topic = tables.statement_topic.alias("topic_of_lane")


def spoken_on(filters: Filters, by: By, *, by_row: bool = False) -> tuple[ColumnElement[int], Spoken]:
    """The column that holds lanes, and where to count: in a rollup where it knows the lane and every filter.

    ``by_row`` in no rollup.
    """
    if by in ("outlet", "topic"):
        own = codes.OUTLET if by == "outlet" else codes.TOPIC
        others = filters.without("acts", *(["outlets"] if by == "outlet" else []))
        if not by_row and single_filter(others) == (codes.EVERYTHING, (codes.ALL,)):
            source = spoken_by(own, filters.outlets, filters)
            return source.speaker, source
        source = spoken(filters, by_row=True)
        if by == "outlet":
            return _statement.c.outlet_id, source
        return _of_topic.c.topic_id, source.also(_of_topic.c.statement_id == _statement.c.id)
    source = spoken(filters, by_speaker=by != "act", by_row=by_row)
    if by == "side":
        side = tables.sides()
        return side.c.lane, source.also(side.c.actor_id == source.speaker)
    return source.act if by == "act" else source.speaker, source


def count_months(filters: Filters, by: By, lanes: Sequence[int]) -> Spoken | None:
    """Statements of some lanes, which stand for the speakers, by month, which stands for the day, where a rollup knows
    these."""
    if by == "speaker":
        return speakers_by_month(filters.of(lanes))
    source = lanes_by_span(filters, _OWN[by], tuple(lanes)) if by in _OWN else None
    if source is None and by == "side" and (source := speakers_by_month(filters)):
        side = tables.sides()
        joined = source.also(side.c.actor_id == source.speaker, side.c.lane.in_(lanes))
        source = replace(joined, speaker=side.c.lane)
    return source


def find_lanes(connection: Connection, filters: Filters, by: By, limit: int) -> dict[int, Lane]:
    """The lanes with most dated statements, most first, by number; of acts all, in their order."""
    counts = count_lanes(connection, filters, by, limit)
    names = name_lanes(connection, by, counts)
    ordered = sorted(counts) if by == "act" else list(counts)
    return {number: Lane(*names[number], counts[number]) for number in ordered}


def count_lanes(connection: Connection, filters: Filters, by: By, limit: int | None = None) -> dict[int, int]:
    """The lanes with their dated statements, most first."""
    if by == "speaker":
        wanted = speakers(filters, dated=True).counted()
        lane, count = wanted.selected_columns
        return _first(connection, wanted, lane, count, limit)
    source = lanes_by_span(filters, _OWN[by], years=True) if by in _OWN else None
    if source:
        lane, count, where = source.speaker, source.count.label("n"), source.where
    elif by == "side":
        told, side = speakers(filters, dated=True), tables.sides()
        lane, count, where = side.c.lane, told.count.label("n"), [*told.where, side.c.actor_id == told.actor]
    elif by in ("outlet", "topic") and filters == Filters(days=filters.days):
        cell, facet = tables.st_by, codes.OUTLET if by == "outlet" else codes.TOPIC
        lane, count = cell.c.value, func.sum(cell.c.n).label("n")
        where = [
            cell.c.by_id == codes.EVERYTHING,
            cell.c.of_id == codes.ALL,
            cell.c.facet == facet,
            cell.c.span.between(*(filters.days or _ANY_DAY)),
        ]
    else:
        lane, source = spoken_on(filters, by)
        count, where = source.count.label("n"), [*source.where, source.dated]
    return _first(connection, select(lane.label("lane"), count).where(*where).group_by(lane), lane, count, limit)


def _first(
    connection: Connection,
    wanted: Select[int, int],
    lane: ColumnElement[int],
    count: ColumnElement[int],
    limit: int | None,
) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(wanted.order_by(count.desc(), lane).limit(limit))}


def name_lanes(connection: Connection, by: By, lanes: Collection[int]) -> dict[int, tuple[str, str, str | None]]:
    """Key and names of lanes, by number; what is no actor is named by its key."""
    if by == "act":
        return {number: (word := codes.ACTS.word(number), word, None) for number in lanes}
    if by in ("outlet", "topic"):
        table = tables.outlet if by == "outlet" else tables.topic
        found = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(lanes)))
        return {row.id: (row.name, row.name, None) for row in found}
    actors = connection.execute(select(_actor).where(_actor.c.id.in_(lanes)))
    return {row.id: (row.key, row.name_ar, row.name_en) for row in actors}


def count_on_lanes(connection: Connection, filters: Filters, by: By, lanes: dict[int, Lane]) -> int:
    """How many of the selected statements stand on some lanes, each counted once."""
    if by != "topic":
        return sum(lane.count for lane in lanes.values())
    if filters == Filters(days=filters.days):
        return _count_on_topics(connection, filters.days, lanes)
    on_lanes = select(_of_topic.c.statement_id).where(_of_topic.c.topic_id.in_(lanes))
    where = [*statements_where(filters), is_dated(filters), _statement.c.id.in_(on_lanes)]
    return connection.execute(select(func.count()).where(*where)).scalar_one()


def _count_on_topics(connection: Connection, days: Range | None, topics: Collection[int]) -> int:
    """How many statements of some days, or of all that have one, are about some topics: by all the topics that they
    have, in the rows at the ends of a range."""
    cell, spans, count = tables.st_topics.c, split_days(days, dated=True), 0
    for some in spans.wholes:
        told = select(cell.topics, func.sum(cell.n)).where(cell.span.between(*some)).group_by(cell.topics)
        for together, n in connection.execute(told):
            count += 0 if {*map(int, together.split())}.isdisjoint(topics) else n
    about = exists().where(_of_topic.c.statement_id == _statement.c.id, _of_topic.c.topic_id.in_(topics))
    for sign, ranges in ((1, spans.edges), (-1, spans.beyond)):
        for some in ranges:
            inside = select(func.count(_statement.c.id)).where(_statement.c.day.between(*some), about)
            count += sign * connection.execute(inside).scalar_one()
    return count
