"""Buckets of time: days, weeks from Monday, months."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select

from bayan.store import dialects, tables

Step = Literal["day", "week", "month"]
AnySelect = Select[*tuple[Any, ...]]
STEPS: tuple[Step, ...] = ("day", "week", "month")
_LONGEST_IN_DAYS = 62
LONGEST_IN_WEEKS = 731
SURELY_MONTHS = 26
"""Months with something in them that are no less than what is drawn in weeks."""


def choose_step(first: int | None, last: int | None, room: float = 1) -> Step:
    """The step for a span between two days: days up to two months, weeks up to two years, else months.

    ``room`` is how much of a wide screen there is to draw on: with less of it the spans are shorter.
    """
    span = 0 if first is None or last is None else last - first + 1
    if span <= room * _LONGEST_IN_DAYS:
        return "day"
    return "week" if span <= room * LONGEST_IN_WEEKS else "month"


def bucket_of(step: Step, day: ColumnElement[int]) -> ColumnElement[int]:
    """The bucket of a day; a select that uses it for months must be ``with_calendar``."""
    if step == "day":
        return day
    if step == "week":
        # Day 1 of the calendar was a Monday.
        one, week = dialects.constant(1), dialects.constant(7)
        return (day - one) // week * week + one
    return tables.calendar.c.month


def with_calendar(wanted: AnySelect, step: Step, day: ColumnElement[int]) -> AnySelect:
    """The same select, able to tell months."""
    return wanted.where(tables.calendar.c.day == day) if step == "month" else wanted


def first_day(step: Step, bucket: int) -> date:
    """The first day of a bucket."""
    return date(bucket // 12, bucket % 12 + 1, 1) if step == "month" else date.fromordinal(bucket)


def bucket_day(step: Step, day: date) -> date:
    """The first day of the bucket in which a day lies."""
    if step == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step == "week" else day
