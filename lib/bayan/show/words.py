"""The words of the interface in the reader's language: catalogue entries, numbers, days."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, Literal

import yaml
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from bayan.data import data_path
from bayan.errors import BadData
from bayan.show.hijri import read_hijri
from bayan.show.safe import isolated

DIRECTIONS = {"en": "ltr", "ar": "rtl"}
"""The languages of the interface and the direction that each is written in."""
FIRST_LANGUAGE = "en"

ARABIC_DIGITS, BOTH_CALENDARS = "arabic", "both"
"""The words of an address for Arabic-Indic digits, which Arabic can have, and for Hijri days beside Gregorian ones."""
_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_SEPARATORS = str.maketrans({",": "٬", ".": "٫", "%": "٪"})
_PLURALS = {"zero", "one", "two", "few", "many", "other"}
_BUCKETS = {"en": {"day": "d MMM", "month": "MMM y"}, "ar": {"day": "d MMMM", "month": "MMMM y"}}


@dataclass(frozen=True, slots=True)
class Words:
    """One language: ``say`` its entries, ``number`` and ``day`` as its readers write them.

    ``digits`` and ``calendar`` are what the reader prefers: words of the address, or nothing.
    """

    lang: str
    entries: Mapping[str, Any]
    digits: str = ""
    calendar: str = ""

    @property
    def rtl(self) -> bool:
        """Is this language written from right to left?"""
        return DIRECTIONS[self.lang] == "rtl"

    @property
    def mark(self) -> str:
        """The invisible sign that gives a text the direction of this language, whatever it begins with."""
        return "\u200f" if self.rtl else "\u200e"

    def say(self, key: str, **values: Any) -> str:
        """The entry of a key with its values; the plural form follows ``n``. Raises KeyError for a missing entry."""
        entry = self.entries[key]
        if isinstance(entry, Mapping):
            form = _plural_form(self.lang)(values["n"])
            entry = entry.get(form, entry["other"])
        shown = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return str(entry).format(**shown)

    def has(self, key: str) -> bool:
        """Is there an entry for this key?"""
        return key in self.entries

    def either(self, name_ar: str, name_en: str | None) -> str:
        """An actor's name in this language, or the Arabic one where there is no other."""
        return name_ar if self.lang == "ar" or not name_en else name_en

    def number(self, count: int) -> str:
        """A count with separators."""
        told = _separated(count)
        return self.write(told).translate(_SEPARATORS) if self._indic else told

    def write(self, text: str) -> str:
        """A text with the digits that the reader prefers."""
        return text.translate(_INDIC) if self._indic else text

    @property
    def _indic(self) -> bool:
        return self.lang == "ar" and self.digits == ARABIC_DIGITS

    def _format(self, day: date, form: str) -> str:
        return self.write(_written_day(day, form, self.lang))

    def _beside(self, gregorian: str, *days: date) -> str:
        """A Gregorian day or span, with the Hijri one where the reader wants both."""
        if self.calendar != BOTH_CALENDARS:
            return gregorian
        first, last = read_hijri(days[0]), read_hijri(days[-1])
        if first is None or last is None:
            return gregorian
        hijri = self._hijri(last)
        if first != last:
            hijri = self.say("span.both", since=self._hijri(first, with_year=first[0] != last[0]), until=hijri)
        return self.say("hijri", gregorian=gregorian, hijri=hijri)

    def _hijri(self, day: tuple[int, int, int], *, with_year: bool = True) -> str:
        year, month, number = day
        key = "hijri.day" if with_year else "hijri.short"
        return self.write(self.say(key, day=str(number), month=self.entries["hijri.months"][month - 1], year=str(year)))

    def share(self, part: float) -> str:
        """A part of one as a whole percentage."""
        if 0 < part < 0.01:
            return self.say("share.little", percent=self.write("1"))
        return self.say("share", percent=self.write(f"{100 * part:.0f}"))

    def shares(self, low: float, high: float) -> str:
        """From one part to another; each keeps its sign, whatever stands beside it."""
        return self.say("span.both", since=isolated(self.share(low)), until=isolated(self.share(high)))

    def day(self, day: date | None) -> str:
        """A day in full, or the entry for an unknown day."""
        return self.say("day.unknown") if day is None else self._beside(self._format(day, "d MMMM y"), day)

    def bucket(self, day: date, step: Literal["day", "week", "month"]) -> str:
        """A bucket of time in few letters."""
        told = self._format(day, _BUCKETS[self.lang]["month" if step == "month" else "day"])
        if step == "month":
            return self._beside(told, day, _next_month(day) - timedelta(days=1))
        told = self._beside(told, day)
        return self.say("bucket.week", day=told) if step == "week" else told

    def tick(self, day: date, step: Literal["day", "week", "month"]) -> str:
        """A day or a month in few letters, without its year."""
        form = _BUCKETS[self.lang]["month" if step == "month" else "day"].removesuffix(" y")
        return self._format(day, form)

    def moment(self, text: str) -> str:
        """A moment in ISO form as a day with its minute; a text that is none, as files of others may hold, as it is."""
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            return text
        return f"{self.day(at.date())} {self.write(f'{at:%H:%M}')}"

    def month(self, day: date) -> str:
        """A month with its year."""
        return self._format(day, "MMMM y")

    def span(self, since: date | None, until: date | None) -> str:
        """A span of days in words: whole months as months, a year once where both ends share it."""
        if since is None or until is None:
            known = since or until
            return "" if known is None else self.say("span.from" if since else "span.to", day=self.day(known))
        if since == until:
            return self.day(since)
        whole = since.day == 1 and until.toordinal() + 1 == _next_month(until).toordinal()
        return self._beside(self._join(since, until, "MMMM" if whole else "d MMMM"), since, until)

    def _join(self, since: date, until: date, form: str) -> str:
        if (since.year, since.month) == (until.year, until.month) and form == "MMMM":
            return self.month(since)
        first = self._format(since, form if since.year == until.year else f"{form} y")
        return self.say("span.both", since=first, until=self._format(until, f"{form} y"))

    def listed(self, names: list[str]) -> str:
        """Names joined as in a sentence."""
        if len(names) < 2:
            return "".join(names)
        return self.say("list", first=self.say("list.comma").join(names[:-1]), last=names[-1])


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def language_of(address: Mapping[str, Sequence[str]]) -> str:
    """The language that an address names, or the first."""
    named = address.get("lang") or ("",)
    return named[-1] if named[-1] in DIRECTIONS else FIRST_LANGUAGE


