"""The calendar of coverage: gaps are blank, ticks are few."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from tests.charts.readers import reader

from bayan.charts import draw
from bayan.queries import rows


def coverage(*cells: tuple[str, str, int]) -> rows.Coverage:
    return rows.Coverage(
        tuple(dict.fromkeys(cell[0] for cell in cells)), tuple(rows.CoverageCell(*c) for c in cells), 0
    )


def test_a_month_without_articles_is_blank_and_stands_in_its_place() -> None:
    found = coverage(("a", "2020-11", 9), ("a", "2021-02", 1), ("b", "2021-01", 4))
    trace = draw.coverage(found, {"a": "A", "b": "B"}, reader())["data"][0]
    assert trace["x"] == ["2020-11", "2020-12", "2021-01", "2021-02"]
    assert [[cell is None for cell in line] for line in trace["z"]] == [[0, 1, 1, 0], [1, 1, 0, 1]]
    assert "count.articles 9" in trace["hovertext"][0][0]


def test_many_months_in_which_nobody_has_anything_are_one_column() -> None:
    found = coverage(("a", "2015-07", 9), ("a", "2018-02", 1), ("b", "2018-05", 4))
    figure = draw.coverage(found, {"a": "A", "b": "B"}, reader())
    trace, axis = figure["data"][0], figure["layout"]["xaxis"]
    assert trace["x"] == ["2015-07", "2015-08⋯2018-01", "2018-02", "2018-03", "2018-04", "2018-05"]
    assert [line[1] for line in trace["z"]] == [None, None]
    assert "2015-08-01 – 2018-01-01" in trace["hovertext"][0][1]
    assert axis["ticktext"][axis["tickvals"].index("2015-08⋯2018-01")] == "⋯"


@pytest.mark.parametrize("months", [1, 5, 13, 18, 40, 200])
def test_ticks_are_few(months: int) -> None:
    days = [date(2000 + at // 12, at % 12 + 1, 1) for at in range(months)]
    found = coverage(*(("a", day.isoformat()[:7], 1) for day in days))
    axis = draw.coverage(found, {"a": "A"}, reader())["layout"]["xaxis"]
    assert 1 <= len(axis["tickvals"]) <= 18
    assert len(axis["tickvals"]) == len(axis["ticktext"])
    assert set(axis["tickvals"]) <= {day.isoformat()[:7] for day in days}


def test_years_and_gaps_below_a_narrow_calendar_do_not_cover_each_other() -> None:
    months = ["2013-12", "2014-01", "2014-02", "2015-07", "2015-08", "2017-02", *(f"2018-0{at}" for at in range(2, 7))]
    months += [f"2020-{at:02}" for at in range(1, 13)]
    found = coverage(*(("a", month, 1) for month in months))
    figure = draw.coverage(found, {"a": "وكالة الأنباء"}, replace(reader(rtl=True), narrow=True))
    columns, axis = figure["data"][0]["x"], figure["layout"]["xaxis"]
    wide = 200 / len(columns)
    ends = sorted(
        (columns.index(column) * wide, 14 if text.isdigit() else 6)
        for column, text in zip(axis["tickvals"], axis["ticktext"], strict=True)
    )
    assert all(after - other >= at + size for (at, size), (after, other) in pairwise(ends))
    assert {"2013", "2020"} <= set(axis["ticktext"])
