"""What statements do, over time: one lane an act, each with its mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bayan.charts.look import MARKS, Figure, Reader, lane_axis, lay_out, tell_basis
from bayan.charts.times import find_pitch, marks_axis
from bayan.queries import actor_rows
from bayan.records import Act

_LANE = 34
_SMALL, _GROWTH, _NARROW_GROWTH = 9, 13, 8
_PART = 0.6
"""How much of a wide screen the chart has."""
_LEAST_GROWTH = 3
"""Marks that are close in time grow by no more than that, where they would else cover each other: seen through, each
may reach to the middle of the next, and how many it stands for is still seen."""


def draw_acts(series: actor_rows.ActSeries, reader: Reader) -> Figure:
    """Each mark stands for the statements with one act in one bucket; it grows with their number.

    The largest has 22 pixels, 17 on a narrow screen. A mark is hollow where none of its days is stated.
    """
    found = {point.act for point in series.points}
    lanes = {act: at for at, act in enumerate(act for act in Act if act in found)}
    return {
        "data": [_marks(series, lanes, reader)],
        "layout": lay_out(
            reader,
            _LANE * max(len(lanes), 1) + 50,
            xaxis=marks_axis((point.bucket for point in series.points), series.step, reader),
            yaxis=lane_axis([reader.say(f"act.{act}") for act in lanes], reader),
            hovermode="closest",
        ),
    }


def _marks(series: actor_rows.ActSeries, lanes: dict[Act, int], reader: Reader) -> dict[str, Any]:
    points: Sequence[actor_rows.ActPoint] = series.points
    most = max((point.count for point in points), default=1)
    names = [reader.say(f"act.{act}") for act in lanes]
    days = {act.value: {point.bucket for point in points if point.act == act} for act in lanes}
    room = find_pitch(days, names, series.step, reader) * (1 if reader.narrow else _PART)
    growth = min(_NARROW_GROWTH if reader.narrow else _GROWTH, max(2 * room - _SMALL, _LEAST_GROWTH))
    symbols = [MARKS[point.act].symbol + "-open" * (point.assumed + point.months == point.count) for point in points]
    colours = [MARKS[point.act].colour for point in points]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.bucket.isoformat() for point in points],
        "y": [lanes[point.act] for point in points],
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
