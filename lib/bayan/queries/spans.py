"""Days as whole years and months, which rollups hold, and the days that are left at both ends."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_LAST_MONTH = date.max.year * 12 + 11
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spans:
    """Ranges, both ends included: of the spans of rollups (months, and years as negative numbers), and of days."""

    wholes: tuple[Range, ...]
    edges: tuple[Range, ...]


ALL_YEARS = (-date.max.year, 0)
"""All years, and what has no day."""


def split_days(days: Range | None) -> Spans:
    """The spans that make up a range of days; without one, all time."""
    if days is None:
        return Spans((ALL_YEARS,), ())
    first, last = (date.fromordinal(day) for day in days)
    begin = first.year * 12 + first.month - (first.day == 1)
    end = last.year * 12 + last.month - 1 - (last.day < monthrange(last.year, last.month)[1])
    if begin > end:
        return Spans((), (days,))
    edges = []
    if first.day > 1:
        edges.append((days[0], _first_day(begin) - 1))
    if end < _LAST_MONTH and _first_day(end + 1) <= days[1]:
        edges.append((_first_day(end + 1), days[1]))
    return Spans(tuple(_wholes(begin, end)), tuple(edges))


def _wholes(begin: int, end: int) -> list[Range]:
    """Whole years, and the months before and after them."""
    first, last = -(-begin // 12), (end + 1) // 12 - 1
    if first > last:
        return [(begin, end)]
    months = [(begin, first * 12 - 1), (last * 12 + 12, end)]
    return [(-last, -first), *(part for part in months if part[0] <= part[1])]


def _first_day(month: int) -> int:
    return date(month // 12, month % 12 + 1, 1).toordinal()
