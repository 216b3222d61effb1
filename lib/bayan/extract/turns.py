"""Turns: where a text turns from what is said to another speaker or matter (لكن الوزير قال إن، بدوره أكد)."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.readings import Reading
from bayan.extract.scans import ReadCue
from bayan.extract.second_cues import is_nominal
from bayan.extract.words import Words

_AFTERWARDS = ("بعد", "بعدما", "رغم")
"""A clause with one of these belongs to what is said, unless somebody else says something in it."""
_SAID = ("an", "quote", "colon")
_NEAR = 5
"""Tokens within which the clause begins that tells what somebody holds a thing to be."""
LONGEST_TURN = 14
"""Tokens after ‹لكن› in which another cue shows that somebody else speaks."""


def turns(grammar: Grammar, words: Words, reading: Reading, j: int, high: int, read: ReadCue) -> bool:
    """Whether the text turns to somebody else here: ‹لكن› after a noun, or before another cue (لكن الوزير قال إن)."""
    size = grammar.starts_sequence("adversatives", words, j, high)
    if size and is_nominal(grammar, words, reading) and not _holds_clause(grammar, words, reading.content, j):
        return True
    size = size or grammar.starts_sequence("contrasts", words, j, high)
    if not size or grammar.starts_sequence("times", words, j, high):
        return False
    for k in range(j + size, min(high, j + size + LONGEST_TURN)):
        if is_break(words.word[k]) or words.quote[k] >= 0:
            return False
        relative = words.word[k - 1] in grammar.classes["relatives"]  # ‹ورغم ذلك فالطبيب الذي أعلن وفاتها سيمثل›
        if words.word[k] in grammar.forms and not relative and (other := read(k)) is not None:
            said = other.frame in _SAID and other.form is not None and not other.form.conjunction
            said = said or words.word[j] not in _AFTERWARDS  # ‹بعد أن أكد المتحدث أن›, but ‹بعد أن رفض، هددها وقال›
            return said and other.shape in ("past", "present")
    return False


def _holds_clause(grammar: Grammar, words: Words, low: int, high: int) -> bool:
    """Whether a clause tells what somebody holds a thing to be (وصفها بأنها بسيطة لكنها مهمة)."""
    near = words.word[low : min(high, low + _NEAR)]
    return any(word.startswith("ب") and grammar.is_complementizer(word) for word in near)


def turns_away(grammar: Grammar, words: Words, j: int, high: int, read: ReadCue) -> bool:
    """Whether the text turns to another speaker or matter here, with a verb of saying behind it (بدوره أكد المدرب، وعن
    الفريق قال)."""
    low = j + grammar.starts_sequence("turning", words, j, high)
    if low == j:
        return False
    low += low < high and is_comma(words.word[low])
    for k in range(low, min(high, low + LONGEST_TURN)):
        if is_break(words.word[k]) or words.quote[k] >= 0 or words.word[k] in grammar.fences:
            return False
        if words.word[k] in grammar.forms and (other := read(k)) is not None:
            said = other.form is not None and not other.form.conjunction and not other.form.form.pronoun
            return said and other.shape == "past"
    return False
