"""Calendar arithmetic: days from Gregorian and Hijri parts, the nearest year, months and weeks beside a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

Build = Callable[[int], date | None]
"""The day that a year makes of a day and month, or None where that year has no such day."""

HIJRI_YEARS = range(1300, 1500)
"""Years that are read as Hijri where nothing says otherwise; hijridate knows those from 1343."""

_AHEAD = 1.5
_WRONG_WEEKDAY = 200
"""In days of distance: a misprinted weekday is likelier than a date a year off that leaves its year out. Of the six
dates of 22,000 articles that a weekday alone could move by a year, five were misprints."""


def gregorian_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Umm al-Qura day, or None where that calendar has no such day."""
    try:
        gregorian = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(gregorian.year, gregorian.month, gregorian.day)


def hijri_year(day: date) -> int | None:
    """The Hijri year of a day, or None where the tables do not reach."""
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().year
    except (ValueError, OverflowError):
        return None


def nearest(
    build: Build, year: int, reference: date, weekday: int | None = None, direction: int | None = None
) -> date | None:
    """The day of ``year`` or a year beside it that news of ``reference`` means.

    A past direction takes the last such day up to the reference, a future one the next. Without one the nearest day
    is meant, past days before coming ones; a printed weekday that fits outweighs half a year.
    """
    days = [day for day in (build(year + step) for step in (-1, 0, 1)) if day is not None]
    if direction is not None and direction < 0:
        days = [day for day in days if day <= reference]
    elif direction is not None and direction > 0:
        days = [day for day in days if day >= reference]

    def distance(day: date) -> float:
        gap = (day - reference).days
        wrong = weekday is not None and day.weekday() != weekday
        return (gap * _AHEAD if gap > 0 else -gap) + (_WRONG_WEEKDAY if wrong else 0)

    return min(days, key=distance, default=None)


def shift_day(day: date, days: int) -> date | None:
    """The day so many days on, or None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_month(day: date, months: int) -> tuple[int, int] | None:
    """Year and month so many months on, or None beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return (year, month + 1) if 1 <= year <= 9999 else None


def weekday_near(reference: date, weekday: int, offset: int) -> date | None:
    """The day of that weekday about ``offset`` days from the reference: what أمس الثلاثاء means.

    Where the two disagree the weekday is right and the article came out late, so it is sought backwards.
    """
    middle = shift_day(reference, offset)
    if middle is None:
        return None
    ahead = (weekday - middle.weekday()) % 7
    return shift_day(middle, ahead if ahead <= 1 else ahead - 7)


def weekday_from(reference: date, weekday: int, direction: int | None) -> date | None:
    """A weekday in the news: the last one, today included; with a direction strictly before or after today."""
    if direction is not None and direction > 0:
        return shift_day(reference, ((weekday - reference.weekday()) % 7 or 7) + 7 * (direction - 1))
    back = (reference.weekday() - weekday) % 7
    if direction is not None and direction < 0:
        back = (back or 7) + 7 * (-direction - 1)
    return shift_day(reference, -back)
