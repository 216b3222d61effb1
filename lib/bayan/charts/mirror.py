"""Two halves over one axis of time: lanes of acts above and below it, whose bars grow away from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from bayan.charts.look import INK, LINE, MARKS, Figure, Reader, Step, lay_out, names_axis, short, tell_basis
from bayan.charts.sides import Side
from bayan.charts.times import bars_axis, bucket_of, place_bars
from bayan.queries import actor_rows
from bayan.records import Act

_LANE, _FULL, _LOWEST = 30, 24, 2.5
"""Pixels of a lane, of its highest bar and of its lowest."""
_AXIS, _NAME = 52, 26
"""Room for the words of the axis between the halves, and for the name of a half at its outer edge."""
_FAINT = 0.3
_MOST_BARS = 2_000


@dataclass(frozen=True, slots=True)
class _Bar:
    """Statements of one act in one bucket whose days are all stated, or none of them. ``base`` and ``height`` in pixels
    from the top; ``at`` is where it stands on the axis."""

    at: date
    point: actor_rows.ActPoint
    unstated: bool
    base: float
    height: float


def draw_mirror(
    mirror: actor_rows.Mirror, sides: Sequence[Side], acts: Sequence[Act], reader: Reader, days: Sequence[date] = ()
) -> Figure:
    """The first side above the axis, the second below it; periods lie upon each other from their first days on.

    ``acts`` have lanes in this order towards the axis, and away from it below. Each act has a scale of its own, the
    same in both halves, and its most stands beside its name; statements whose day is not stated are fainter.
    ``customdata`` of a bar is [0 or 1, bucket, act]: what a click on it selects.
    The axis covers all of ``days``.
    """
    half = _LANE * len(acts)
    middle = _NAME + half
    height = 2 * middle + _AXIS
    bars = list(_place_bars(mirror, sides, acts))
    edges = (_NAME / 2, height - _NAME / 2)
    halves = zip(bars, sides, strict=True)
    return {
        "data": [_draw_half(at, found, mirror.step, side, reader) for at, (found, side) in enumerate(halves)],
        "layout": lay_out(
            reader,
            height + 16,
            xaxis=_axis(bars, days, mirror.step, reader, 1 - middle / height),
            yaxis=_lanes(acts, _find_most(mirror), height, reader),
            shapes=[_line(y) for y in (middle, middle + _AXIS)],
            annotations=[_name(side, y, reader) for side, y in zip(sides, edges, strict=True)],
            hovermode="closest",
            clickmode="event+select",
            barmode="overlay",
        ),
    }


def _place_bars(mirror: actor_rows.Mirror, sides: Sequence[Side], acts: Sequence[Act]) -> Iterator[list[_Bar]]:
    """The bars of each half: those of stated days at the lane's inner edge, beyond them the others."""
    most = _find_most(mirror)
    apart = sum(map(len, mirror.sides)) * 2 <= _MOST_BARS
    first = sides[0].period[0] if sides and sides[0].period else None
    middle = _NAME + _LANE * len(acts)
    for at, (points, side) in enumerate(zip(mirror.sides, sides, strict=True)):
        shift = first - side.period[0] if first and side.period else timedelta()
        away, edge = (1, middle + _AXIS) if at else (-1, middle)
        bars = []
        for point in points:
            base: float = edge + away * _LANE * (len(acts) - 1 - acts.index(point.act))
            for count, unstated in _parts(point, apart=apart):
                height = away * max(_FULL * count / most[point.act], _LOWEST)
                bars.append(_Bar(point.bucket + shift, point, unstated, round(base, 1), round(height, 1)))
                base += height
        yield bars


def _find_most(mirror: actor_rows.Mirror) -> dict[Act, int]:
    """The highest bar of each act."""
    most: dict[Act, int] = {}
    for point in chain.from_iterable(mirror.sides):
        most[point.act] = max(most.get(point.act, 0), point.count)
    return most


def _parts(point: actor_rows.ActPoint, *, apart: bool) -> list[tuple[int, bool]]:
    unstated = point.assumed + point.months
    if not apart:
        return [(point.count, unstated == point.count)]
    parts = ((point.count - unstated, False), (unstated, True))
    return [part for part in parts if part[0]]


def _draw_half(at: int, bars: Sequence[_Bar], step: Step, side: Side, reader: Reader) -> dict[str, Any]:
    return {
        "type": "bar",
        **place_bars((bar.at for bar in bars), step),
        "y": [bar.height for bar in bars],
        "base": [bar.base for bar in bars],
        "customdata": [[str(at), bar.point.bucket.isoformat(), bar.point.act.value] for bar in bars],
        "hovertext": [_tell(bar.point, side, step, reader) for bar in bars],
        "hoverinfo": "text",
        "marker": {
            "color": [_fill(MARKS[bar.point.act].colour, bar) for bar in bars],
            "line": {
                "color": [MARKS[bar.point.act].colour for bar in bars],
                "width": [int(bar.unstated) for bar in bars],
            },
        },
        "unselected": {"marker": {"opacity": 0.2}},
    }


def _fill(colour: str, bar: _Bar) -> str:
    """The colour of an act; of a day that is not stated a tint, for the bar's edge to be seen by."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {_FAINT})" if bar.unstated else colour


def _tell(point: actor_rows.ActPoint, side: Side, step: Step, reader: Reader) -> str:
    what = f"{reader.say(f'act.{point.act}')} · {reader.say('count.statements', n=point.count)}"
    when = tell_basis(point.count, point.assumed, point.months, point.bucket, step, reader)
    lines = (f"<b>{short(side.name, 60)}</b>", what, when)
    return "<br>".join(map(reader.line, lines))


def _axis(
    bars: Sequence[Sequence[_Bar]], days: Sequence[date], step: Step, reader: Reader, position: float
) -> dict[str, Any]:
    """Time between the halves."""
    buckets = [*(bar.at for bar in chain.from_iterable(bars)), *(bucket_of(day, step) for day in days)]
    axis = bars_axis(buckets, step, reader)
    return {**axis, "anchor": "free", "position": position, "automargin": False, "ticklen": 0}


def _lanes(acts: Sequence[Act], most: Mapping[Act, int], height: float, reader: Reader) -> dict[str, Any]:
    """The names of the acts beside both halves, with how many the highest bar stands for."""
    above = [_NAME + _LANE * (at + 0.5) for at in range(len(acts))]
    names = [reader.line(f"{reader.say(f'act.{act}')} · {reader.number(most.get(act, 0))}") for act in acts]
    lanes = list(zip(above, names, strict=True))
    places = dict([*lanes, *((height - y, name) for y, name in reversed(lanes))])
    return {**names_axis(places, reader), "range": [height, 0], "showgrid": False}


def _line(y: float) -> dict[str, Any]:
    place = {"x0": 0, "x1": 1, "xref": "paper", "y0": y, "y1": y}
    return {"type": "line", **place, "line": {"color": LINE, "width": 1}, "layer": "below"}


def _name(side: Side, y: float, reader: Reader) -> dict[str, Any]:
    at = 1 if reader.rtl else 0
    place = {"x": at, "xref": "paper", "xanchor": "right" if at else "left", "y": y, "yanchor": "middle"}
    return {
        **place,
        "text": f"<b>{reader.line(short(side.name, 44))}</b>",
        "showarrow": False,
        "font": {"size": 13, "color": INK},
    }
