"""Lanes of statements over time, counted in the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from bayan.queries.counting import Spoken, count_statements
from bayan.queries.filters import Filters, asking, one_of
from bayan.queries.lanes import count_months, count_on_lanes, find_lanes, spoken_on
from bayan.queries.months import count_of_months
from bayan.queries.periods import (
    STEPS,
    SURELY_MONTHS,
    Step,
    bucket_of,
    choose_step,
    first_day,
    with_calendar,
)
from bayan.queries.rows import By, Lane, Timeline, TimelinePoint
from bayan.queries.selection import Selection
from bayan.store import Store, codes, dialects, tables

_MONTHS = select(func.count(tables.calendar.c.month.distinct()))
MOST_POINTS = 2_000
"""What a browser draws at once without effort. Beyond it the step grows, then lanes go."""


class _Cell(NamedTuple):
    """Statements of a lane in a bucket with an act, and those of them whose day is assumed."""

    lane: int
    bucket: int
    act: int
    n: int
    assumed: int


_FIRST = 3
"""Lanes that are more than that where each has all acts in each of 83 months."""


def timeline(store: Store, selection: Selection, *, by: By = "speaker", lanes: int = 12, room: float = 1) -> Timeline:
    """The lanes with most dated statements, and these by bucket, act and basis of the day.

    ``by`` says what has a lane: a speaker, the state that speakers speak for (``side``), an outlet, a topic, an act.
    With less ``room`` than a wide screen has (1), buckets are longer.
    """
    with asking(store, selection) as (connection, filters):
        found = find_lanes(connection, filters, by, lanes)
        step, points = _find_points(connection, filters, by, found, room)
        drawn = {number: found[number] for number in _fitting(found, points)}
        left_out = count_statements(connection, filters) - count_on_lanes(connection, filters, by, drawn)
        months = _find_months(connection, filters, by, drawn, step) if points else {}
    shown = tuple(
        point
        for row in points
        if row.lane in drawn
        for point in _points(row, months.get((row.lane, row.bucket, row.act), 0), step, drawn[row.lane])
    )
    return Timeline(step, tuple(drawn.values()), shown, left_out=left_out)


def _find_points(
    connection: Connection, filters: Filters, by: By, lanes: Mapping[int, Lane], room: float
) -> tuple[Step, Sequence[_Cell]]:
    """The points in the finest step that is fine for the span and does not give too many."""
    # The lanes are among the chosen speakers; asking for both would keep the database from its index.
    lane, source = spoken_on(filters.of(tuple(lanes)) if by == "speaker" else filters, by)
    source = source.also(source.dated, *([] if by == "speaker" else one_of(lane, tuple(lanes))))
    counted = _read_months(connection, filters, by, tuple(lanes))
    if len({row.bucket for row in counted}) > SURELY_MONTHS:
        return "month", counted
    first, last = connection.execute(select(func.min(source.day), func.max(source.day)).where(*source.where)).one()
    step = choose_step(first, last, room)
    found = _read_points(connection, lane, source, step)
    while len(found) > MOST_POINTS and step != STEPS[-1]:
        step = STEPS[STEPS.index(step) + 1]
        found = _read_points(connection, lane, source, step)
    return step, found


def _read_months(connection: Connection, filters: Filters, by: By, lanes: Sequence[int]) -> Sequence[_Cell]:
    """The points of months where a rollup knows these; none where it does not, or all that is stored is of few months.

    Where the first lanes have more than can be drawn, the others are not drawn, and not read.
    """
    first, rest = (count_months(filters, by, some) if some else None for some in (lanes[:_FIRST], lanes[_FIRST:]))
    if first is None or connection.execute(_MONTHS).scalar_one() <= SURELY_MONTHS:
        return []
    found = _read_points(connection, first.speaker, first, "day")
    if rest is None or len(found) > MOST_POINTS:
        return found
    return sorted([*found, *_read_points(connection, rest.speaker, rest, "day")])


def _read_points(connection: Connection, lane: ColumnElement[int], source: Spoken, step: Step) -> Sequence[_Cell]:
    """Statements by lane, bucket and act."""
    cell = (lane.label("lane"), bucket_of(step, source.day).label("bucket"), source.act.label("act"))
    wanted = select(*cell, source.count.label("n"), source.assumed.label("assumed")).where(*source.where)
    columns = dialects.read_columns(connection, with_calendar(wanted.group_by(*cell), step, source.day))
    return sorted(map(_Cell._make, zip(*(column.tolist() for column in columns), strict=True)))


def _find_months(
    connection: Connection, filters: Filters, by: By, lanes: Mapping[int, Lane], step: Step
) -> Mapping[tuple[int, ...], int]:
    """How many statements of each cell are known by their month alone: no rollup tells."""
    lane, source = spoken_on(filters.of(tuple(lanes)) if by == "speaker" else filters, by, by_row=True)
    source = source.also(*([] if by == "speaker" else one_of(lane, tuple(lanes))))
    return count_of_months(connection, filters, source, step, lane)


def _fitting(lanes: Mapping[int, Lane], found: Sequence[_Cell]) -> list[int]:
    """The first lanes whose points can be drawn together, one at least."""
    points = Counter(row.lane for row in found)
    kept: list[int] = []
    total = 0
    for number in lanes:
        total += points[number]
        if kept and total > MOST_POINTS:
            break
        kept.append(number)
    return kept


def _points(row: _Cell, months: int, step: Step, lane: Lane) -> Iterator[TimelinePoint]:
    """The statements of a cell whose day is stated, those whose day is assumed, and those of a month alone."""
    act, bucket = codes.ACTS.word(row.act), first_day(step, row.bucket)
    parts = ((row.n - row.assumed - months, False, False), (row.assumed, True, False), (months, False, True))
    for count, assumed, of_month in parts:
        if count:
            yield TimelinePoint(lane.key, bucket, act, assumed, count, of_month)
