"""Days as whole years and months, with the days at both ends that are missing or too many."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bayan.queries.spans import Range, split_days

SOME_DAYS = st.dates(date(2015, 1, 1), date(2021, 12, 31)).map(date.toordinal)
MOST_AT_AN_END = 15


def days_of(span: Range) -> Iterator[int]:
    """The days of a range of months, or of years, which are negative."""
    first, last = span
    months = range(first, last + 1) if first > 0 else range(-last * 12, -first * 12 + 12)
    for month in months:
        year, number = divmod(month, 12)
        for day in range(monthrange(year, number + 1)[1]):
            yield date(year, number + 1, day + 1).toordinal()


@given(SOME_DAYS, SOME_DAYS)
def test_spans_and_ends_are_the_days_of_a_range(first: int, last: int) -> None:
    spans = split_days((first, last))
    counted = Counter(day for span in spans.wholes for day in days_of(span))
    counted.update(day for start, end in spans.edges for day in range(start, end + 1))
    counted.subtract(day for start, end in spans.beyond for day in range(start, end + 1))
    assert +counted == Counter(range(first, last + 1)) and min(counted.values(), default=0) >= 0


@given(SOME_DAYS, SOME_DAYS)
def test_few_days_are_counted_one_by_one(first: int, last: int) -> None:
    spans = split_days((first, last))
    ends = [end - start + 1 for start, end in (*spans.edges, *spans.beyond)]
    assert all(days <= (MOST_AT_AN_END if spans.wholes else 2 * MOST_AT_AN_END) for days in ends)


@pytest.mark.parametrize("dated", [False, True])
def test_all_time_has_what_has_no_day_unless_a_day_is_asked_for(dated: bool) -> None:
    ((_, last),) = split_days(None, dated=dated).wholes
    assert (last < 0) is dated
    assert split_days((1, date.max.toordinal())).edges == ()
