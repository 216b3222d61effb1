"""Which texts may be alike, and which are: marks of a text that like texts share, then an exact comparison.

Both take folded texts, so that spelling plays no part. docs/decisions/0006 says how the figures were found. The marks
are stored: whoever changes a rule here raises ``SKETCH_RULES``, and every store makes its groups anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rensa import RMinHash

from bayan.store.database import WORD

SKETCH_RULES = 3
_SEED = 1
_ROWS, _BANDS = 3, 20
_MARK_BYTES = 2
"""Of each of 60 minima as much as tells unlike texts apart: 120 bytes an article."""
_FEWEST_WORDS = 20
"""Shorter bodies (a headline, a line of waiting for more) are too often the same by chance."""
_LIKELY = 0.25
_SHARED_PAIRS, _SHARED_WORDS = 0.45, 0.8
_FAR_DAYS, _HARDLY_CHANGED = 2, 0.8
"""Telegrams and bulletins fill one form again and again: days apart, only what is hardly changed is a copy. So it is
within one outlet, which writes on what it reported before and fills its own forms."""
_NAMED = 0.025
"""How much of a text is the names of those whom it is about, where it fills a form."""
_STEM = 5
_QUOTE_MARKS, _QUOTE_RUN = 2, 4
_FEWEST_SAID, _FAR_SAID, _FAR_SAID_DAYS = 5, 12, 7
"""Words of a statement that can be the same as another's; where it was said long before, that must be the very same."""
_SAID_SHARED, _SAID_LENGTH = 0.8, 0.5


class Words:
    """The words of a folded text, and the pairs of them that stand side by side."""

    __slots__ = ("_pairs", "words")

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self._pairs: set[str] | None = None

    @property
    def pairs(self) -> set[str]:
        """The pairs, made when they are asked for."""
        if self._pairs is None:
            self._pairs = set(map(" ".join, pairwise(self.words)))
        return self._pairs


def words_of(folded: str) -> Words:
    """The words of a folded text."""
    return Words(WORD.findall(folded.lower()))


def sketch_article(text: Words) -> tuple[bytes, tuple[int, ...]]:
    """The marks of a body, and the bands of marks by which its copies are found; nothing where it is too short."""
    if len(text.words) < _FEWEST_WORDS:
        return b"", ()
    sketch = RMinHash(num_perm=_ROWS * _BANDS, seed=_SEED)
    sketch.update(list(text.pairs))
    minima = sketch.digest()
    marks = b"".join([(minimum & 0xFFFF).to_bytes(_MARK_BYTES) for minimum in minima])
    return marks, tuple(_band(at, minima[at * _ROWS : (at + 1) * _ROWS]) for at in range(_BANDS))


def mark_statement(speaker: int, text: Words) -> tuple[int, ...]:
    """The marks by which other statements of a speaker with the same words are found."""
    if len(text.words) < _FEWEST_SAID:
        return ()
    runs = range(len(text.words) - _QUOTE_RUN + 1)
    sketch = RMinHash(num_perm=_QUOTE_MARKS, seed=_SEED)
    sketch.update([f"{speaker} {' '.join(text.words[at : at + _QUOTE_RUN])}" for at in runs])
    return tuple(_band(at, [minimum]) for at, minimum in enumerate(sketch.digest()))


def _band(place: int, minima: Sequence[int]) -> int:
    """One number for some minima: 63 bits, which both databases hold."""
    mixed = place + 1
    for minimum in minima:
        mixed = (mixed * 0x9E3779B97F4A7C15 + minimum + 1) & 0xFFFFFFFFFFFFFFFF
        mixed ^= mixed >> 29
    return mixed >> 1


def may_be_copies(marks: bytes, others: bytes) -> bool:
    """Whether the marks of two bodies leave it open that these are near copies: no text has to be read for that."""
    places = range(0, len(marks), _MARK_BYTES)
    same = sum(marks[at : at + _MARK_BYTES] == others[at : at + _MARK_BYTES] for at in places)
    return same >= _LIKELY * len(places)


def are_copies(one: Words, other: Words, days_apart: int, *, one_outlet: bool) -> bool:
    """Whether two bodies are one text, reworded a little or cut: by the pairs of words and the words that they share.

    Texts that report the same in other words share pairs; they are told from copies by the words of the shorter one.
    """
    pairs = len(one.pairs & other.pairs) / (len(one.pairs | other.pairs) or 1)
    if pairs < (_HARDLY_CHANGED if one_outlet or days_apart > _FAR_DAYS else _SHARED_PAIRS):
        return False
    shared = sum((Counter(one.words) & Counter(other.words)).values())
    if shared < _SHARED_WORDS * min(len(one.words), len(other.words)):
        return False
    return min(_share_of_own_names(one, other), _share_of_own_names(other, one)) < _NAMED


def _share_of_own_names(one: Words, other: Words) -> float:
    """How much of a text is words that it says together again and again, and of which the other has none.

    Telegrams and verdicts fill one form with other names, which stand in it several times. A word counts as present
    also where it is written apart, as a part of another, or behind other small words: its last letters tell.
    """
    text = "".join(other.words)
    own = {word for word in set(one.words) if len(word) > 2 and word[-_STEM:] not in text}
    again = {pair for pair, count in Counter(pairwise(one.words)).items() if count > 1 and own.issuperset(pair)}
    names = {word for pair in again for word in pair}
    return sum(word in names for word in one.words) / len(one.words)


def may_be_same_words(text: Words, days_apart: int, *, every_mark: bool) -> bool:
    """Whether a statement and one that shares ``every_mark`` with it, or only some, may report the same words.

    Long after, only the very same words count, and these have the same marks: most others need not be read.
    """
    return days_apart <= _FAR_SAID_DAYS or (every_mark and len(text.words) >= _FAR_SAID)


def are_same_words(one: Words, other: Words, days_apart: int) -> bool:
    """Whether two statements report the same words: one may begin or end a little earlier, or differ in a word."""
    shorter, longer = sorted((one, other), key=lambda text: len(text.words))
    if days_apart > _FAR_SAID_DAYS:
        return one.words == other.words and len(one.words) >= _FAR_SAID
    if len(shorter.words) < max(_FEWEST_SAID, _SAID_LENGTH * len(longer.words)):
        return False
    return len(one.pairs & other.pairs) >= _SAID_SHARED * len(shorter.pairs)
