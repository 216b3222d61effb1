"""What statements do, over time: one lane an act, each with its mark."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from bayan.charts.look import INK, LINE, MARKS, Figure, Reader, lay_out, time_axis
from bayan.queries import actor_rows
from bayan.records import Act

_LANE = 34
_SMALL, _GROWTH = 9, 13
_DAYS = {"day": 1, "week": 7, "month": 30}


def draw_acts(series: actor_rows.ActSeries, reader: Reader) -> Figure:
    """Each mark stands for the statements with one act in one bucket; it grows with their number, the largest to 22.

    A mark is hollow where all its days are those of publication.
    """
    found = {point.act for point in series.points}
    lanes = {act: at for at, act in enumerate(act for act in Act if act in found)}
    return {
        "data": [_marks(series, lanes, reader)],
        "layout": lay_out(
            reader,
            _LANE * max(len(lanes), 1) + 50,
            xaxis={**time_axis((point.bucket for point in series.points), reader), **_room(series)},
            yaxis={
                "tickvals": list(lanes.values()),
                "ticktext": [reader.say(f"act.{act}") for act in lanes],
                "range": [max(len(lanes), 1) - 0.4, -0.6],
                "side": "right" if reader.rtl else "left",
                "automargin": True,
                "tickfont": {"size": 13, "color": INK},
                "ticklabelstandoff": 10,
                "gridcolor": LINE,
                "zeroline": False,
                "fixedrange": True,
            },
            hovermode="closest",
        ),
    }


def _marks(series: actor_rows.ActSeries, lanes: dict[Act, int], reader: Reader) -> dict[str, Any]:
    points: Sequence[actor_rows.ActPoint] = series.points
    most = max((point.count for point in points), default=1)
    symbols = [MARKS[point.act].symbol + "-open" * (point.assumed == point.count) for point in points]
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
            "size": [round(_SMALL + _GROWTH * ((point.count - 1) / max(most - 1, 1)) ** 0.5, 1) for point in points],
            "symbol": symbols,
            "color": colours,
            "line": {"width": 1.6, "color": colours},
            "opacity": 0.9,
        },
    }


def _tell(point: actor_rows.ActPoint, series: actor_rows.ActSeries, reader: Reader) -> str:
    what = f"<b>{reader.say(f'act.{point.act}')}</b> · {reader.say('count.statements', n=point.count)}"
    basis = reader.say("count.assumed", n=point.assumed) if point.assumed else reader.say("basis.stated")
    return "<br>".join(map(reader.line, (what, f"{reader.tell(point.bucket, series.step)} · {basis}")))


def _room(series: actor_rows.ActSeries) -> dict[str, Any]:
    """Room at both ends, so that no mark is cut."""
    if not series.points:
        return {}
    first, last = series.points[0].bucket, series.points[-1].bucket
    edge = max((last - first) * 0.03, timedelta(days=_DAYS[series.step]))
    ends = datetime.combine(first, time()) - edge, datetime.combine(last, time()) + edge
    return {"range": [end.isoformat() for end in ends]}
