"""Lanes of marks: one for the statements of one act in one bucket, none upon another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

from bayan.charts.look import MARKS, Reader, Step, lane_axis, short, tell_basis
from bayan.charts.times import find_pitch
from bayan.queries import rows
from bayan.records import Act

_LANE = 38
"""The least height of a lane of marks."""
_MOST_MARKS = 450
_MARK, _SMALL_MARK, _LEAST_MARK, _MOST_GROWTH = 13, 9, 7, 6
_HIGH = 6
"""Above so many marks on each other they are drawn smaller, with stated and assumed days in one."""
_EDGE = 5
"""Free pixels at both edges of a lane."""
Days = Sequence[date]
_Cell = tuple[str, date, Act, int]
"""Lane, bucket, act, and what is known of the days."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """The statements of one lane with one act in one bucket; ``assumed`` of them have the day of publication,
    ``months`` are known by their month alone."""

    lane: str
    bucket: date
    act: Act
    count: int
    assumed: int
    months: int
    size: float
    height: float = 0


def is_dense(timeline: rows.Timeline, names: Mapping[str, str], reader: Reader, days: Days = ()) -> bool:
    """Whether a timeline holds more than single marks can show, or marks too close in time to stand side by side.

    Its axis covers all of ``days``.
    """
    return len(timeline.points) > _MOST_MARKS or _pitch(timeline, names, reader, days) < _LEAST_MARK


def _pitch(timeline: rows.Timeline, names: Mapping[str, str], reader: Reader, days: Days) -> float:
    lanes: dict[str, set[date]] = defaultdict(set)
    for point in timeline.points:
        lanes[point.lane].add(point.bucket)
    return find_pitch(lanes, names.values(), timeline.step, reader, days)


def draw_marks(
    timeline: rows.Timeline, names: Mapping[str, str], reader: Reader, days: Days = ()
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The marks, and the axis of their lanes, whose range is the height in pixels."""
    marks, edges = _place_marks(timeline, names, reader, days)
    return _draw_marks(marks, timeline.step, names, reader), _edged_axis(edges, names, reader)


def _place_marks(
    timeline: rows.Timeline, names: Mapping[str, str], reader: Reader, days: Days
) -> tuple[list[_Mark], Sequence[float]]:
    """The marks, none upon another of its day, and the edges of the lanes in pixels from the top."""
    size = _SMALL_MARK if reader.narrow else _MARK
    most = min(size + _MOST_GROWTH, _pitch(timeline, names, reader, days))
    stacks = _stack(timeline.points, names, min(size, most), most, apart=True)
    if max(map(len, stacks), default=1) > _HIGH:
        most = min(_SMALL_MARK + _MOST_GROWTH, most)
        stacks = _stack(timeline.points, names, min(_SMALL_MARK, most), most, apart=False)
    heights: dict[str, float] = dict.fromkeys(names, _LANE)
    for stack in stacks:
        lane = stack[0].lane
        heights[lane] = max(heights[lane], sum(mark.size + 1 for mark in stack) + 2 * _EDGE)
    edges = [0.0, *accumulate(heights.values())]
    middles = dict(zip(names, _middles(edges), strict=True))
    return [mark for stack in stacks for mark in _spread(stack, middles)], edges


def _middles(edges: Sequence[float]) -> list[float]:
    return [(top + end) / 2 for top, end in pairwise(edges)]


def _edged_axis(edges: Sequence[float], names: Mapping[str, str], reader: Reader) -> dict[str, Any]:
    """The axis of lanes that are as high as their marks need."""
    axis = lane_axis(list(names.values()), reader)
    return {**axis, "tickvals": _middles(edges), "range": [max(edges[-1], _LANE), 0]}


def _stack(
    points: Sequence[rows.TimelinePoint], lanes: Mapping[str, str], size: float, most: float, *, apart: bool
) -> list[list[_Mark]]:
    """The marks of each lane and bucket, from ``size`` up to ``most`` pixels; stated and assumed days and months
    ``apart`` or in one, direct and indirect in one."""
    counts: Counter[_Cell] = Counter()
    assumed: Counter[_Cell] = Counter()
    months: Counter[_Cell] = Counter()
    for point in points:
        if point.lane in lanes:
            key = point.lane, point.bucket, point.act, apart * (point.assumed + 2 * point.month)
            counts[key] += point.count
            assumed[key] += point.count * point.assumed
            months[key] += point.count * point.month
    stacks: dict[tuple[str, date], list[_Mark]] = defaultdict(list)
    for key in sorted(counts, key=lambda key: (list(Act).index(key[2]), key[3])):
        lane, bucket, act, _ = key
        grown = min(most, size + 1.6 * (counts[key] - 1) ** 0.5)
        stacks[lane, bucket].append(_Mark(lane, bucket, act, counts[key], assumed[key], months[key], round(grown, 1)))
    return list(stacks.values())


def _spread(stack: list[_Mark], middles: Mapping[str, float]) -> Iterator[_Mark]:
    """Marks of one lane and bucket stand above each other, around the middle of the lane."""
    top = middles[stack[0].lane] - sum(mark.size + 1 for mark in stack) / 2
    for mark in stack:
        yield replace(mark, height=round(top + mark.size / 2, 2))
        top += mark.size + 1


def _draw_marks(marks: Sequence[_Mark], step: Step, names: Mapping[str, str], reader: Reader) -> dict[str, Any]:
    colours = [MARKS[mark.act].colour for mark in marks]
    hollow = [mark.assumed + mark.months == mark.count for mark in marks]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.bucket.isoformat() for mark in marks],
        "y": [mark.height for mark in marks],
        "customdata": [[mark.lane, mark.bucket.isoformat(), mark.act.value] for mark in marks],
        "hovertext": [_tell(mark, names[mark.lane], step, reader) for mark in marks],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "size": [mark.size for mark in marks],
            "symbol": [MARKS[mark.act].symbol + "-open" * open_ for mark, open_ in zip(marks, hollow, strict=True)],
            "color": colours,
            "line": {"width": 1.6, "color": colours},
            "opacity": 1,
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.35}},
    }


def _tell(mark: _Mark, name: str, step: Step, reader: Reader) -> str:
    what = f"{reader.say(f'act.{mark.act}')} · {reader.say('count.statements', n=mark.count)}"
    when = tell_basis(mark.count, mark.assumed, mark.months, mark.bucket, step, reader)
    return "<br>".join(reader.line(line) for line in (f"<b>{short(name, 60)}</b>", what, when))
