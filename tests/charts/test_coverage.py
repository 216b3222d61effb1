"""The calendar of coverage: gaps are blank, ticks are few."""

from __future__ import annotations

from datetime import date

import pytest

from bayan.charts import Reader, draw
from bayan.queries import rows


def reader(rtl: bool = False) -> Reader:
    return Reader(
        rtl=rtl,
        say=lambda key, **values: f"{key} {values.get('n', '')}".strip(),
        tell=lambda day, step: day.isoformat(),
        tick=lambda day, step: day.strftime("%b"),
        name=lambda arabic, english: english or arabic,
    )


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
