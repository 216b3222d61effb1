"""Actors, or periods, over time side by side, and one actor's statements above its mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from bayan.charts.look import (
    ACCENT,
    DEEP,
    EDGE,
    SERIES,
    Figure,
    Reader,
    Step,
    count_axis,
    lay_out,
    short,
)
from bayan.charts.side_rows import draw_rows
from bayan.charts.times import bars_axis, bucket_of, list_buckets, place_bars, time_axis
from bayan.queries import actor_rows

Measure = Literal["statements", "mentions"]
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x")
_COLOURS: dict[Measure, str] = {"statements": DEEP, "mentions": ACCENT}
_MOST_LINES, _MOST_BUCKETS = 2, 16
"""So many lines are followed where they cross, whatever their length; more of them only where they are short."""
_HALF = 0.46
"""The height of each of two panels, with room for the words between them."""


@dataclass(frozen=True, slots=True)
class Side:
    """One line: its name, and where it is a period, its first and last day."""

    name: str
    period: tuple[date, date] | None = None


def draw_presence(series: actor_rows.Series, reader: Reader) -> Figure:
    """Statements by an actor as bars, and below them mentions of it; where one is not found, the other stands alone."""
    points = series.sides[0] if series.sides else ()
    measures = [measure for measure in _COLOURS if any(getattr(point, measure) for point in points)]
    two = len(measures) > 1
    bars = [_bars(points, measure, "y2" if at else "y", series.step, reader) for at, measure in enumerate(measures)]
    domains = [1 - _HALF if two else 0, 1], [0, _HALF]
    axes = {
        axis: {**count_axis((getattr(point, measure) for point in points), reader, 4), "domain": domain}
        for axis, measure, domain in zip(("yaxis", "yaxis2"), measures, domains, strict=False)
    }
    axis = bars_axis((point.bucket for point in points), series.step, reader)
    return {
        "data": bars,
        "layout": lay_out(
            reader, 320 if two else 200, xaxis={**axis, "showgrid": False, "anchor": "y2" if two else "y"}, **axes
        ),
    }


def _bars(
    points: Sequence[actor_rows.SidePoint], measure: Measure, axis: str, step: Step, reader: Reader
) -> dict[str, Any]:
    return {
        "type": "bar",
        **place_bars((point.bucket for point in points), step),
        "y": [getattr(point, measure) for point in points],
        "yaxis": axis,
        "marker": {
            "color": _COLOURS[measure],
            "cornerradius": 2,
            "line": {"color": EDGE, "width": int(measure == "mentions")},
        },
        "hovertext": [_tell(point, step, reader) for point in points],
        "hoverinfo": "text",
    }


def _tell(point: actor_rows.SidePoint, step: Step, reader: Reader) -> str:
    lines = (
        f"<b>{reader.tell(point.bucket, step)}</b>",
        reader.say("count.statements", n=point.statements),
        reader.say("count.mentions", n=point.mentions),
    )
    return "<br>".join(map(reader.line, lines))


def draw_sides(series: actor_rows.Series, sides: Sequence[Side], measure: Measure, reader: Reader) -> Figure:
    """Each side over time: as lines upon each other, or where there are too many to follow, in rows of its own.

    Periods lie upon each other from their first days on.
    """
    spans = [_span(side, series) for side in sides]
    longest = max((len(list_buckets(span or (), series.step)) for span in spans), default=0)
    if len(sides) > _MOST_LINES and longest > _MOST_BUCKETS:
        counts = [_counts(points, span, series.step, measure) for points, span in zip(series.sides, spans, strict=True)]
        return draw_rows([side.name for side in sides], counts, f"count.{measure}", series.step, reader)
    return _draw_lines(series, sides, spans, measure, reader)


def _draw_lines(
    series: actor_rows.Series,
    sides: Sequence[Side],
    spans: Sequence[tuple[date, date] | None],
    measure: Measure,
    reader: Reader,
) -> Figure:
    """One line a side, each with its colour, dash and mark."""
    shifts = [spans[0][0] - span[0] if span and spans[0] else timedelta() for span in spans]
    lines = [
        _line(at, side, _counts(points, span, series.step, measure), shifts[at], measure, series.step, reader)
        for at, (side, points, span) in enumerate(zip(sides, series.sides, spans, strict=True))
    ]
    shown = [date.fromisoformat(day) for line in lines for day in line["x"]]
    return {
        "data": lines,
        "layout": lay_out(
            reader,
            280,
            xaxis={**time_axis(shown, reader, series.step), "showgrid": False},
            yaxis=count_axis((count for line in lines for count in line["y"]), reader),
        ),
    }


def _span(side: Side, series: actor_rows.Series) -> tuple[date, date] | None:
    """The first and the last bucket to draw: of the period, else of all sides together."""
    if side.period:
        return bucket_of(side.period[0], series.step), bucket_of(side.period[1], series.step)
    buckets = [point.bucket for points in series.sides for point in points]
    return (min(buckets), max(buckets)) if buckets else None


def _counts(
    points: Sequence[actor_rows.SidePoint], span: tuple[date, date] | None, step: Step, measure: Measure
) -> list[tuple[date, int]]:
    found = {point.bucket: int(getattr(point, measure)) for point in points}
    return [(day, found.get(day, 0)) for day in list_buckets(span or (), step)]


def _line(
    at: int,
    side: Side,
    counts: Sequence[tuple[date, int]],
    shift: timedelta,
    measure: Measure,
    step: Step,
    reader: Reader,
) -> dict[str, Any]:
    name = reader.line(f"<b>{short(side.name, 60)}</b>")
    told = [f"{reader.tell(day, step)} · {reader.say(f'count.{measure}', n=count)}" for day, count in counts]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [(day + shift).isoformat() for day, _ in counts],
        "y": [count for _, count in counts],
        "line": {"color": SERIES[at], "width": 2, "dash": _DASHES[at]},
        "marker": {"size": 6 if len(counts) < 40 else 4, "symbol": _SYMBOLS[at]},
        "hovertext": [f"{name}<br>{reader.line(line)}" for line in told],
        "hoverinfo": "text",
    }
