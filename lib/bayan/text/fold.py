"""Folding: one spelling for matching and search, with a map back to the original.

Letters that the press writes in several ways become one (alef, yaa, taa marbuta, hamza seats, Persian keyboards,
presentation forms), marks that carry no letter (diacritics, tatweel, zero width, bidi controls) go, digits become
Western. Folded text never leaves matching and search: every range that is stored is mapped back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import add

from bayan.records import Span

FOLD_VERSION = 1
"""Raised with every change of the tables: the full text index is built over folded text."""

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ة": "ه", "ۃ": "ه", "ھ": "ه", "ہ": "ه", "ە": "ه",
    "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ئ": "ي", "ے": "ي",
    "ؤ": "و", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز",
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": " ",
}  # fmt: skip
_DIGITS = {chr(base + digit): str(digit) for base in (0x660, 0x6F0) for digit in range(10)}
_MARKS = (
    "\u00ad\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe73\ufeff"
)
_FIRST_COMBINING = "\u0300"
_PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"

_SINGLE = _LETTERS | _DIGITS | {chr(code): chr(code).lower() for code in range(0x41, 0x5B)}
_WRITTEN = re.compile(f"[{''.join(_SINGLE)}]")
_LONG = 200
_MARK = re.compile(f"[{_MARKS}]")
_SPECIAL = re.compile(f"[{_MARKS}{_PRESENTATION}](?:(?<=[{_MARKS}])[{_MARKS}]*)?")
"""A run of marks or one presentation form; it begins with a class of characters, for which a search is fast."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with its way back. ``cuts`` and ``shifts`` describe where original offsets run ahead; ``origins`` are
    the original offsets of the cuts."""

    text: str
    original: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()

    def origin(self, offset: int) -> int:
        """The original offset of a folded character."""
        if not self.cuts:
            return offset
        at = bisect_right(self.cuts, offset) - 1
        return offset if at < 0 else offset + self.shifts[at]

    def span(self, start: int, end: int) -> Span:
        """The original range of a folded range, whole with the combining marks of its last letter."""
        first = self.origin(start)
        if start >= end:
            return Span(first, first)
        stop = self.origin(end - 1) + 1 if self.cuts else end
        while self.original[stop : stop + 1] >= _FIRST_COMBINING and unicodedata.combining(self.original[stop]):
            stop += 1
        return Span(first, stop)

    def place(self, origin: int) -> int:
        """The first folded offset whose original offset is at or after ``origin``."""
        if not self.cuts:
            return min(origin, len(self.text))
        at = bisect_left(self.origins, origin)
        cut = self.cuts[at] if at < len(self.cuts) else len(self.text)
        return min(origin if at == 0 else max(self.cuts[at - 1], origin - self.shifts[at - 1]), cut)


def fold(text: str) -> Folded:
    """Fold a text and keep the way back."""
    if _SPECIAL.search(text) is None:
        return Folded(_unify(text), text)
    pieces: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    read = written = 0
    for match in _SPECIAL.finditer(text):
        pieces.append(text[read : match.start()])
        written += match.start() - read
        read = match.end()
        letters = _letters(match.group())
        for letter in letters:
            cuts.append(written)
            shifts.append(match.start() - written)
            pieces.append(letter)
            written += 1
        cuts.append(written)
        shifts.append(read - written)
    pieces.append(text[read:])
    origins = tuple(map(add, cuts, shifts))
    return Folded(_unify("".join(pieces)), text, tuple(cuts), tuple(shifts), origins)


def fold_text(text: str) -> str:
    """Fold a text where no way back is needed. Short ones, names above all, come again and again."""
    return _fold_short(text) if len(text) < _LONG else _fold_text(text)


@lru_cache(maxsize=16384)
def _fold_short(text: str) -> str:
    return _fold_text(text)


def _fold_text(text: str) -> str:
    if _SPECIAL.search(text) is None:
        return _unify(text)
    return _unify(_SPECIAL.sub(lambda match: _letters(match.group()), text))


def _unify(text: str) -> str:
    """Replace single characters. In a long text one search for each is many times faster than one look-up for each of
    the text, in a short one it is the other way round."""
    if len(text) < _LONG:
        return _WRITTEN.sub(lambda match: _SINGLE[match.group()], text)
    for written, plain in _SINGLE.items():
        text = text.replace(written, plain)
    return text


@lru_cache(maxsize=1024)
def _letters(special: str) -> str:
    """What stays of a run of marks (nothing) or of a presentation form (its letters, or a bracket such as ﴾ itself)."""
    if len(special) > 1:
        return ""
    return _MARK.sub("", unicodedata.normalize("NFKC", special)).strip()
