"""Two selections over one axis of time, by act: two actors, or two periods laid upon each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import Connection, select

from bayan.queries.actor_rows import ActPoint, Mirror
from bayan.queries.counting import spoken
from bayan.queries.filters import Filters
from bayan.queries.months import count_of_months
from bayan.queries.periods import Step, bucket_day, choose_step
from bayan.queries.selection import Selection
from bayan.queries.sides import asking_each
from bayan.store import Store, codes

_ROOM = 0.6
"""A part of the room of lanes without a mirror: there are two halves of them."""
Days = dict[tuple[int, int], tuple[int, int, int]]
"""Statements, those of them whose day is assumed, and those known by their month alone, by day and act."""


def mirror(store: Store, sides: Sequence[Selection], room: float = 1) -> Mirror:
    """Count each side's statements that have a day, by bucket and act, in steps that are the same for all.

    Sides that begin on different days are periods: the weeks of each begin with its first day, so that they can be
    laid upon each other.
    """
    periods = len({side.since for side in sides}) > 1
    with asking_each(store, sides) as (connection, asked):
        found = [_count(connection, filters) for filters in asked]
    spans = [(min(days), max(days)) for counts in found if (days := [day for day, _ in counts])]
    whole = spans if periods else [(min(first for first, _ in spans), max(last for _, last in spans))] if spans else []
    first, last = max(whole, key=lambda span: span[1] - span[0], default=(None, None))
    step = choose_step(first, last, _ROOM * room)
    origins = [date.fromisoformat(side.since) if periods and side.since else None for side in sides]
    points = (_points(step, counts, origin) for counts, origin in zip(found, origins, strict=True))
    return Mirror(step, tuple(tuple(side) for side in points))


def _count(connection: Connection, filters: Filters) -> Days:
    source = spoken(filters)
    cell = source.day, source.act
    wanted = select(*cell, source.count, source.assumed).where(*source.where, source.dated).group_by(*cell)
    found = connection.execute(wanted).all()
    months = count_of_months(connection, filters, spoken(filters, by_row=True), "day") if found else {}
    return {(day, act): (count, assumed, months.get((day, act), 0)) for day, act, count, assumed in found}


def _points(step: Step, counts: Days, origin: date | None) -> Iterator[ActPoint]:
    found, assumed, months = (Counter[tuple[date, int]]() for _ in range(3))
    for (day, act), (count, without, of_month) in counts.items():
        bucket = _bucket(step, date.fromordinal(day), origin), act
        found[bucket] += count
        assumed[bucket] += without
        months[bucket] += of_month if step != "month" else 0
    for day_of, act in sorted(found):
        cell = day_of, act
        yield ActPoint(day_of, codes.ACTS.word(act), found[cell], assumed[cell], months[cell])


def _bucket(step: Step, day: date, origin: date | None) -> date:
    if origin is None or step != "week":
        return bucket_day(step, day)
    return day - timedelta(days=(day - origin).days % 7)
