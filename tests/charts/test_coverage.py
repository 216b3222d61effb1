"""The calendar of coverage: gaps are blank, ticks are few."""

from __future__ import annotations

from datetime import date

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


@pytest.mark.parametrize("months", [1, 5, 13, 18, 40, 200])
def test_ticks_are_few(months: int) -> None:
    days = [date(2000 + at // 12, at % 12 + 1, 1) for at in range(months)]
    found = coverage(*(("a", day.isoformat()[:7], 1) for day in days))
    axis = draw.coverage(found, {"a": "A"}, reader())["layout"]["xaxis"]
    assert 1 <= len(axis["tickvals"]) <= 18
    assert len(axis["tickvals"]) == len(axis["ticktext"])
    assert set(axis["tickvals"]) <= {day.isoformat()[:7] for day in days}
