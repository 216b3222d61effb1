"""Resuming: an attribution in the middle of a clause, which goes on behind it (إن السبب، بحسب الشرطة، هو السرعة)."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.phrase_cues import phrase_at
from bayan.extract.readings import Reading
from bayan.extract.words import Words

_COPULAS = frozenset({"هو", "هي", "هم", "هما"})
LONGEST_ASIDE = 9
"""Tokens of an attribution between two commas."""


def resumes(grammar: Grammar, words: Words, reading: Reading, j: int, high: int) -> bool:
    """Whether the attribution that begins at a token is fenced off by commas: before the predicate that the clause of a
    content has not had so far, or before a second clause of it (أن الوقت ضيق، على حد تعبيره، وأن العمل صعب)."""
    found = phrase_at(grammar, words, j, high)
    if found is not None and found[0].takes == "pronoun" and not is_comma(words.word[j - 1]):
        return found[1] < high and not is_break(words.word[found[1]])  # ‹تشريع يسمح على حد قولهم بمواصلة التصدي›
    if not is_comma(words.word[j - 1]):
        return False
    near = range(reading.content, min(j, reading.content + 2))
    start = next((k + 1 for k in near if grammar.is_complementizer(words.word[k])), None)
    if start is None:
        return False
    close = next((k for k in range(j + 1, min(high - 1, j + LONGEST_ASIDE)) if is_break(words.word[k])), high)
    if close + 1 >= high or not is_comma(words.word[close]):
        return False
    following = words.word[close + 1]
    if following.startswith("و") and grammar.is_complementizer(following[1:]):
        return True
    incomplete = not any(_is_predicate(grammar, words, k) for k in range(start, j))
    return incomplete and _is_predicate(grammar, words, close + 1)


def _is_predicate(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a verb stands here, or the pronoun that leads to a noun (هو السبب)."""
    word = words.word[k]
    if words.mention[k] >= 0 or words.quote[k] >= 0 or word.startswith("و"):
        return False
    future = word.startswith("س") and grammar.is_imperfect(word[1:])
    return future or word in _COPULAS or grammar.is_imperfect(word) or grammar.is_past(word)
