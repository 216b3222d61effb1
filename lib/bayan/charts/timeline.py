"""Lanes of statements over time, and volume."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bayan.charts.bands import draw_bands
from bayan.charts.look import DEEP, EDGE, Figure, Reader, count_axis, lane_axis, lay_out, leave_room
from bayan.charts.marks import draw_marks, is_dense
from bayan.charts.times import bars_axis, bucket_of, end_of, marks_axis, middle_of, place_bars
from bayan.queries import rows

_DENSE_LANE = 60
"""The height of a lane of bars."""
_LEAST = 66
"""Of a lower chart plotly would cut the words below it."""


def draw_timeline(
    timeline: rows.Timeline,
    names: Mapping[str, str],
    reader: Reader,
    turns: Sequence[date] = (),
    days: Sequence[date] = (),
) -> Figure:
    """A lane for each of ``names`` (by key, in this order), a mark for the statements of one act in one bucket.

    Marks are hollow where no day is stated; where they would cover each other, bars stand in their place.
    ``customdata`` of a mark is [lane, bucket, act]: what a click on it selects. At the buckets ``turns`` stands a line.
    The axis covers all of ``days``.
    """
    dense, step = is_dense(timeline, names, reader, days), timeline.step
    buckets = [*(point.bucket for point in timeline.points), *(bucket_of(day, step) for day in days)]
    if dense:
        traces, axis = draw_bands(timeline, names, reader), lane_axis(list(names.values()), reader)
        height: float = _DENSE_LANE * max(len(names), 1)
    else:
        trace, axis = draw_marks(timeline, names, reader, days)
        traces, height = [trace], axis["range"][0]
    return {
        "data": traces,
        "layout": lay_out(
            reader,
            max(round(height), _LEAST) + 60,
            margin=leave_room(axis["ticktext"], reader),
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


def draw_strip(volume: rows.Volume, reader: Reader, above: Figure | None = None, *, same_days: bool = True) -> Figure:
    """Volume as a low strip over which a span of time is drawn with the mouse.

    It begins and ends with the lanes ``above`` it, and has their days where these are the ``same_days``.
    """
    said = find_days(volume)
    within = tuple(point for point in volume.points if said and said[0] <= point.bucket <= said[-1])
    figure = draw_volume(replace(volume, points=within), reader)
    layout = figure["layout"]
    layout |= {"height": 112, "dragmode": "select", "selectdirection": "h"}
    layout["yaxis"] = {"visible": False, "fixedrange": True, "rangemode": "tozero"}
    if above:
        layout["yaxis"] |= _repeat_names(above, max((point.statements for point in within), default=1))
        layout["margin"] = above["layout"]["margin"]
        shared = above["layout"]["xaxis"]
        layout["xaxis"]["automargin"] = shared["automargin"] or "height"  # words at the edges take room of both or none
        if same_days:
            layout["xaxis"] |= {key: shared[key] for key in ("range", "tickvals", "ticktext") if key in shared}
    return figure


def _repeat_names(above: Figure, most: float) -> Figure:
    """The names beside the lanes once more, unseen: they take as much room from the strip."""
    lanes = above["layout"]["yaxis"]
    names = lanes["ticktext"]
    apart = [most * (0.4 + 0.2 * at / len(names)) for at in range(len(names))]  # of names at one place one counts
    unseen = {"showgrid": False, "zeroline": False, "ticks": "", "tickvals": apart, "visible": True}
    shared = {key: lanes[key] for key in ("ticktext", "side", "automargin", "ticklabelstandoff")}
    return {**unseen, **shared, "tickfont": {**lanes["tickfont"], "color": "rgba(0,0,0,0)"}}


def find_days(volume: rows.Volume) -> tuple[date, ...]:
    """The first and the last day on which something may have been said."""
    said = [point.bucket for point in volume.points if point.statements]
    return (said[0], end_of(said[-1], volume.step) - timedelta(days=1)) if said else ()


def _tell_bucket(point: rows.VolumePoint, volume: rows.Volume, reader: Reader) -> str:
    lines = [f"<b>{reader.tell(point.bucket, volume.step)}</b>", reader.say("count.statements", n=point.statements)]
    if point.articles is not None:
        lines.append(reader.say("count.articles", n=point.articles))
    return "<br>".join(reader.line(line) for line in lines)
