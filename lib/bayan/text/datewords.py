"""The words of dates, and a text read as such words.

A text becomes a row of pieces, each with a one-letter code; the rules in daterules.py are patterns over the codes:

====  ==========================================  ====  ==========================================
D     a number from 1 to 31                       Y     a year from 1300 to 2100
n     another number below 1000                   N     a number in words
O     an ordinal with the article                 o     أول, غرة
M     a Gregorian month                           v m   … whose name is also a verb; another word
B     a month given by two names                  H h   a Hijri month; one that is also another word
W     a weekday                                   T     أمس, اليوم, غدا …
d s   يوم; شهر                                    y     عام, سنة
U     other units: يومين, أسابيع …                S K   الشهر; الأسبوع
Z     العام, السنة                                R     الماضي, الجاري, المقبل …
t     هذا                                         P     مطلع, منتصف, النصف …
A     قبل, منذ                                    i     في, خلال …
f     من                                          e     الموافق
g c   هجري; ميلادي                                l w   ال before a number; و before a number
x     any other word                              | , / - . ( ) : line break and punctuation
====  ==========================================  ====  ==========================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, compress
from operator import add
from typing import Any, NamedTuple

import yaml
from babel import Locale

from bayan.data import data_path
from bayan.errors import BadData
from bayan.text.fold import fold_text

_LOCALES = ("ar", "ar_IQ", "ar_SY", "ar_DZ", "ar_MA", "ar_TN", "ar_MR")
_UNITS = {"day": "d", "week": "U", "month": "s", "year": "y"}
_PERIODS = {"week": "K", "month": "S", "year": "Z"}
_MARKERS = {
    "ago": "A", "of": "f", "day": "d", "the": "l", "and": "w",
    "same_day": "e", "hijri": "g", "common_era": "c", "in": "i",
}  # fmt: skip
_PREFIXED = frozenset("MvBHWTdsSKZOAPyei")
_TRIGGERS = frozenset("MvmHhWTUSKZRA")
_MARKS = {mark: mark for mark in ",/-.():"} | {"،": ",", "–": "-", "—": "-", "−": "-", "": "|"}
_TOKEN = re.compile(r"(?:\d+|[^\W\d_]+|[^\w\s]|[\n_])[^\S\n]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_FOUR_DIGITS = re.compile(r"\d\d{3}")
_TWO_NAMES = re.compile(r"[Mvm](?:[/\-]?[Mvm]|\([Mvm]\))")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of dates: its code, its number (month, day, offset, count …), for units their name.

    ``prefix`` is the length of و or another one-letter prefix that its range leaves out.
    """

    code: str
    value: int = 0
    unit: str = ""
    prefix: int = 0


@dataclass(slots=True)
class Words:
    """A folded text as words with their places in it."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    words: list[Word]

    @property
    def codes(self) -> str:
        """The codes of all words, one letter each."""
        return "".join([word.code for word in self.words])

    def join(self, first: int, last: int, word: Word) -> None:
        """Let one word stand for those from ``first`` to ``last``; the places freed wait for ``close_ranks``."""
        self.words[first] = word
        self.ends[first] = self.ends[last]
        self.words[first + 1 : last + 1] = [_JOINED] * (last - first)

    def close_ranks(self) -> None:
        """Drop the places that joined words have left."""
        kept = [word is not _JOINED for word in self.words]
        for row in (self.texts, self.starts, self.ends, self.words):
            row[:] = compress(row, kept)  # type: ignore[arg-type]


class Guard(NamedTuple):
    """Words before or after a reading that make it something else."""

    after: frozenset[str]
    before: frozenset[str]


class Phrase(NamedTuple):
    """A word of dates spelled in several words: what follows the first."""

    tail: list[str]
    word: Word


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every spelling with the word that it stands for; ``triggers`` are those without which there is no date."""

    words: dict[str, Word]
    phrases: dict[str, tuple[Phrase, ...]]
    guards: dict[str, Guard]
    triggers: frozenset[str]


_OTHER = Word("x")
_JOINED = Word("")


