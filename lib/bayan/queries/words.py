"""The words of a search: read, asked of a full text index, and marked in the original text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import merge
from itertools import chain, takewhile

from sqlalchemy import ColumnElement

from bayan.errors import BadSelection
from bayan.records import Span
from bayan.store import dialects
from bayan.text import fold, fold_text

MOST_WORDS = 24
"""A search of more words is refused: each costs time, and nobody writes so many by hand."""
_LONGEST = 1_000
_PART = re.compile(r'([-−]?)"([^"]*)"?|([-−]?)([^\s"]+)')
_QUOTES = str.maketrans(dict.fromkeys("«»“”„‟❝❞〝〞＂", '"'))
_ARABIC = re.compile("[\u0621-\u064a]+")
_FOLDED = re.compile("[\u0621-\u064a0-9a-z ]*")
_WORD = re.compile("[\u0621-\u064a0-9a-z]+")
_SHORT = 3
_BEFORE_SHORT = ("و", "ف", "ب", "ل")
_BEFORE_LONG = (*_BEFORE_SHORT, "ك", "وب", "ول", "فل")
_ARTICLE, _FOR_THE = "ال", ("لل", "ولل")
_WITH_THE = ("ال", "وال", "فال", "بال", "كال", "وبال", *_FOR_THE)
_BEFORE, _AFTER, _PLAIN = 90, 170, 220
"""Characters of a snippet before and after the first hit, and of one without a hit."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a search looks for: of each group one must be there, of the unwanted none.

    A group is a phrase, or a folded word with what may be written together with it (``written_together``).
    """

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[str, ...]

    def found_in(self, name: str, *, tokens: dialects.Groups = ()) -> ColumnElement[bool]:
        """The condition that a text of a full text index is found; ``tokens`` are filters of articles."""
        return dialects.matches(name, self.wanted, self.unwanted, tokens=tokens)

    def places(self, folded: str) -> Iterator[tuple[int, int]]:
        """Where the wanted words stand in a folded text, in reading order; whole words, as the index finds them."""
        if all(_WORD.fullmatch(form) for group in self.wanted for form in group):
            return merge(*(_places_of(group, folded) for group in self.wanted))
        return (match.span() for match in _pattern(self.wanted).finditer(folded))


def _places_of(forms: tuple[str, ...], folded: str) -> Iterator[tuple[int, int]]:
    """Where a word stands. What all its forms end in is looked for, then the word around that is looked at: of a text
    without it, that takes a tenth of the time of an expression."""
    end = _common_end(forms)
    at = folded.find(end)
    while at >= 0:
        first, last = at, at + len(end)
        while first and folded[first - 1].isalnum():
            first -= 1
        while last < len(folded) and folded[last].isalnum():
            last += 1
        if folded[first:last] in forms:
            yield first, last
        at = folded.find(end, last)


@lru_cache(maxsize=256)
def _common_end(forms: tuple[str, ...]) -> str:
    """The longest text that all forms end in."""
    end = min(forms, key=len)
    while not all(form.endswith(end) for form in forms):
        end = end[1:]
    return end


@lru_cache(maxsize=64)
def _pattern(wanted: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """What finds phrases, or words with other letters than Arabic and Latin ones."""
    phrases = sorted((phrase for group in wanted for phrase in group), key=len, reverse=True)
    # The text is folded, so only letters beyond the Latin ones can still be capitals; to ask for these is slow.
    flags = re.NOFLAG if all(_FOLDED.fullmatch(phrase) for phrase in phrases) else re.IGNORECASE
    return re.compile(rf"(?:{'|'.join(map(_from_the_start_of_a_word, phrases))})(?![^\W_])", flags)


def _from_the_start_of_a_word(phrase: str) -> str:
    """The expression of a phrase. What stands before it is looked at after its first letter: so the search leaps from
    one such letter to the next, and does not ask at every place whether a word begins."""
    joined = r"[\W_]+".join(map(re.escape, phrase.split()))
    first = re.escape(phrase[0])
    return rf"{first}(?<![^\W_]{first}){joined[len(first) :]}"


@lru_cache(maxsize=64)
def read_words(q: str) -> Words:
    """Read a search: words, "phrases", and -words that must not stand there. Raises BadSelection."""
    if len(q) > _LONGEST:
        raise BadSelection("long_search", count=len(q), most=_LONGEST)
    parts: dict[bool, list[tuple[str, ...]]] = {False: [], True: []}
    for match in _PART.finditer(q.translate(_QUOTES)):
        quoted = match[4] is None
        minus, text = (match[1], match[2]) if quoted else (match[3], match[4])
        words = dialects.WORD.findall(fold_text(text))
        if words:
            alone = not quoted and len(words) == 1
            parts[bool(minus)].append(written_together(words[0]) if alone else (" ".join(words),))
    count = sum(len(group[0].split()) for groups in parts.values() for group in groups)
    if count > MOST_WORDS:
        raise BadSelection("many_words", count=count, most=MOST_WORDS)
    if not parts[False]:
        raise BadSelection("no_words", text=q)
    unwanted = (phrase for group in parts[True] for phrase in group)
    return Words(tuple(dict.fromkeys(parts[False])), tuple(dict.fromkeys(unwanted)))


def written_together(word: str) -> tuple[str, ...]:
    """A folded word with what Arabic writes together with it: the small words of ``with_small_words``, and the article.

    Who writes the article finds the word with it alone. It is tried before every word, for many begin with the same two
    letters and have none.
    """
    forms = with_small_words(word)
    return forms if len(forms) == 1 else (*forms, *(before + word for before in _WITH_THE))


def with_small_words(word: str) -> tuple[str, ...]:
    """A folded word, and the same with the small words that Arabic writes together with the next.

    The shorter the word, the fewer are tried: together they may be another word.
    """
    if not _ARABIC.fullmatch(word) or len(word) < _SHORT:
        return (word,)
    before = _BEFORE_SHORT if len(word) == _SHORT else _BEFORE_LONG
    forms = [word, *(small + word for small in before)]
    if word.startswith(_ARTICLE) and len(word) > _SHORT + 1:
        forms += [before + word.removeprefix(_ARTICLE) for before in _FOR_THE]
    return tuple(forms)


def mark_words(text: str, q: str | None) -> tuple[Span, ...]:
    """Where the words of a search stand in a text, in reading order; nothing where there is no search."""
    try:
        return find_hits(text, read_words(q)) if q else ()
    except BadSelection:
        return ()


def find_hits(text: str, words: Words) -> tuple[Span, ...]:
    """Where the wanted words stand in a text, in reading order."""
    return tuple(_iter_hits(text, words))


def _iter_hits(text: str, words: Words) -> Iterator[Span]:
    folded = fold(text)
    return (folded.span(*place) for place in words.places(folded.text))


def make_snippet(body: str, words: Words | None) -> tuple[str, tuple[Span, ...]]:
    """A piece of a text around the first hit, or its beginning, on one line; and the hits in the piece."""
    hits = _iter_hits(body, words) if words else iter(())
    first = next(hits, None)
    start, end = (first.start - _BEFORE, first.start + _AFTER) if first else (0, _PLAIN)
    start, end = _at_space(body, start, first.start if first else 0), _at_space(body, end, len(body))
    before = "…" if start else ""
    shift = len(before) - start
    inside = takewhile(lambda hit: hit.end <= end, chain([first], hits)) if first else ()
    marks = tuple(Span(hit.start + shift, hit.end + shift) for hit in inside)
    return before + body[start:end].replace("\n", " ").rstrip() + ("…" if end < len(body) else ""), marks


def _at_space(body: str, offset: int, last: int) -> int:
    """The first place at or after an offset where a word begins or the text ends, not after ``last``."""
    if offset <= 0:
        return 0
    while offset < last and not body[offset - 1].isspace():
        offset += 1
    return min(offset, last)
