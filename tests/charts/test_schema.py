"""Figures are what plotly draws: the page does not check their attributes again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from plotly.graph_objects import Figure
from tests.charts.readers import reader

from bayan.charts import Side, draw
from bayan.queries import actor_rows, coverage_rows, rows
from bayan.records import Act, SpeakerKind

DAY = date(2020, 7, 13)
CHARTS = sorted(set(draw.__all__) - {"as_made"})
NAMES = {"akar": "Hulusi Akar", "kalin": "İbrahim Kalın"}


def made(*, rtl: bool, days: int) -> dict[str, dict[str, Any]]:
    """Every chart over so many days: few are marks, many are bars."""
    span = [DAY + timedelta(days=at) for at in range(days)]
    lanes = tuple(rows.Lane(key, name, name, days) for key, name in NAMES.items())
    points = tuple(rows.TimelinePoint("akar", day, act, day > DAY, 2) for day in span for act in Act)
    lanes_of_time = rows.Timeline("day", lanes, points, 3)
    said = tuple(actor_rows.ActPoint(day, act, 3, 1) for day in span for act in Act)
    each = tuple(actor_rows.SidePoint(day, 2, 5) for day in span)
    series = actor_rows.Series("day", (each, each))
    sides = tuple(Side(name) for name in NAMES.values())
    ranked = [rows.ActorRow(key, name, name, SpeakerKind.PERSON, 5, 7, 6, 0.5) for key, name in NAMES.items()]
    cells = (coverage_rows.CoverageCell("daily", "2020-06", 1), coverage_rows.CoverageCell("daily", "2020-07", 9))
    volume = rows.Volume("day", tuple(rows.VolumePoint(day, 4, 9) for day in span))
    to = reader(rtl=rtl)
    return {
        "timeline": draw.timeline(lanes_of_time, NAMES, to, turns=(DAY,)),
        "strip": draw.strip(volume, to),
        "volume": draw.volume(volume, to),
        "mirror": draw.mirror(actor_rows.Mirror("day", (said, said)), (sides[0], sides[1]), list(Act), to),
        "acts": draw.acts(actor_rows.ActSeries("day", said), to),
        "sides": draw.sides(series, sides, "statements", to),
        "presence": draw.presence(actor_rows.Series("day", (each,)), to),
        "ranking": draw.ranking(ranked, to),
        "pairs": draw.pairs([rows.Pair("akar", "kalin", 3)], NAMES, to),
        "coverage": draw.coverage(coverage_rows.Coverage(("daily",), cells, 2), {"daily": "Daily"}, to),
    }


def test_every_chart_is_made_here() -> None:
    assert sorted(made(rtl=False, days=1)) == CHARTS


@pytest.mark.parametrize("days", [0, 3, 90])
@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("name", CHARTS)
def test_plotly_knows_every_attribute(name: str, rtl: bool, days: int) -> None:
    figure = made(rtl=rtl, days=days)[name]
    assert Figure(**figure).to_plotly_json()["data"] is not None  # raises for what is no attribute, or no value of it
