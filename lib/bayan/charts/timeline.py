"""Lanes of statements over time, and volume."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from bayan.charts.look import DEEP, INK, LINE, MARKS, MUTED, Figure, Reader, lay_out, short, time_axis
from bayan.queries import Lane, Timeline, TimelinePoint, Volume

_LANE = 40
_SPREAD = 0.62
"""How much of a lane's height the marks of one bucket may take together."""
_DAYS = {"day": 1, "week": 7, "month": 30}


def draw_timeline(timeline: Timeline, reader: Reader) -> Figure:
    """One lane a speaker, one mark for the statements of one act in one bucket: hollow where the day is assumed.

    ``customdata`` of a mark is [speaker key, bucket, act, kind, assumed]: what a click on it selects.
    """
    lanes = {lane.speaker_key: at for at, lane in enumerate(timeline.lanes)}
    return {
        "data": [_draw_marks(timeline, lanes, reader)],
        "layout": lay_out(
            reader,
            _LANE * max(len(lanes), 2) + 46,
            xaxis={**time_axis((point.bucket for point in timeline.points), reader), **_room(timeline)},
            yaxis=_lane_axis(timeline.lanes, reader),
            hovermode="closest",
            clickmode="event+select",
        ),
    }


def _room(timeline: Timeline) -> dict[str, Any]:
    """Room at both ends, so that no mark is cut."""
    if not timeline.points:
        return {}
    first = min(point.bucket for point in timeline.points)
    last = max(point.bucket for point in timeline.points)
    edge = max((last - first) * 0.03, timedelta(days=_DAYS[timeline.step]))
    ends = datetime.combine(first, time()) - edge, datetime.combine(last, time()) + edge
    return {"range": [end.isoformat() for end in ends]}


def _lane_axis(lanes: Sequence[Lane], reader: Reader) -> dict[str, Any]:
    return {
        "tickvals": list(range(len(lanes))),
        "ticktext": [short(reader.name(lane.name_ar, lane.name_en)) for lane in lanes],
        "range": [max(len(lanes), 2) - 0.4, -0.6],
        "side": "right" if reader.rtl else "left",
        "automargin": True,
        "tickfont": {"size": 13, "color": INK},
        "ticklabelstandoff": 10,
        "gridcolor": LINE,
        "zeroline": False,
        "fixedrange": True,
    }


def _draw_marks(timeline: Timeline, lanes: dict[str, int], reader: Reader) -> dict[str, Any]:
    names = {lane.speaker_key: reader.name(lane.name_ar, lane.name_en) for lane in timeline.lanes}
    placed = list(_place(timeline.points, lanes))
    points = [point for point, _ in placed]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [point.bucket.isoformat() for point in points],
        "y": [height for _, height in placed],
        "customdata": [
            [point.speaker_key, point.bucket.isoformat(), point.act, point.kind, point.assumed] for point in points
        ],
        "text": [str(point.count) if point.count > 1 else "" for point in points],
        "textposition": "top right",
        "textfont": {"size": 11, "color": MUTED},
        "hovertext": [_tell(point, names[point.speaker_key], timeline, reader) for point in points],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "size": [min(26, 13 + 3 * (point.count - 1) ** 0.5) for point in points],
            "symbol": [MARKS[point.act].symbol + ("-open" if point.assumed else "") for point in points],
            "color": [MARKS[point.act].colour for point in points],
            "line": {"width": 2, "color": [MARKS[point.act].colour for point in points]},
            "opacity": 1,
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.35}},
    }


def _place(points: Sequence[TimelinePoint], lanes: dict[str, int]) -> Iterator[tuple[TimelinePoint, float]]:
    """Each point with its height: marks of one lane and bucket stand above each other, not on each other."""
    shared: dict[tuple[str, date], list[TimelinePoint]] = defaultdict(list)
    for point in points:
        if point.speaker_key in lanes:
            shared[point.speaker_key, point.bucket].append(point)
    for (speaker, _), group in shared.items():
        gap = min(0.3, _SPREAD / len(group))
        for at, point in enumerate(group):
            yield point, round(lanes[speaker] + (at - (len(group) - 1) / 2) * gap, 3)


def _tell(point: TimelinePoint, name: str, timeline: Timeline, reader: Reader) -> str:
    when = reader.tell(point.bucket, timeline.step)
    basis = reader.say("basis.assumed" if point.assumed else "basis.stated")
    what = f"{reader.say(f'act.{point.act}')} · {reader.say(f'kind.{point.kind}')} · {point.count}"
    return "<br>".join(reader.line(line) for line in (f"<b>{short(name, 60)}</b>", what, f"{when} · {basis}"))


def draw_volume(volume: Volume, reader: Reader) -> Figure:
    """Statements in each bucket of time, as bars."""
    points = volume.points
    return {
        "data": [
            {
                "type": "bar",
                "x": [point.bucket.isoformat() for point in points],
                "y": [point.statements for point in points],
                "marker": {"color": DEEP, "cornerradius": 2},
                "hovertext": [
                    "<br>".join(
                        reader.line(line)
                        for line in (
                            f"<b>{reader.tell(point.bucket, volume.step)}</b>",
                            reader.say("count.statements", n=point.statements),
                            reader.say("count.articles", n=point.articles),
                        )
                    )
                    for point in points
                ],
                "hoverinfo": "text",
                "width": _DAYS[volume.step] * 0.82 * 86_400_000,
            }
        ],
        "layout": lay_out(
            reader,
            240,
            xaxis={**time_axis((point.bucket for point in points), reader), "showgrid": False},
            yaxis=count_axis(reader),
        ),
    }


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