def read_words(address: Mapping[str, Sequence[str]]) -> Words:
    """The language that an address names, as it names how digits and days are written; what is unknown is ignored."""
    wished = {name: (address.get(name) or ("",))[-1] for name in ("digits", "calendar")}
    digits = ARABIC_DIGITS if wished["digits"] == ARABIC_DIGITS else ""
    calendar = BOTH_CALENDARS if wished["calendar"] == BOTH_CALENDARS else ""
    return replace(load_words(language_of(address)), digits=digits, calendar=calendar)


@cache
def _plural_form(lang: str) -> Callable[[int], str]:
    """What gives the plural form of a number in a language."""
    form: Callable[[int], str] = Locale(lang).plural_form
    return form


# A page writes some two thousand numbers and days, most of them again and again.
@lru_cache(maxsize=4096)
def _separated(count: int) -> str:
    return str(format_decimal(count, locale="en"))


@lru_cache(maxsize=4096)
def _written_day(day: date, form: str, lang: str) -> str:
    return str(format_date(day, form, locale=lang))


@cache
def load_words(lang: str) -> Words:
    """Read a language's catalogue. Raises BadData where it cannot be read."""
    path = data_path("languages", f"{lang}.yaml")
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadData(f"{path}: this catalogue is no YAML ({error}); restore the file.") from error
    return Words(lang, dict(_flat(entries)))


def _flat(entries: Mapping[str, Any], above: str = "") -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, entry in entries.items():
        name = f"{above}{key}".removesuffix("._")
        if isinstance(entry, Mapping) and not set(entry) <= _PLURALS:
            found += _flat(entry, f"{name}.")
        else:
            found.append((name, entry))
    return found
