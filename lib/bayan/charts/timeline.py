"""Lanes of statements over time, and volume."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bayan.charts.look import DEEP, INK, LINE, MARKS, MUTED, Figure, Reader, lay_out, short, time_axis
from bayan.queries import rows
from bayan.records import Act

_LANE, _TALLEST_LANE = 38, 60
_MARK, _SMALL_MARK = 13, 9
_HIGH = 6
"""Above so many marks on each other they are drawn smaller, with stated and assumed days in one."""
_DAYS = {"day": 1, "week": 7, "month": 30}


@dataclass(frozen=True, slots=True)
class _Mark:
    """The statements of one speaker with one act in one bucket; ``assumed`` of them have the day of publication."""

    speaker: str
    bucket: date
    act: Act
    count: int
    assumed: int
    height: float = 0


def draw_timeline(timeline: rows.Timeline, reader: Reader) -> Figure:
    """One lane a speaker, a mark for the statements of one act in one bucket: hollow where all days are assumed.

    ``customdata`` of a mark is [speaker key, bucket, act]: what a click on it selects.
    """
    lanes = {lane.speaker_key: at for at, lane in enumerate(timeline.lanes)}
    stacks = _stack(timeline.points, lanes, apart=True)
    size = _MARK
    if max(map(len, stacks), default=1) > _HIGH:
        stacks, size = _stack(timeline.points, lanes, apart=False), _SMALL_MARK
    lane = min(_TALLEST_LANE, max(_LANE, (size - 2) * max(map(len, stacks), default=1) + 10))
    marks = [mark for stack in stacks for mark in _spread(stack, lanes, (size - 2) / lane)]
    return {
        "data": [_draw_marks(marks, size, timeline, reader)],
        "layout": lay_out(
            reader,
            lane * max(len(lanes), 1) + 60,
            xaxis={**time_axis((point.bucket for point in timeline.points), reader), **_room(timeline)},
            yaxis=_lane_axis(timeline.lanes, reader),
            hovermode="closest",
            clickmode="event+select",
        ),
    }


def _room(timeline: rows.Timeline) -> dict[str, Any]:
    """Room at both ends, so that no mark is cut."""
    if not timeline.points:
        return {}
    first = min(point.bucket for point in timeline.points)
    last = max(point.bucket for point in timeline.points)
    edge = max((last - first) * 0.03, timedelta(days=_DAYS[timeline.step]))
    ends = datetime.combine(first, time()) - edge, datetime.combine(last, time()) + edge
    return {"range": [end.isoformat() for end in ends]}


def _lane_axis(lanes: Sequence[rows.Lane], reader: Reader) -> dict[str, Any]:
    return {
        "tickvals": list(range(len(lanes))),
        "ticktext": [short(reader.name(lane.name_ar, lane.name_en)) for lane in lanes],
        "range": [max(len(lanes), 1) - 0.4, -0.6],
        "side": "right" if reader.rtl else "left",
        "automargin": True,
        "tickfont": {"size": 13, "color": INK},
        "ticklabelstandoff": 10,
        "gridcolor": LINE,
        "zeroline": False,
        "fixedrange": True,
    }


def _stack(points: Sequence[rows.TimelinePoint], lanes: dict[str, int], *, apart: bool) -> list[list[_Mark]]:
    """The marks of each lane and bucket; stated and assumed days ``apart`` or in one, direct and indirect in one."""
    counts: Counter[tuple[str, date, Act, bool]] = Counter()
    assumed: Counter[tuple[str, date, Act, bool]] = Counter()
    for point in points:
        if point.speaker_key in lanes:
            key = point.speaker_key, point.bucket, point.act, apart and point.assumed
            counts[key] += point.count
            assumed[key] += point.count if point.assumed else 0
    stacks: dict[tuple[str, date], list[_Mark]] = defaultdict(list)
    for key in sorted(counts, key=lambda key: (list(Act).index(key[2]), key[3])):
        speaker, bucket, act, _ = key
        stacks[speaker, bucket].append(_Mark(speaker, bucket, act, counts[key], assumed[key]))
    return list(stacks.values())


def _spread(stack: list[_Mark], lanes: dict[str, int], gap: float) -> Iterator[_Mark]:
    """Marks of one lane and bucket stand above each other, within the lane."""
    gap = min(gap, 0.84 / len(stack))
    for at, mark in enumerate(stack):
        yield replace(mark, height=round(lanes[mark.speaker] + (at - (len(stack) - 1) / 2) * gap, 3))


def _draw_marks(marks: Sequence[_Mark], size: int, timeline: rows.Timeline, reader: Reader) -> dict[str, Any]:
    names = {lane.speaker_key: reader.name(lane.name_ar, lane.name_en) for lane in timeline.lanes}
    colours = [MARKS[mark.act].colour for mark in marks]
    hollow = [mark.assumed == mark.count for mark in marks]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.bucket.isoformat() for mark in marks],
        "y": [mark.height for mark in marks],
        "customdata": [[mark.speaker, mark.bucket.isoformat(), mark.act.value] for mark in marks],
        "hovertext": [_tell(mark, names[mark.speaker], timeline, reader) for mark in marks],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "size": [min(size + 6, size + 1.6 * (mark.count - 1) ** 0.5) for mark in marks],
            "symbol": [MARKS[mark.act].symbol + "-open" * open_ for mark, open_ in zip(marks, hollow, strict=True)],
            "color": colours,
            "line": {"width": 1.6, "color": colours},
            "opacity": 1,
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.35}},
    }


def _tell(mark: _Mark, name: str, timeline: rows.Timeline, reader: Reader) -> str:
    when = reader.tell(mark.bucket, timeline.step)
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
                "width": _DAYS[volume.step] * 0.82 * 86_400_000,
            }
        ],
        "layout": lay_out(
            reader,
            300,
            xaxis={**time_axis((point.bucket for point in points), reader), "showgrid": False},
            yaxis=count_axis(reader),
        ),
    }


def _tell_bucket(point: rows.VolumePoint, volume: rows.Volume, reader: Reader) -> str:
    lines = (
        f"<b>{reader.tell(point.bucket, volume.step)}</b>",
        reader.say("count.statements", n=point.statements),
        reader.say("count.articles", n=point.articles),
    )
    return "<br>".join(reader.line(line) for line in lines)


def count_axis(reader: Reader) -> dict[str, Any]:
    """An axis of counts on the reading side."""
    return {
        "side": "right" if reader.rtl else "left",
        "gridcolor": LINE,
        "zeroline": False,
        "tickfont": {"size": 12, "color": MUTED},
        "rangemode": "tozero",
        "tickformat": ",d",
        "nticks": 5,
        "automargin": True,
        "fixedrange": True,
    }
