"""Days of the Hijri calendar (Umm al-Qura), to be told beside Gregorian ones."""

from __future__ import annotations

from datetime import date

from hijridate import Gregorian


def read_hijri(day: date) -> tuple[int, int, int] | None:
    """Year, month and day; nothing beyond the tables of the calendar."""
    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return found.year, found.month, found.day
