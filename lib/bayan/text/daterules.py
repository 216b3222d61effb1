"""The grammar of Arabic dates: rules over the codes of datewords, tried in order, each with its reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from bayan.text.calendar import (
    HIJRI_YEARS,
    gregorian_day,
    hijri_day,
    hijri_year,
    nearest,
    shift_day,
    shift_month,
    weekday_from,
    weekday_near,
)
from bayan.text.datewords import Words, vocabulary

Precision = Literal["day", "week", "month", "year"]


class Reading(NamedTuple):
    """What a date says: its value (see FoundDate), how exact, whether it needed no reference, and its"""

    value: str
    precision: Precision
    anchored: bool
    hijri: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule: the words from ``first`` up to ``last`` and what they say."""

    first: int
    last: int
    rule: str
    reading: Reading


class Parts:
    """The named words of a match, as numbers."""

    def __init__(self, match: re.Match[str], words: Words) -> None:
        self.match = match
        self.words = words

    def __getitem__(self, name: str) -> int:
        """The number of a part that the rule requires."""
        return self.words.words[self.match.start(name)].value

    def get(self, name: str) -> int | None:
        """The number of a part, or None where the match has none of that name."""
        start = self.match.start(name) if name in self.match.re.groupindex else -1
        return None if start < 0 else self.words.words[start].value

    def unit(self, name: str) -> str:
        """The unit of a part: day, week, month or year."""
        return self.words.words[self.match.start(name)].unit

    @property
    def era(self) -> str:
        """The era printed after the year: g Hijri, c Gregorian, empty where none is."""
        return self.match.group("era") or ""

    def guarded(self, kind: str) -> bool:
        """Whether a word of that guard stands before or after the match."""
        guard = vocabulary().guards[kind]
        start, end = self.match.span()
        before = start > 0 and self.words.texts[start - 1] in guard.after
        return before or (end < len(self.words.texts) and self.words.texts[end] in guard.before)


Resolve = Callable[[Parts, date | None], Reading | None]

_WEEKDAY = r"(?:d?(?P<weekday>W)R?[,\-]?(?:(?P<open>\()|e?[,:]?)|d)?"
_CLOSE = r"(?(open)\)?)"
_DAY = r"l?(?P<day>[DOo])f?s?(?:[\-/](?=.[\-/]?Y))?"
_MONTH = r"(?P<month>[MvmB])"
_YEAR = r"[,/\-]?f?[yZ]?(?P<year>Y)(?P<era>[gc]?)"
_POINTED = r"f?(?:Z(?P<year_direction>R)|(?P<this>t)Z)|(?P<direction>R)"
_PART = r"(?:PO?|KO)f?"
_OTHER_YEAR = r"(?!fx?Z|Z)"
"""Not before من العام نفسه, من ذلك العام: a year that only the story knows."""
_PERIOD = r"(?=t[SZK]|[SZK]R)(?P<this>t)?(?P<unit>[SZK])(?P<direction>R)?"


def _day(day: date | None, anchored: bool) -> Reading | None:
    return None if day is None else Reading(day.isoformat(), "day", anchored)


def _hijri_day(day: date | None, anchored: bool) -> Reading | None:
    return None if day is None else Reading(day.isoformat(), "day", anchored, hijri=True)


def _month(month: tuple[int, int] | None, anchored: bool) -> Reading | None:
    return None if month is None else Reading("{:04d}-{:02d}".format(*month), "month", anchored)


def _year(year: int, anchored: bool) -> Reading | None:
    return Reading(f"{year:04d}", "year", anchored) if 1 <= year <= 9999 else None


def _numeric(parts: Parts, reference: date | None) -> Reading | None:
    """08/07/2020, 2020-07-08, 17/11/1441. Month before day where only that is a day, or the printed weekday."""
    year, month, day = parts["year"], parts["month"], parts["day"]
    if parts.era == "g" or (year in HIJRI_YEARS and parts.era != "c"):
        return _hijri_day(hijri_day(year, month, day), True)
    usual = gregorian_day(year, month, day)
    if parts.match.start("year") < parts.match.start("day"):
        return _day(usual, True)
    american = gregorian_day(year, day, month)
    weekday = parts.get("weekday")
    swapped = weekday is not None and american is not None and american.weekday() == weekday
    return _day(american if usual is None or (swapped and usual.weekday() != weekday) else usual, True)


