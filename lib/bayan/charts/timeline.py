"""Lanes of statements over time, and volume."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bayan.charts.bands import draw_bands
from bayan.charts.look import DEEP, EDGE, Figure, Reader, count_axis, lane_axis, lay_out
from bayan.charts.marks import draw_marks, is_dense
from bayan.charts.times import bars_axis, marks_axis, middle_of, place_bars
from bayan.queries import rows

_DENSE_LANE = 60
"""The height of a lane of bars."""


def draw_timeline(
    timeline: rows.Timeline, names: Mapping[str, str], reader: Reader, turns: Sequence[date] = ()
) -> Figure:
    """A lane for each of ``names`` (by key, in this order), a mark for the statements of one act in one bucket.

    Marks are hollow where no day is stated; where they would cover each other, bars stand in their place.
    ``customdata`` of a mark is [lane, bucket, act]: what a click on it selects. At the buckets ``turns`` stands a line.
    """
    dense, step = is_dense(timeline, names, reader), timeline.step
    buckets = [point.bucket for point in timeline.points]
    if dense:
        traces, axis = draw_bands(timeline, names, reader), lane_axis(list(names.values()), reader)
        height: float = _DENSE_LANE * max(len(names), 1)
    else:
        trace, axis = draw_marks(timeline, names, reader)
        traces, height = [trace], axis["range"][0]
    return {
        "data": traces,
        "layout": lay_out(
            reader,
            round(height) + 60,
            xaxis=(bars_axis if dense else marks_axis)(buckets, step, reader),
            yaxis=axis,
            shapes=[_draw_turn(middle_of(day, step) if dense else day.isoformat(), reader) for day in turns],
            hovermode="closest",
            clickmode="event+select",
            barmode="overlay",
        ),
    }


def _draw_turn(at: str, reader: Reader) -> dict[str, Any]:
    line = {"color": EDGE, "width": 1 if reader.narrow else 2}
    return {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "paper", "line": line, "layer": "below"}


def draw_volume(volume: rows.Volume, reader: Reader) -> Figure:
    """Statements in each bucket of time, as bars."""
    points = volume.points
    return {
        "data": [
            {
                "type": "bar",
                **place_bars((point.bucket for point in points), volume.step),
                "y": [point.statements for point in points],
                "marker": {"color": DEEP, "cornerradius": 2},
                "hovertext": [_tell_bucket(point, volume, reader) for point in points],
                "hoverinfo": "text",
            }
        ],
        "layout": lay_out(
            reader,
            300,
            xaxis={**bars_axis((point.bucket for point in points), volume.step, reader), "showgrid": False},
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
