"""Days as whole years and months, which rollups hold, and the days that are left at both ends."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

Range = tuple[int, int]
_YEARS = (-date.max.year, -1)
ALL_YEARS = (-date.max.year, 0)
"""All years, and what has no day."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Ranges, both ends included: of the spans of rollups (months, and years as negative numbers), and of days.

    ``edges`` are days besides the whole spans. ``beyond`` are days of these that do not belong to the range: where most
    of a month does, fewer rows are counted so.
    """

    wholes: tuple[Range, ...]
    edges: tuple[Range, ...] = ()
    beyond: tuple[Range, ...] = ()


def split_days(days: Range | None, *, dated: bool = False) -> Spans:
    """The spans that make up a range of days; without one, all time, with or without what has no day."""
    if days is None:
        return Spans((_YEARS,) if dated else (ALL_YEARS,))
    first, last = (date.fromordinal(day) for day in days)
    begin, end = _month(first), _month(last)
    # Days of the first month before the range, and days of the last month after it.
    before, after = first.day - 1, monthrange(last.year, last.month)[1] - last.day
    leave_first = before > monthrange(first.year, first.month)[1] // 2
    leave_last = after > monthrange(last.year, last.month)[1] // 2
    begin, end = begin + leave_first, end - leave_last
    if begin > end:
        return Spans((), (days,))
    edges, beyond = [], []
    if leave_first:
        edges.append((days[0], _first_day(begin) - 1))
    elif before:
        beyond.append((days[0] - before, days[0] - 1))
    if leave_last:
        edges.append((days[1] - last.day + 1, days[1]))
    elif after:
        beyond.append((days[1] + 1, days[1] + after))
    return Spans(tuple(_wholes(begin, end)), tuple(edges), tuple(beyond))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _wholes(begin: int, end: int) -> list[Range]:
    """Whole years, and the months before and after them."""
    first, last = -(-begin // 12), (end + 1) // 12 - 1
    if first > last:
        return [(begin, end)]
    months = [(begin, first * 12 - 1), (last * 12 + 12, end)]
    return [(-last, -first), *(part for part in months if part[0] <= part[1])]


def _first_day(month: int) -> int:
    return date(month // 12, month % 12 + 1, 1).toordinal()
