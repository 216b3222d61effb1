"""What statements do, over time: one lane an act, each with its mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bayan.charts.bands import draw_bands
from bayan.charts.look import MARKS, Figure, Reader, lane_axis, lay_out, tell_basis
from bayan.charts.times import bars_axis, find_pitch, marks_axis
from bayan.queries import actor_rows, rows
from bayan.records import Act

_LANE, _DENSE_LANE = 34, 44
_SMALL, _LEAST_GROWTH, _GROWTH, _NARROW_GROWTH = 9, 3, 13, 8
"""Pixels of a mark of one statement, and by how many others grow: with less it is not seen how many they are."""
_PART = 0.6
"""How much of a wide screen the chart has."""


def draw_acts(series: actor_rows.ActSeries, reader: Reader) -> Figure:
    """Each mark stands for the statements with one act in one bucket; it grows with their number.

    The largest has 22 pixels, 17 on a narrow screen. A mark is hollow where none of its days is stated. Where marks
    would touch, bars stand in their place.
    """
    found = {point.act for point in series.points}
    acts = [act for act in Act if act in found]
    names = {act.value: reader.say(f"act.{act}") for act in acts}
    room = _find_room(series, names, reader)
    dense = room < _SMALL + _LEAST_GROWTH
    drawn = draw_bands(_as_lanes(series), names, reader) if dense else [_marks(series, acts, room, reader)]
    buckets = [point.bucket for point in series.points]
    return {
        "data": drawn,
        "layout": lay_out(
            reader,
            (_DENSE_LANE if dense else _LANE) * max(len(acts), 1) + 50,
            xaxis=(bars_axis if dense else marks_axis)(buckets, series.step, reader),
            yaxis=lane_axis(list(names.values()), reader),
            hovermode="closest",
            barmode="overlay",
        ),
    }


def _find_room(series: actor_rows.ActSeries, names: dict[str, str], reader: Reader) -> float:
    """About how many pixels a mark has for itself."""
    days = {act: {point.bucket for point in series.points if point.act == act} for act in names}
    return find_pitch(days, names.values(), series.step, reader) * (1 if reader.narrow else _PART)


def _as_lanes(series: actor_rows.ActSeries) -> rows.Timeline:
    """The same as a timeline whose lanes are acts."""
    parts = (
        (point, count, assumed, month)
        for point in series.points
        for count, assumed, month in (
            (point.count - point.assumed - point.months, False, False),
            (point.assumed, True, False),
            (point.months, False, True),
        )
        if count
    )
    points = (
        rows.TimelinePoint(point.act.value, point.bucket, point.act, assumed, count, month)
        for point, count, assumed, month in parts
    )
    return rows.Timeline(series.step, (), tuple(points), left_out=0)


def _marks(series: actor_rows.ActSeries, acts: Sequence[Act], room: float, reader: Reader) -> dict[str, Any]:
    points: Sequence[actor_rows.ActPoint] = series.points
    most = max((point.count for point in points), default=1)
    growth = min(_NARROW_GROWTH if reader.narrow else _GROWTH, room - _SMALL)
    symbols = [MARKS[point.act].symbol + "-open" * (point.assumed + point.months == point.count) for point in points]
    colours = [MARKS[point.act].colour for point in points]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.bucket.isoformat() for point in points],
        "y": [acts.index(point.act) for point in points],
        "hovertext": [_tell(point, series, reader) for point in points],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "size": [round(_SMALL + growth * ((point.count - 1) / max(most - 1, 1)) ** 0.5, 1) for point in points],
            "symbol": symbols,
            "color": colours,
            "line": {"width": 1.6, "color": colours},
        },
    }


def _tell(point: actor_rows.ActPoint, series: actor_rows.ActSeries, reader: Reader) -> str:
    what = f"<b>{reader.say(f'act.{point.act}')}</b> · {reader.say('count.statements', n=point.count)}"
    when = tell_basis(point.count, point.assumed, point.months, point.bucket, series.step, reader)
    return "<br>".join(map(reader.line, (what, when)))
