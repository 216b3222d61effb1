"""Charts show the days that hold nearly everything."""

from __future__ import annotations

from datetime import date

import pytest

from bayan.queries import rows
from bayan.show.window import find_period, find_window, period_before


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


def test_the_last_months_stay_where_only_the_first_ones_lie_far_away() -> None:
    found = find_window(
        volume(("2005-09-01", 1), ("2015-07-01", 900), ("2018-03-01", 900), ("2020-06-01", 30), ("2020-12-01", 9))
    )
    assert found == (date(2015, 7, 1), date(2020, 12, 31))


def test_nothing_has_no_window() -> None:
    assert find_window(volume()) is None
    assert find_window(volume(("2020-01-01", 0))) is None


def test_articles_of_other_days_move_nothing() -> None:
    months = [rows.VolumePoint(date(2018, month, 1), 0, 3) for month in (1, 2, 9)]
    said = rows.VolumePoint(date(2018, 6, 1), 5, 5)
    assert find_window(rows.Volume("month", (*months[:2], said, months[2]))) is None


JUNE, END, LAST = date(2020, 6, 1), date(2020, 6, 30), date(2020, 7, 15)


@pytest.mark.parametrize(
    ("since", "until", "last", "period"),
    [
        (JUNE, END, LAST, (JUNE, END)),
        (None, END, LAST, (JUNE, END)),
        (JUNE, None, LAST, (JUNE, LAST)),
        (None, None, LAST, (date(2020, 6, 16), LAST)),
        (LAST, None, END, (LAST, LAST)),
        (None, None, None, (date(1999, 12, 3), date(2000, 1, 1))),
    ],
)
def test_a_period_is_what_is_selected_or_the_last_thirty_days(
    since: date | None, until: date | None, last: date | None, period: tuple[date, date]
) -> None:
    assert find_period(since, until, last) == period


def test_the_period_before_is_as_long_and_ends_the_day_before() -> None:
    assert period_before(JUNE, END) == (date(2020, 5, 2), date(2020, 5, 31))
    assert period_before(LAST, LAST) == (date(2020, 7, 14), date(2020, 7, 14))
