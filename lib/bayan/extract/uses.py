"""Uses: what the other places of an article tell of where a name ends (وجه أورتيغا أصابع الاتهام … قال أورتيغا)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from bayan.extract.grammar import Grammar
from bayan.extract.phrases import NounPhrase
from bayan.extract.words import Words

_CLITICS = ("", "و", "ب", "ل", "ف")
SHORTEST = 3
"""Letters of a single name that is looked for elsewhere."""


class Uses:
    """How often the words of an article stand alone and one after the other."""

    def __init__(self, fields: Sequence[Words]) -> None:
        self._fields = fields
        self._counts = Counter(chain.from_iterable(words.word for words in fields))

    def without_next(self, grammar: Grammar, words: Words, phrase: NounPhrase) -> NounPhrase:
        """A phrase without the words after its name that the article has nowhere else, where it has the name alone."""
        if phrase.name is None or phrase.actor_id is not None or phrase.high != phrase.name[1]:
            return phrase
        low, high = phrase.name
        while high > low + 1 and self._is_next(grammar, words, low, high - 1):
            high -= 1
        return phrase if high == phrase.high else phrase.changed(high=high, name=(low, high))

    def _is_next(self, grammar: Grammar, words: Words, low: int, at: int) -> bool:
        """Whether the word at a token is no part of the name that begins at ``low``."""
        word, last = words.word[at], words.word[at - 1]
        if word in grammar.name_words:
            return False
        together = self._count_pair(last, word)
        if sum(self._counts[clitic + word] for clitic in _CLITICS) > together:
            return False
        if at - 1 > low and self._count_pair(words.word[at - 2], last) > together:
            return True
        given = last in grammar.given_names
        return not given and len(last) >= SHORTEST and self._counts[last] > together

    def _count_pair(self, first: str, second: str) -> int:
        return sum(
            words.word[at - 1] == first
            for words in self._fields
            if second in words.word
            for at, word in enumerate(words.word)
            if word == second and at
        )
