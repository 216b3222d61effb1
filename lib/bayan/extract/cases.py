"""Cases: plurals of people that show by their ending that they are no subject (الحوثيين، معارضيه)."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.words import Words

_THEIRS = ("يهم", "يها", "يه")
_OWNED = ("وهما", "وهم", "وها", "وه", "ونا", "و", "ون")
"""Endings of a plural of people that is a subject: with a pronoun, before whom they belong to, alone."""
_SHORTEST = 4


def is_oblique(word: str) -> bool:
    """Whether a definite plural of people shows by its ending that it is no subject (الحوثيين، المتظاهرين)."""
    return word.startswith("ال") and word.endswith("ين") and (word.endswith("يين") or word.startswith("الم"))


def are_subjects(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a plural of people that the lexicon does not have shows by its ending that it is a subject (مصرفيون،
    مستشارو المشروع، منتقدوه): what stands before the ending is a noun, an adjective of one, or a post."""
    word = words.word[k]
    if not word.endswith(_OWNED) or word[0] in "ويت" or word in grammar.name_words or word in words.names:
        return False
    ending = next(one for one in _OWNED if word.endswith(one))
    stem = word.removesuffix(ending)
    if len(stem) < _SHORTEST or (ending == "و" and not _governs(grammar, words, k)):
        return False
    return grammar.is_post(stem) or grammar.is_common(stem) or (stem.endswith("ي") and grammar.is_common(stem[:-1]))


def _governs(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a definite noun, a body or a name follows, to whom people belong."""
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    known = k + 1 < len(words.word) and words.mention[k + 1] >= 0
    return known or following.startswith("ال") or grammar.is_in("bodies", following) or grammar.is_common(following)


def are_theirs(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a plural of people has a pronoun and the ending of an object (معارضيه، منتقديها, but محاميه، مسؤولية)."""
    word = words.word[k]
    if not word.endswith(_THEIRS):
        return False
    stem = next(word.removesuffix(ending) for ending in _THEIRS if word.endswith(ending))
    several = len(stem) > 2 and grammar.is_in("sources", stem + "ون")
    return several and word not in grammar.kin and not words.is_feminine(k)