def _hijri(parts: Parts, reference: date | None) -> Reading | None:
    """17 ذو القعدة 1441هـ, غرة رمضان."""
    month, day, year = parts["month"], parts["day"], parts.get("year")
    if year is not None:
        return _hijri_day(hijri_day(year, month, day), True)
    near = hijri_year(reference) if reference else None
    if reference is None or near is None or parts.guarded("named_day"):
        return None
    weekday, direction = parts.get("weekday"), parts.get("direction")
    return _hijri_day(nearest(lambda year: hijri_day(year, month, day), near, reference, weekday, direction), False)


def _day_month(parts: Parts, reference: date | None) -> Reading | None:
    """8 يوليو 2020, الثامن من تموز/يوليو الجاري, 25 ديسمبر."""
    month, day, year = parts["month"], parts["day"], parts.get("year")
    if year is not None:
        return None if parts.era == "g" else _day(gregorian_day(year, month, day), True)
    if reference is None or parts.guarded("named_day"):
        return None
    if (years := _years_on(parts)) is not None:
        return _day(gregorian_day(reference.year + years, month, day), False)
    weekday, direction = parts.get("weekday"), parts.get("direction")
    return _day(
        nearest(lambda year: gregorian_day(year, month, day), reference.year, reference, weekday, direction),
        False,
    )


def _years_on(parts: Parts) -> int | None:
    """-1 for من العام الماضي, 0 for هذا العام, None where no year is pointed at."""
    return 0 if parts.get("this") is not None else parts.get("year_direction")


def _month_only(parts: Parts, reference: date | None) -> Reading | None:
    """يوليو 2020, منتصف آذار الماضي, شهر مايو."""
    month, year = parts["month"], parts.get("year")
    if year is not None:
        return None if parts.era == "g" else _month((year, month), True)
    if reference is None:
        return None
    if (years := _years_on(parts)) is not None:
        return _month((reference.year + years, month), False)
    direction = parts.get("direction")
    if direction is None:
        near = nearest(lambda year: gregorian_day(year, month, 1), reference.year, reference.replace(day=1))
        return None if near is None else _month((near.year, month), False)
    if direction < 0:
        return _month((reference.year - (month >= reference.month), month), False)
    return _month((reference.year + (direction > 0 and month <= reference.month), month), False)


def _year_only(parts: Parts, reference: date | None) -> Reading | None:
    """عام 2019, نهاية 2018. A Hijri year spans two Gregorian ones and dates nothing."""
    year = parts["year"]
    hijri = parts.era == "g" or (year in HIJRI_YEARS and parts.era != "c")
    return None if hijri else _year(year, True)


def _day_of_month(parts: Parts, reference: date | None) -> Reading | None:
    """الثامن من الشهر الجاري, 15 الجاري."""
    direction = 0 if parts.get("this") is not None else parts["direction"]
    month = shift_month(reference, direction) if reference else None
    return None if month is None else _day(gregorian_day(*month, parts["day"]), False)


def _this_month(parts: Parts, reference: date | None) -> Reading | None:
    """15 الجاري; any other direction after a bare number is no date."""
    return _day_of_month(parts, reference) if parts["direction"] == 0 else None


def _period(parts: Parts, reference: date | None) -> Reading | None:
    """الشهر الماضي, هذا الأسبوع, نهاية العام المقبل."""
    if reference is None or parts.guarded("period"):
        return None
    direction = 0 if parts.get("this") is not None else parts["direction"]
    unit = parts.unit("unit")
    if unit == "year":
        return _year(reference.year + direction, False)
    if unit == "month":
        return _month(shift_month(reference, direction), False)
    return _week(shift_day(reference, 7 * direction))


def _week(day: date | None) -> Reading | None:
    if day is None:
        return None
    year, week, _ = day.isocalendar()
    return Reading(f"{year:04d}-W{week:02d}", "week", False)


def _ago(parts: Parts, reference: date | None) -> Reading | None:
    """قبل ثلاثة أيام, منذ أسبوعين. Without a number a plural (قبل أيام) is vague and dates nothing."""
    count = parts.get("number") or parts["unit"]
    if reference is None or not count or parts.guarded("ago"):
        return None
    unit = parts.unit("unit")
    if unit == "year":
        return _year(reference.year - count, False)
    if unit == "month":
        return _month(shift_month(reference, -count), False)
    return _day(shift_day(reference, -count * (7 if unit == "week" else 1)), False)


def _day_word(parts: Parts, reference: date | None) -> Reading | None:
    """أمس, اليوم, غداً; أمس الثلاثاء. The weekday is right where the two disagree."""
    weekday = parts.get("weekday")
    if weekday is None:
        weekday = parts.get("bracketed")
    if reference is None or (weekday is None and parts.guarded("day_word")):
        return None
    if weekday is not None:
        return _day(weekday_near(reference, weekday, parts["offset"]), False)
    return _day(shift_day(reference, parts["offset"]), False)


