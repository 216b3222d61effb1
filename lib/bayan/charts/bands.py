"""Lanes that hold too much for single marks: bars over time in each lane, stacked by act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from bayan.charts.look import MARKS, Reader, Step, short, tell_basis
from bayan.charts.times import place_bars
from bayan.queries import rows
from bayan.records import Act

_FULL, _FLOOR = 0.86, 0.42
"""Height of the highest bar as a part of its lane, and where bars stand below the middle of a lane."""
_LOWEST = 0.04
"""The least part of its lane that is seen."""


def draw_bands(timeline: rows.Timeline, names: Mapping[str, str], reader: Reader) -> list[dict[str, Any]]:
    """A trace for each act; all lanes have one scale, so that their heights compare.

    ``customdata`` of a bar is [lane, bucket, act]: what a click on it selects.
    """
    lanes = {lane: at for at, lane in enumerate(names)}
    counts, assumed, months = (Counter[tuple[str, date, Act]]() for _ in range(3))
    for point in timeline.points:
        if point.lane in lanes:
            cell = point.lane, point.bucket, point.act
            counts[cell] += point.count
            assumed[cell] += point.count * point.assumed
            months[cell] += point.count * point.month
    stacks: Counter[tuple[str, date]] = Counter()
    for (lane, bucket, _), count in counts.items():
        stacks[lane, bucket] += count
    most = max(stacks.values(), default=1)
    reached: dict[tuple[str, date], float] = {}
    traces = []
    for act in Act:
        cells = sorted(key for key in counts if key[2] == act)
        bases, heights = [], []
        for lane, bucket, _ in cells:
            base = reached.get((lane, bucket), lanes[lane] + _FLOOR)
            height = max(_FULL * counts[lane, bucket, act] / most, _LOWEST)
            reached[lane, bucket] = base - height
            bases.append(round(base, 4))
            heights.append(round(-height, 4))
        if cells:
            traces.append(_trace(act, cells, bases, heights, timeline.step))
            traces[-1]["hovertext"] = [
                _tell(
                    names[cell[0]],
                    act,
                    counts[cell],
                    tell_basis(counts[cell], assumed[cell], months[cell], cell[1], timeline.step, reader),
                    reader,
                )
                for cell in cells
            ]
    return traces


def _trace(
    act: Act, cells: list[tuple[str, date, Act]], bases: list[float], heights: list[float], step: Step
) -> dict[str, Any]:
    return {
        "type": "bar",
        **place_bars((bucket for _, bucket, _ in cells), step, 0.86),
        "y": heights,
        "base": bases,
        "customdata": [[lane, bucket.isoformat(), act.value] for lane, bucket, _ in cells],
        "hoverinfo": "text",
        "marker": {"color": MARKS[act].colour, "line": {"width": 0}},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.35}},
    }


def _tell(name: str, act: Act, count: int, when: str, reader: Reader) -> str:
    what = f"{reader.say(f'act.{act}')} · {reader.say('count.statements', n=count)}"
    return "<br>".join(reader.line(line) for line in (f"<b>{short(name, 60)}</b>", what, when))