@cache
def vocabulary() -> Vocabulary:
    """The words of dates from data/calendar and Babel, read once. Raises BadData where a file breaks its form."""
    try:
        rows = list(_rows(_read("months.yaml"), _read("words.yaml")))
        guards = {name: _guard(row) for name, row in _read("words.yaml")["guards"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadData(
            f"{data_path('calendar')}: the words of dates break their form ({error!r}); mend the file."
        ) from error
    words: dict[str, Word] = _numbers() | {mark: Word(code) for mark, code in _MARKS.items()}
    phrases: dict[str, list[Phrase]] = {}
    for name, word in rows:
        for spelling, prefix in _spellings(fold_text(name), word.code):
            first, *tail = map(str.rstrip, _TOKEN.findall(spelling))
            if tail:
                phrases.setdefault(first, []).append(Phrase(tail, replace(word, prefix=prefix)))
            elif first not in words or prefix < words[first].prefix:
                words[first] = replace(word, prefix=prefix)
    ordered = {first: tuple(sorted(found, key=lambda phrase: -len(phrase.tail))) for first, found in phrases.items()}
    return Vocabulary(words, ordered, guards, _triggers(words, ordered))


def may_hold_date(text: str) -> bool:
    """Whether a folded text has any word or number that a date needs: the gate before all other work."""
    return _FOUR_DIGITS.search(text) is not None or not vocabulary().triggers.isdisjoint(_LETTERS.findall(text))


def read_words(text: str, low: int, high: int) -> Words:
    """The part [low, high) of a folded text as words, names of several words and month names in pairs (تموز/يوليو)
    made one."""
    known = vocabulary().words
    tokens = _TOKEN.findall(text, low, high)
    texts = list(map(str.rstrip, tokens))
    blank = _TOKEN.search(text, low, high)
    starts = list(accumulate(map(len, tokens), initial=blank.start() if blank else low))[: len(tokens)]
    ends = list(map(add, starts, map(len, texts)))
    words = Words(texts, starts, ends, [known.get(token, _OTHER) for token in texts])
    _join_phrases(words)
    _join_two_names(words)
    return words


def _join_phrases(words: Words) -> None:
    phrases, texts = vocabulary().phrases, words.texts
    firsts = [at for at, text in enumerate(texts) if text in phrases]
    joined = 0
    for at in firsts:
        for tail, word in phrases[texts[at]] if at >= joined else ():
            if texts[at + 1 : at + 1 + len(tail)] == tail:
                joined = at + 1 + len(tail)
                words.join(at, joined - 1, word)
                break
    if joined:
        words.close_ranks()


def _join_two_names(words: Words) -> None:
    pairs = [match.span() for match in _TWO_NAMES.finditer(words.codes)]
    for first, end in pairs:
        names = {word.value for word in words.words[first:end] if word.code in "Mvm"}
        if len(names) == 1:
            words.join(first, end - 1, replace(words.words[first], code="B"))
    if pairs:
        words.close_ranks()


def _numbers() -> dict[str, Word]:
    """The numbers that dates use, with and without a leading zero."""
    words = {str(number): Word("n", number) for number in range(1, 1000)}
    words |= {str(year): Word("Y", year) for year in range(1300, 2101)}
    return words | {form: Word("D", day) for day in range(1, 32) for form in (str(day), f"{day:02d}")}


def _triggers(words: dict[str, Word], phrases: dict[str, tuple[Phrase, ...]]) -> frozenset[str]:
    """The words that a date needs one of. A phrase counts by its first word unless a later one is there already."""
    single = {first for first, word in words.items() if word.code in _TRIGGERS}
    return frozenset(single).union(
        first
        for first, found in phrases.items()
        if any(phrase.word.code in _TRIGGERS and single.isdisjoint(phrase.tail) for phrase in found)
    )


def _spellings(name: str, code: str) -> Iterator[tuple[str, int]]:
    """A name alone and after the prefixes of one letter, with the length that the prefix takes from the range."""
    yield name, 0
    if code == "m":
        yield "و" + name, 1
    if code in _PREFIXED:
        for prefix in ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب"):
            yield prefix + name, len(prefix)
        if name.startswith("ال"):
            for prefix in ("", "و"):
                yield f"{prefix}لل{name[2:]}", len(prefix)


def _rows(months: dict[str, Any], words: dict[str, Any]) -> Iterator[tuple[str, Word]]:
    """Every entry as (name, word). Of two entries with one spelling the first counts."""
    yield from _month_rows(months)
    simple = {"weekdays": "W", "ordinals": "O", "numbers": "N", "directions": "R", "day_words": "T"}
    for section, code in simple.items():
        for value, names in words[section].items():
            yield from ((name, Word(code, int(value))) for name in names)
    yield from ((name, Word("o", 1)) for name in words["first"])
    yield from ((name, Word("t")) for name in words["this"])
    yield from ((name, Word("P")) for name in words["parts"])
    for unit, forms in words["units"].items():
        for count, form in enumerate(("many", "one", "two")):
            code = _UNITS[unit] if form == "one" else "U"
            yield from ((name, Word(code, count, unit)) for name in forms[form])
    for unit, names in words["periods"].items():
        yield from ((name, Word(_PERIODS[unit], 0, unit)) for name in names)
    for marker, names in words["markers"].items():
        yield from ((name, Word(_MARKERS[marker])) for name in names)


def _month_rows(months: dict[str, Any]) -> Iterator[tuple[str, Word]]:
    codes = {fold_text(name): "m" for name in months["ambiguous"]} | {fold_text(name): "v" for name in months["verbs"]}
    for month, name in (*_babel_months(), *_listed(months["gregorian"])):
        yield name, Word("m" if name.isascii() else codes.get(fold_text(name), "M"), month)
    nil = {fold_text(name) for name in months["hijri_ambiguous"]}
    yield from ((name, Word("h" if fold_text(name) in nil else "H", month)) for month, name in _listed(months["hijri"]))


def _listed(rows: dict[int, list[str]]) -> Iterator[tuple[int, str]]:
    return ((int(number), name) for number, names in rows.items() for name in names)


def _babel_months() -> Iterator[tuple[int, str]]:
    for locale in _LOCALES:
        yield from Locale.parse(locale).months["format"]["wide"].items()
    for width in ("wide", "abbreviated"):
        yield from Locale.parse("en").months["format"][width].items()


def _guard(row: dict[str, list[str]]) -> Guard:
    after, before = (frozenset(fold_text(word) for word in row[side]) for side in ("after", "before"))
    return Guard(after, before)


@cache
def _read(name: str) -> dict[str, Any]:
    """One data file of the calendar as a mapping."""
    path = data_path("calendar", name)
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise BadData(f"{path}: cannot be read as YAML ({error}); restore the file.") from error
    if not isinstance(content, dict):
        raise BadData(f"{path}: a mapping of sections is expected; restore the file.")
    return content
