"""Many sides over time: each in a row of its own, all over one axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bayan.charts.look import INK, LINE, SERIES, Figure, Reader, Step, lay_out, short
from bayan.charts.times import bars_axis, place_bars

_NAME, _FULL, _LEAST, _GAP = 24, 72, 20, 8
"""Pixels of the name above a row, of the highest bar of all, of the lowest row, and below each row."""
_LOWEST = 2.0
"""Pixels of a bar that is seen."""
_LONGEST, _LONGEST_NARROW = 44, 22
"""Letters of a name."""

Counts = Sequence[tuple[date, int]]


def draw_rows(names: Sequence[str], counts: Sequence[Counts], of: str, step: Step, reader: Reader) -> Figure:
    """A row of bars a side, below its name and how many its highest bar stands for.

    All rows have one scale, so that heights compare; a row is as high as its highest bar. ``of`` names what is counted.
    """
    tops, height = _place_rows(counts)
    unit = _FULL / max((count for side in counts for _, count in side), default=1)
    ends = [*(top - _NAME for top in tops[1:]), height]
    return {
        "data": [
            _bars(at, name, [one for one in side if one[1]], end - _GAP, unit, of, step, reader)
            for at, (name, side, end) in enumerate(zip(names, counts, ends, strict=True))
        ],
        "layout": lay_out(
            reader,
            round(height) + 50,
            xaxis=bars_axis((day for side in counts for day, _ in side), step, reader),
            yaxis={"visible": False, "fixedrange": True, "range": [height, 0]},
            shapes=[_line(end - _GAP) for end in ends],
            annotations=[
                _name(name, side, top - _NAME / 2, step, reader)
                for name, side, top in zip(names, counts, tops, strict=True)
            ],
            hovermode="closest",
            barmode="overlay",
        ),
    }


def _place_rows(counts: Sequence[Counts]) -> tuple[list[float], float]:
    """Where each row begins below its name, in pixels from the top, and where the last one ends."""
    most = max((count for side in counts for _, count in side), default=1)
    tops, reached = [], 0.0
    for side in counts:
        tops.append(reached + _NAME)
        highest = max((count for _, count in side), default=0)
        reached += _NAME + max(_FULL * highest / most, _LEAST) + _GAP
    return tops, reached


def _bars(
    at: int, name: str, side: Counts, base: float, unit: float, of: str, step: Step, reader: Reader
) -> dict[str, Any]:
    title = reader.line(f"<b>{short(name, 60)}</b>")
    told = (reader.line(f"{reader.tell(day, step)} · {reader.say(of, n=count)}") for day, count in side)
    return {
        "type": "bar",
        **place_bars((day for day, _ in side), step),
        "y": [-round(max(count * unit, _LOWEST), 1) for _, count in side],
        "base": [round(base, 1)] * len(side),
        "marker": {"color": SERIES[at]},
        "hovertext": [f"{title}<br>{line}" for line in told],
        "hoverinfo": "text",
    }


def _line(y: float) -> dict[str, Any]:
    place = {"x0": 0, "x1": 1, "xref": "paper", "y0": y, "y1": y}
    return {"type": "line", **place, "line": {"color": LINE, "width": 1}, "layer": "below"}


def _name(name: str, side: Counts, y: float, step: Step, reader: Reader) -> dict[str, Any]:
    most = reader.say(f"actors.most.{step}", n=max((count for _, count in side), default=0))
    told = reader.line(f"<b>{short(name, _LONGEST_NARROW if reader.narrow else _LONGEST)}</b> · {most}")
    at = 1 if reader.rtl else 0
    place = {"x": at, "xref": "paper", "xanchor": "right" if at else "left", "y": y, "yanchor": "middle"}
    return {**place, "text": told, "showarrow": False, "font": {"size": 13, "color": INK}}
