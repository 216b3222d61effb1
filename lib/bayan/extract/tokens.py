"""Tokens: words, numbers and punctuation of a folded text, without the points of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import accumulate, compress
from typing import NamedTuple

from bayan.records import Span
from bayan.text import Quotation

_TOKEN = re.compile(r"([^\W_]++(?:[.,:][0-9]++)*|[،,:؛;.!?؟()\[\]…\-–—/])")
_DOMAINS = frozenset({"نت", "كوم", "اورغ", "اورج"})
LONGEST_LETTER = 3
"""Letters of the name of a letter (آي) in an abbreviation that is spelt out, but for some."""
_LONG_LETTERS = frozenset({"ايتش", "دبليو", "دابليو"})


class Tokens(NamedTuple):
    """Tokens of a folded text with their offsets, in parallel lists."""

    word: list[str]
    start: list[int]
    end: list[int]


def tokenise(
    text: str, sentences: Sequence[Span], quotations: Sequence[Quotation], titles: Container[str] = ()
) -> Tokens:
    """The tokens of a folded text without the points of abbreviations and the strokes behind ``titles``."""
    pieces = _TOKEN.split(text)  # what stands between tokens, and each token after it
    bounds = list(accumulate(map(len, pieces)))
    tokens = Tokens(pieces[1::2], bounds[:-1:2], bounds[1::2])
    ends = {sentence.end for sentence in sentences} | {len(text)}
    points = {
        k
        for k, word in enumerate(tokens.word)
        if (word == "." and (_is_abbreviation_point(tokens, k) or _goes_on(text, tokens.end[k], ends, quotations)))
        or (word == "/" and _follows_title(tokens, k, titles))
    }
    if not points:
        return tokens
    kept = [k not in points for k in range(len(tokens.word))]
    word, start, end = tokens
    return Tokens(list(compress(word, kept)), list(compress(start, kept)), list(compress(end, kept)))


def _follows_title(tokens: Tokens, k: int, titles: Container[str]) -> bool:
    """Whether a stroke stands between a title and a name (الأستاذ/ حمد العمر، د/ خالد)."""
    if k == 0 or k + 1 >= len(tokens.word) or not tokens.word[k + 1].isalpha():
        return False
    before = tokens.word[k - 1]
    bare = "ال" + before[2:] if before.startswith("لل") else before[before[0] in "ولب" :]
    return (before in titles or bare in titles) and tokens.word[k + 1] not in titles


def _is_abbreviation_point(tokens: Tokens, k: int) -> bool:
    """The point of ‹د. محمد› and the points of ‹إم.آي.تي› and ‹العربية.نت› end no sentence."""
    before = tokens.word[k - 1]
    if k == 0 or not before.isalpha() or tokens.end[k - 1] != tokens.start[k]:
        return False
    after = tokens.word[k + 1] if k + 1 < len(tokens.word) else ""
    letter = len(after) <= LONGEST_LETTER or after in _LONG_LETTERS  # ‹بي.إم.دبليو›
    joined = after.isalpha() and tokens.start[k + 1] == tokens.end[k] and letter
    return len(before) == 1 or (joined and (len(before) <= LONGEST_LETTER or after in _DOMAINS))


def _goes_on(text: str, end: int, ends: Container[int], quotations: Sequence[Quotation]) -> bool:
    """Whether a point before a space ends no sentence (جيمس بي. كومي); inside quotations sentences are not told."""
    if end in ends or text[end] != " " or text[end - 2].isspace():
        return False
    return not any(quotation.start < end <= quotation.end for quotation in quotations)
