"""Arabic dates in text and in fields: absolute, partial and relative, Gregorian and Hijri."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from bayan.records import Span
from bayan.text.daterules import Found, Precision, apply_rules
from bayan.text.datewords import Words, may_hold_date, read_words
from bayan.text.fold import Folded, fold

_RANK: dict[Precision, int] = {"day": 0, "month": 1, "week": 2, "year": 3}
_LINK = re.compile(r"[,|]?[\-/(,|]?e?:?")
_LONGEST_DATE = 60
"""Characters that a date which begins in a range may reach beyond it."""
_PART_END = re.compile(r"[.!؟?…»”\"](?:[^\S\n]*\n|(?<=\.)[^\S\n]+(?=[^\W\d_]))")
"""Where a text can be cut: no date goes on, and none is told a second time, behind a line that ends so, nor behind a
full stop before a word. It begins with a class of characters, for which a search is fast."""
_CLOSE_DAYS = 2
"""Umm al-Qura and the calendar of a sighted moon stand up to two days apart."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at its range in the original text.

    ``value`` is an ISO day, ``YYYY-Www``, ``YYYY-MM`` or ``YYYY``, as exact as ``precision`` says. ``anchored`` dates
    stand on their own; the others were resolved against the reference. ``rule`` names the grammar rule: numeric,
    day-month, hijri, month, year, day-of-month, period, ago, day-word or weekday.
    """

    span: Span
    value: str
    precision: Precision
    rule: str
    anchored: bool


def find_dates(text: str | Folded, reference: date | None) -> list[FoundDate]:
    """Every date of a text in reading order, with ranges into the original string.

    ``reference`` is the day of publication; without it only anchored dates are found. What the words leave open
    (قبل أيام, a Hijri month or year) and days that no calendar has give nothing.
    """
    folded = fold(text) if isinstance(text, str) else text
    if not may_hold_date(folded.text):
        return []
    return _read_part(folded, 0, len(folded.text), reference)


def _read_part(folded: Folded, low: int, high: int, reference: date | None) -> list[FoundDate]:
    words = read_words(folded.text, low, high)
    found = _join_told_twice(apply_rules(words, reference), words)
    return [_found_date(one, words, folded) for one in found]


@dataclass(frozen=True)
class Dates:
    """The dates of a text, read only around ranges that are asked for and may hold one."""

    folded: Folded
    reference: date | None
    _cuts: list[int] = field(default_factory=list, init=False, compare=False)
    _read: dict[int, list[FoundDate]] = field(default_factory=dict, init=False, compare=False)

    def between(self, low: int, high: int) -> Iterator[FoundDate]:
        """The dates that begin in [low, high) of the original string, in reading order."""
        start, end = self.folded.place(low), self.folded.place(high)
        if may_hold_date(self.folded.text[start : end + _LONGEST_DATE]):
            cuts = self._bounds()
            parts = range(bisect_right(cuts, start) - 1, bisect_left(cuts, end))
            yield from (found for part in parts for found in self._part(part) if low <= found.span.start < high)

    def _part(self, number: int) -> list[FoundDate]:
        """The dates of a part, read once."""
        if number not in self._read:
            cuts = self._bounds()
            self._read[number] = _read_part(self.folded, cuts[number], cuts[number + 1], self.reference)
        return self._read[number]

    def _bounds(self) -> list[int]:
        """Where the parts begin, and the end of the text."""
        if not self._cuts:
            text = self.folded.text
            self._cuts.extend([0, *(match.end() for match in _PART_END.finditer(text)), len(text) + 1])
        return self._cuts


def read_date(text: str, reference: date | None = None) -> FoundDate | None:
    """The one date of a field or date line, or None.

    Times, weekdays, labels and a second calendar may stand around it; ISO 8601 and RFC 822 are read too, as the day
    that they print. Of several dates the most exact anchored one counts, Gregorian before Hijri, of equals the first.
    """
    return min(find_dates(text, reference), key=_uncertainty, default=None)


def _uncertainty(found: FoundDate) -> tuple[bool, int, bool]:
    return not found.anchored, _RANK[found.precision], found.rule == "hijri"


def _found_date(one: Found, words: Words, folded: Folded) -> FoundDate:
    start, end = folded.span(words.starts[one.first] + words.words[one.first].prefix, words.ends[one.last - 1])
    while folded.original[end : end + 1] == "ـ":  # 1441هـ: the stroke belongs to the letter
        end += 1
    value, precision, anchored, hijri = one.reading
    return FoundDate(Span(start, end), value, precision, "hijri" if hijri else one.rule, anchored)


def _join_told_twice(found: list[Found], words: Words) -> list[Found]:
    """Days told twice side by side made one: in two calendars, or اليوم before its date."""
    joined: list[Found] = []
    for one in found:
        if joined and _told_twice(joined[-1], one, words):
            first = joined.pop()
            better = first if _worth(first) > _worth(one) else one
            one = replace(better, first=first.first, last=one.last)
        joined.append(one)
    return joined


def _worth(one: Found) -> tuple[bool, bool, bool]:
    """How much a reading says on its own: a date before a word, a year before none, Gregorian before Hijri."""
    return one.rule not in ("day-word", "weekday"), one.reading.anchored, not one.reading.hijri


def _told_twice(first: Found, second: Found, words: Words) -> bool:
    link = "".join(word.code for word in words.words[first.last : second.first])
    if {first.reading.precision, second.reading.precision} != {"day"} or not _LINK.fullmatch(link):
        return False
    if first.rule == "day-word" and second.rule not in ("day-word", "weekday", "ago"):
        return True
    days = [date.fromisoformat(one.reading.value) for one in (first, second)]
    apart = abs((days[1] - days[0]).days)
    if first.reading.hijri != second.reading.hijri:
        return apart <= _CLOSE_DAYS or "e" in link
    return apart == 0
