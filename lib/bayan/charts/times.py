"""Axes of time: where buckets lie, which days are named below them, and how much room they have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from bayan.charts.look import LINE, MUTED, Reader, Step, wrapped

DAYS: dict[Step, int] = {"day": 1, "week": 7, "month": 30}
"""How long a bucket is; a month as a rule."""
_GAPS = (1, 2, 4, 7, 14, 28)
_MOST_DAYS, _MOST_MONTHS, _LONGEST_IN_DAYS = 6, 6, 84
_FEW_DAYS, _FEW_MONTHS, _FEW_IN_DAYS = 2, 3, 56
"""How many gaps between days and between months have room for their words on a wide and on a narrow screen, and up
to which span days are named."""
_WIDE, _NARROW = 900, 330
"""Pixels of a chart as a rule."""
_LETTER, _AROUND = 7, 30
"""Pixels of a letter of a name beside a chart, and those around it."""
_EDGE = 0.03


def time_axis(buckets: Iterable[date], reader: Reader, step: Step = "day") -> dict[str, Any]:
    """An axis of days from left to right, with ticks at whole days, weeks or months in the reader's words."""
    ticks, told = _named(buckets, reader, step)
    return _axis([day.isoformat() for day in ticks], tell_ticks(ticks, told, reader))


def bars_axis(buckets: Iterable[date], step: Step, reader: Reader) -> dict[str, Any]:
    """The axis below bars that each cover their bucket; what names a bucket stands below its middle."""
    days = list(buckets)
    ticks, told = _named(days, reader, step)
    whole = told == step or (told, step) == ("day", "week")
    axis = _axis([middle_of(day, step) if whole else day.isoformat() for day in ticks], tell_ticks(ticks, told, reader))
    if not days:
        return axis
    first, last = _at(min(days)), _at(end_of(max(days), step))
    edge = (last - first) * _EDGE / 3
    return {**axis, "range": [(first - edge).isoformat(), (last + edge).isoformat()]}


def marks_axis(buckets: Iterable[date], step: Step, reader: Reader) -> dict[str, Any]:
    """The axis of days for marks, with room at both ends, so that none is cut."""
    days = list(buckets)
    axis = time_axis(days, reader, step)
    if not days:
        return axis
    edge = _edge_of(days, step)
    ends = _at(min(days)) - edge, _at(max(days)) + edge
    return {**axis, "range": [end.isoformat() for end in ends]}


def find_pitch(
    places: Mapping[str, Iterable[date]], names: Iterable[str], step: Step, reader: Reader, also: Sequence[date] = ()
) -> float:
    """About how many pixels two marks that are next to each other in a lane have between their middles.

    ``places`` are the buckets of each lane, ``names`` stand beside the chart, which covers some days ``also``.
    """
    days = [*also, *(day for lane in places.values() for day in lane)]
    gaps = [(after - before).days for lane in places.values() for before, after in pairwise(sorted(set(lane)))]
    if not gaps:
        return float("inf")
    span = (max(days) - min(days) + 2 * _edge_of(days, step)).days
    return find_room(names, reader) * min(gaps) / span


def find_room(names: Iterable[str], reader: Reader) -> float:
    """About how many pixels the names beside a chart leave for it."""
    longest = max((len(line) for name in names for line in wrapped(name).split("<br>")), default=0)
    return (_NARROW if reader.narrow else _WIDE) - longest * _LETTER - _AROUND


def place_bars(buckets: Iterable[date], step: Step, part: float = 0.82) -> dict[str, Any]:
    """Where bars stand, and how wide each is: over the days of its bucket, whose middle ``part`` it covers."""
    days = list(buckets)
    lengths = [end_of(day, step) - day for day in days]
    return {
        "x": [middle_of(day, step) for day in days],
        "width": [round(length / timedelta(milliseconds=1) * part) for length in lengths],
    }


def middle_of(bucket: date, step: Step) -> str:
    """The moment in the middle of a bucket."""
    return (_at(bucket) + (end_of(bucket, step) - bucket) / 2).isoformat()


def bucket_of(day: date, step: Step) -> date:
    """The bucket in which a day lies."""
    if step == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step == "week" else day


def end_of(bucket: date, step: Step) -> date:
    """The first day after a bucket; one that is drawn elsewhere, upon another period, keeps about its length."""
    if step == "month" and bucket.day == 1:
        return date(bucket.year + bucket.month // 12, bucket.month % 12 + 1, 1)
    return bucket + timedelta(days=DAYS[step])


def _at(day: date) -> datetime:
    return datetime.combine(day, time())


def _edge_of(days: Sequence[date], step: Step) -> timedelta:
    return max((max(days) - min(days)) * _EDGE, timedelta(days=DAYS[step]))


def _axis(at: Sequence[str], told: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "date",
        "tickvals": list(at),
        "ticktext": list(told),
        "tickangle": 0,
        "automargin": True,
        "tickfont": {"size": 12, "color": MUTED},
        "ticklabeloverflow": "allow",  # else the first is left out at the edge of a phone, and with it the year
        "gridcolor": LINE,
        "zeroline": False,
        "fixedrange": True,
    }


def _named(buckets: Iterable[date], reader: Reader, step: Step) -> tuple[list[date], Step]:
    """The days that have room for their words, and whether these are days or months."""
    days = sorted(set(buckets))
    return _ticks(days[0], days[-1], step, narrow=reader.narrow) if days else ([], "day")


def _ticks(first: date, last: date, step: Step, *, narrow: bool) -> tuple[list[date], Step]:
    """At most so many ticks or one more from the first to the last day; of weeks and months only where they begin."""
    days = (last - first).days
    if step != "month" and days <= (_FEW_IN_DAYS if narrow else _LONGEST_IN_DAYS):
        most = _FEW_DAYS if narrow else _MOST_DAYS
        gap = next(gap for gap in _GAPS if days <= most * gap and gap >= DAYS[step])
        start = first if gap < 7 else first - timedelta(days=first.weekday() - 7 if first.weekday() else 0)
        return [start + timedelta(days=gap * at) for at in range((last - start).days // gap + 1)], "day"
    most = _FEW_MONTHS if narrow else _MOST_MONTHS
    months = (last.year - first.year) * 12 + last.month - first.month
    gap = next((gap for gap in (1, 2, 3, 4, 6) if months < most * gap), 12 * (1 + months // (most * 12)))
    begin, end = first.year * 12 + first.month - 1 + (first.day > 1), last.year * 12 + last.month - 1
    begin = -(-begin // gap) * gap  # January is among the ticks where the gap allows it
    return [date(month // 12, month % 12 + 1, 1) for month in range(begin, end + 1, gap)], "month"


def list_buckets(found: Iterable[date], step: Step) -> list[date]:
    """Every bucket from the first to the last, so that a line falls to zero where nothing was found."""
    days = sorted(set(found))
    buckets = days[:1]
    while buckets and buckets[-1] < days[-1]:
        buckets.append(end_of(buckets[-1], step))
    return buckets


def tell_ticks(days: Sequence[date], step: Step, reader: Reader) -> list[str]:
    """Ticks in few letters, with the year below the first of each year."""
    years = [0, *(day.year for day in days)]
    told = [reader.tick(day, step) for day in days]
    return [
        f"{tick}<br>{reader.write(str(day.year))}" if day.year != before else tick
        for tick, day, before in zip(told, days, years, strict=False)
    ]
