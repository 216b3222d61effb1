"""Subordinate clauses: where a cue stands in one, its content ends at a comma and the main clause goes on."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.readings import Reading
from bayan.extract.words import Words

_WHILE = ("في", "حين")
_ASIDE = ("فيما", "بينما")


def is_subordinate(grammar: Grammar, words: Words, reading: Reading, low: int) -> bool:
    """A cue in a relative or temporal clause: the main clause goes on after a comma."""
    at = reading.cue[0]
    if reading.shape in ("masdar", "masdar-noun") and reading.frame == "np":
        return True  # ‹بعد إعلان المغرب قطع علاقاته، …؛ وبعد إدانته للحركة، …›
    near = [k for k in range(max(low, at - 3), at) if words.word[k - 1 : k + 1] != _WHILE]
    subordinate = any(words.word[k] in grammar.classes["subordinate"] for k in near)
    return reading.shape in ("past", "present") and subordinate


def stands_aside(words: Words, reading: Reading, low: int) -> bool:
    """Whether a sentence puts in front what is said besides (فيما طالب المزارعون بالدعم، افتتح الوزير المهرجان)."""
    return words.word[low].removeprefix("و") in _ASIDE and reading.cue[0] <= low + 2 and reading.shape == "past"


def turns_to_main(grammar: Grammar, word: str) -> bool:
    """Whether the word behind a comma is a past without a conjunction, with which the main clause begins."""
    past = any(one.form.shape == "past" and not one.conjunction for one in grammar.readings(word))
    return past or (word[0] not in "وفيت" and grammar.is_past(word))


def fences_day(grammar: Grammar, words: Words, comma: int, high: int) -> bool:
    """Whether a day alone stands between a comma and the next."""
    if comma + 2 >= high or not is_comma(words.word[comma + 2]):
        return False
    return words.word[comma + 1] in grammar.classes["weekdays"]