def _weekday(parts: Parts, reference: date | None) -> Reading | None:
    """الثلاثاء, يوم الجمعة الماضي, الخميس المقبل, الثلاثاء والأربعاء المقبلين."""
    direction = parts.get("direction")
    if direction is None:
        direction = parts.get("later")
    if reference is None or parts.guarded("weekday"):
        return None
    return _day(weekday_from(reference, parts["weekday"], direction), False)


_RULES: tuple[tuple[str, str, str, Resolve], ...] = (
    ("numeric", "Y", rf"{_WEEKDAY}(?P<year>Y)(?P<mark>[\-/.])(?P<month>D)(?P=mark)(?P<day>D)(?P<era>[gc]?)", _numeric),
    ("numeric", "Y", rf"{_WEEKDAY}(?P<day>D)(?P<mark>[\-/.])(?P<month>D)(?P=mark)(?P<year>Y)(?P<era>[gc]?)", _numeric),
    ("hijri", "H", rf"{_WEEKDAY}{_DAY}(?P<month>H)(?:[,/\-]?f?[yZ]?(?P<year>Y)|(?P<direction>R))?g?", _hijri),
    ("hijri", "h", rf"{_WEEKDAY}{_DAY}(?P<month>h)(?:[,/\-]?f?[yZ]?(?P<year>Y)g?|g)", _hijri),
    ("month", "MvmB", rf"{_PART}s?{_MONTH}(?:{_YEAR}|{_POINTED})?{_OTHER_YEAR}", _month_only),
    ("day-month", "MvmB", rf"{_WEEKDAY}{_DAY}{_MONTH}(?:{_YEAR}|{_POINTED})?{_OTHER_YEAR}", _day_month),
    ("day-month", "MvmB", rf"{_WEEKDAY}{_MONTH}(?P<day>D),?(?P<year>Y)(?P<era>[gc]?)", _day_month),
    ("month", "MvmB", rf"s?{_MONTH}(?:{_YEAR}|{_POINTED})", _month_only),
    ("month", "MvmB", rf"(?:s|(?=B)|(?<=[iA])(?=[Mv])){_MONTH}{_OTHER_YEAR}", _month_only),
    ("year", "Y", r"(?:PO?f?[yZ]?|[yZ]|(?<=[iA]))(?P<year>Y)(?P<era>[gc]?)", _year_only),
    ("period", "SZK", rf"{_PART}{_PERIOD}", _period),
    ("day-of-month", "S", rf"{_WEEKDAY}l?(?P<day>[DOo])f?(?:S(?P<direction>R)|(?P<this>t)S)", _day_of_month),
    ("day-of-month", "R", rf"{_WEEKDAY}l?(?P<day>D)(?P<direction>R)", _this_month),
    ("period", "SZK", _PERIOD, _period),
    ("ago", "A", r"A(?P<number>[DnN])?(?P<unit>[Udsy])N?(?![fWMvmBHhTYDNOSZKtRd])", _ago),
    ("day-word", "T", r"d?(?P<offset>T)(?:[,\-]?d?(?P<weekday>W)(?!R)|\(d?(?P<bracketed>W)\)|(?!O))", _day_word),
    ("weekday", "W", r"d?(?P<weekday>W)(?:(?P<direction>R)|(?=,?W(?P<later>R)))?", _weekday),
)  # fmt: skip
"""Name, codes of which a match holds one, pattern over codes and reading of each rule. No pattern repeats without
bound, so a text is read in linear time. A match is claimed even where it dates nothing: 31 فبراير 2020 must not leave
فبراير 2020 behind."""


@cache
def _compiled() -> tuple[tuple[str, str, re.Pattern[str], Resolve], ...]:
    return tuple(
        (name, needed, re.compile(pattern + (_CLOSE if pattern.startswith(_WEEKDAY) else "")), resolve)
        for name, needed, pattern, resolve in _RULES
    )


def apply_rules(words: Words, reference: date | None) -> list[Found]:
    """Every date of the words, in reading order, none overlapping another."""
    codes = words.codes
    present = set(codes)
    found: list[Found] = []
    for name, needed, pattern, resolve in _compiled():
        if present.isdisjoint(needed):
            continue

        def claim(match: re.Match[str], name: str = name, resolve: Resolve = resolve) -> str:
            reading = resolve(Parts(match, words), reference)
            if reading is not None:
                found.append(Found(match.start(), match.end(), name, reading))
            return "#" * len(match.group())

        codes = pattern.sub(claim, codes)
    return sorted(found, key=lambda one: one.first)
