"""Charts show the days that hold nearly everything."""

from __future__ import annotations

from datetime import date

from bayan.queries import rows
from bayan.show.window import find_window


def volume(*counts: tuple[str, int], step: str = "month") -> rows.Volume:
    points = tuple(rows.VolumePoint(date.fromisoformat(day), count, 0) for day, count in counts)
    return rows.Volume(step, points)  # type: ignore[arg-type]


def test_a_few_days_far_away_do_not_press_the_others_together() -> None:
    found = find_window(volume(("1867-03-01", 1), ("2018-01-01", 300), ("2018-02-01", 290), ("2018-09-01", 1)))
    assert found == (date(2018, 1, 1), date(2018, 2, 28))


def test_a_whole_span_stays_whole() -> None:
    months = [(f"2020-{month:02}-01", 1 + month % 3) for month in range(1, 13)]
    assert find_window(volume(*months)) is None


def test_two_days_years_apart_are_both_shown() -> None:
    assert find_window(volume(("2001-01-01", 1), ("2020-01-01", 1))) is None


def test_nothing_has_no_window() -> None:
    assert find_window(volume()) is None
    assert find_window(volume(("2020-01-01", 0))) is None
