"""Lanes of statements over time, and volume."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

from bayan.charts.bands import draw_bands
from bayan.charts.look import (
    DAYS,
    DEEP,
    EDGE,
    MARKS,
    Figure,
    Reader,
    Step,
    count_axis,
    lane_axis,
    lay_out,
    marks_axis,
    short,
    time_axis,
)
from bayan.queries import rows
from bayan.records import Act

_LANE, _DENSE_LANE = 38, 60
"""The least height of a lane of marks, and that of a lane of bars."""
_MOST_MARKS = 450
_MARK, _SMALL_MARK, _MOST_GROWTH = 13, 9, 6
_HIGH = 6
"""Above so many marks on each other they are drawn smaller, with stated and assumed days in one."""
_EDGE = 5
"""Free pixels at both edges of a lane."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """The statements of one lane with one act in one bucket; ``assumed`` of them have the day of publication."""

    lane: str
    bucket: date
    act: Act
    count: int
    assumed: int
    size: float
    height: float = 0


def draw_timeline(
    timeline: rows.Timeline, names: Mapping[str, str], reader: Reader, turns: Sequence[date] = ()
) -> Figure:
    """A lane for each of ``names`` (by key, in this order), a mark for the statements of one act in one bucket.

    Marks are hollow where all days are assumed; where they would cover each other, bars stand in their place.
    ``customdata`` of a mark is [lane, bucket, act]: what a click on it selects. At the buckets ``turns`` stands a line.
    """
    if is_dense(timeline):
        traces, axis = draw_bands(timeline, names, reader), lane_axis(list(names.values()), reader)
        height: float = _DENSE_LANE * max(len(names), 1)
    else:
        marks, edges = _place_marks(timeline, names, reader)
        traces, axis = [_draw_marks(marks, timeline.step, names, reader)], _edged_axis(edges, names, reader)
        height = max(edges[-1], _LANE)
    return {
        "data": traces,
        "layout": lay_out(
            reader,
            round(height) + 60,
            xaxis=marks_axis((point.bucket for point in timeline.points), timeline.step, reader),
            yaxis=axis,
            shapes=[_draw_turn(turn) for turn in turns],
            hovermode="closest",
            clickmode="event+select",
            barmode="overlay",
        ),
    }


def is_dense(timeline: rows.Timeline) -> bool:
    """Whether a timeline holds more than single marks can show."""
    return len(timeline.points) > _MOST_MARKS


def _place_marks(
    timeline: rows.Timeline, names: Mapping[str, str], reader: Reader
) -> tuple[list[_Mark], Sequence[float]]:
    """The marks, none upon another of its day, and the edges of the lanes in pixels from the top."""
    size = _SMALL_MARK if reader.narrow else _MARK
    stacks = _stack(timeline.points, names, size, apart=True)
    if max(map(len, stacks), default=1) > _HIGH:
        stacks = _stack(timeline.points, names, _SMALL_MARK, apart=False)
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


def _draw_turn(day: date) -> dict[str, Any]:
    place = {"x0": day.isoformat(), "x1": day.isoformat(), "y0": 0, "y1": 1, "yref": "paper"}
    return {"type": "line", **place, "line": {"color": EDGE, "width": 2}, "layer": "below"}


def _stack(
    points: Sequence[rows.TimelinePoint], lanes: Mapping[str, str], size: int, *, apart: bool
) -> list[list[_Mark]]:
    """The marks of each lane and bucket; stated and assumed days ``apart`` or in one, direct and indirect in one."""
    counts: Counter[tuple[str, date, Act, bool]] = Counter()
    assumed: Counter[tuple[str, date, Act, bool]] = Counter()
    for point in points:
        if point.lane in lanes:
            key = point.lane, point.bucket, point.act, apart and point.assumed
            counts[key] += point.count
            assumed[key] += point.count if point.assumed else 0
    stacks: dict[tuple[str, date], list[_Mark]] = defaultdict(list)
    for key in sorted(counts, key=lambda key: (list(Act).index(key[2]), key[3])):
        lane, bucket, act, _ = key
        grown = min(size + _MOST_GROWTH, size + 1.6 * (counts[key] - 1) ** 0.5)
        stacks[lane, bucket].append(_Mark(lane, bucket, act, counts[key], assumed[key], round(grown, 1)))
    return list(stacks.values())


def _spread(stack: list[_Mark], middles: Mapping[str, float]) -> Iterator[_Mark]:
    """Marks of one lane and bucket stand above each other, around the middle of the lane."""
    top = middles[stack[0].lane] - sum(mark.size + 1 for mark in stack) / 2
    for mark in stack:
        yield replace(mark, height=round(top + mark.size / 2, 2))
        top += mark.size + 1


def _draw_marks(marks: Sequence[_Mark], step: Step, names: Mapping[str, str], reader: Reader) -> dict[str, Any]:
    colours = [MARKS[mark.act].colour for mark in marks]
    hollow = [mark.assumed == mark.count for mark in marks]
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
    when = reader.tell(mark.bucket, step)
    what = f"{reader.say(f'act.{mark.act}')} · {reader.say('count.statements', n=mark.count)}"
    basis = reader.say("count.assumed", n=mark.assumed) if mark.assumed else reader.say("basis.stated")
    return "<br>".join(reader.line(line) for line in (f"<b>{short(name, 60)}</b>", what, f"{when} · {basis}"))


def draw_volume(volume: rows.Volume, reader: Reader) -> Figure:
    """Statements in each bucket of time, as bars."""
    points = volume.points
    return {
        "data": [
            {
                "type": "bar",
                "x": [point.bucket.isoformat() for point in points],
                "y": [point.statements for point in points],
                "marker": {"color": DEEP, "cornerradius": 2},
                "hovertext": [_tell_bucket(point, volume, reader) for point in points],
                "hoverinfo": "text",
                "width": DAYS[volume.step] * 0.82 * 86_400_000,
            }
        ],
        "layout": lay_out(
            reader,
            300,
            xaxis={**time_axis((point.bucket for point in points), reader), "showgrid": False},
            yaxis=count_axis((point.statements for point in points), reader),
        ),
    }


def draw_strip(volume: rows.Volume, reader: Reader) -> Figure:
    """Volume as a low strip over which a span of time is drawn with the mouse."""
    said = [point.bucket for point in volume.points if point.statements]
    within = tuple(point for point in volume.points if said and said[0] <= point.bucket <= said[-1])
    figure = draw_volume(replace(volume, points=within), reader)
    figure["layout"] |= {"height": 112, "dragmode": "select", "selectdirection": "h"}
    figure["layout"]["yaxis"] = {"visible": False, "fixedrange": True, "rangemode": "tozero"}
    return figure


def _tell_bucket(point: rows.VolumePoint, volume: rows.Volume, reader: Reader) -> str:
    lines = (
        f"<b>{reader.tell(point.bucket, volume.step)}</b>",
        reader.say("count.statements", n=point.statements),
        reader.say("count.articles", n=point.articles),
    )
    return "<br>".join(reader.line(line) for line in lines)
