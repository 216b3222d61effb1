"""Phrase cues: attribution phrases that are no verb (وفقا لـ، بحسب، على حد قول), where one begins."""

from __future__ import annotations

from collections.abc import Sequence

from bayan.extract.grammar import Grammar
from bayan.extract.words import Words
from bayan.lexicon import Phrase

_BASED = ("بناء",)


def phrase_at(grammar: Grammar, words: Words, j: int, high: int) -> tuple[Phrase, int] | None:
    """The attribution phrase that begins at a token, longest first, with the token after it; or None."""
    starting = grammar.phrases.get(words.word[j])
    if starting is None:
        return None
    found = _longest_phrase(starting, words, j, high)
    if found is None or _is_reported(grammar, words, j) or words.word[max(0, j - 1) : j] == _BASED:
        return None
    return found


def _longest_phrase(starting: Sequence[Phrase], words: Words, j: int, high: int) -> tuple[Phrase, int] | None:
    """Of phrases with one first word the longest that stands at a token, those with a clitic last."""
    following = words.word[j + 1] if j + 1 < high else ""
    for phrase in starting:
        size = len(phrase.words)
        second = size == 1 or following == phrase.words[1]
        if second and not phrase.clitic and j + size <= high and words.word[j : j + size] == phrase.words:
            return phrase, j + size
    for phrase in starting:
        end = j + len(phrase.words) - 1
        begins = phrase.clitic and end < high and words.word[j:end] == phrase.words[:-1]
        if begins and words.word[end].startswith(phrase.words[-1]):
            return phrase, end
    return None


def _is_reported(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether a phrase right behind ‹أن› is part of what somebody says (أعلنت اللجنة أنه وبحسب النتائج فقد فاز), and
    not of the story (يذكر أنه وفق الوزارة)."""
    if j == 0 or not grammar.is_complementizer(words.word[j - 1]):
        return False
    return grammar.classes["narrating"].isdisjoint(words.word[max(0, j - 3) : j - 1])
