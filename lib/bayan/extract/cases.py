"""Cases: plurals of people that show by their ending that they are no subject (الحوثيين، معارضيه)."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.words import Words

_THEIRS = ("يهم", "يها", "يه")


def is_oblique(word: str) -> bool:
    """Whether a definite plural of people shows by its ending that it is no subject (الحوثيين، المتظاهرين)."""
    return word.startswith("ال") and word.endswith("ين") and (word.endswith("يين") or word.startswith("الم"))


def are_theirs(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a plural of people has a pronoun and the ending of an object (معارضيه، منتقديها, but محاميه، مسؤولية)."""
    word = words.word[k]
    stem = next((word.removesuffix(ending) for ending in _THEIRS if word.endswith(ending)), "")
    several = len(stem) > 2 and grammar.is_in("sources", stem + "ون")
    return several and word not in grammar.kin and not words.is_feminine(k)
