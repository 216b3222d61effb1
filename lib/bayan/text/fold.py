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
_PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"

_SPELLINGS = tuple((_LETTERS | _DIGITS).items())
_CAPITALS = re.compile("[A-Z]+")
_MARK = re.compile(f"[{_MARKS}]")
_SPECIAL = re.compile(f"[{_MARKS}]+|[{_PRESENTATION}]")


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
        if start >= end:
            return Span(self.origin(start), self.origin(start))
        stop = self.origin(end - 1) + 1
        while stop < len(self.original) and unicodedata.combining(self.original[stop]):
            stop += 1
        return Span(self.origin(start), stop)

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
        return Folded(_spell(text), text)
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
    return Folded(_spell("".join(pieces)), text, tuple(cuts), tuple(shifts), origins)


def fold_text(text: str) -> str:
    """Fold a text where no way back is needed."""
    if _SPECIAL.search(text) is None:
        return _spell(text)
    return _spell(_SPECIAL.sub(lambda match: _letters(match.group()), text))


def _spell(text: str) -> str:
    """One letter for those that are written for it: letter by letter is ten times faster than `str.translate`."""
    for letter, plain in _SPELLINGS:
        if letter in text:
            text = text.replace(letter, plain)
    return _CAPITALS.sub(lambda match: match.group().lower(), text)


def _letters(special: str) -> str:
    """What stays of a run of marks (nothing) or of a presentation form (its letters, or a bracket such as ﴾ itself)."""
    if len(special) > 1:
        return ""
    return _MARK.sub("", unicodedata.normalize("NFKC", special)).strip()
