"""Whose people a description tells of, where quotation marks or a demonstrative do so (مصادر "سكاي نيوز"، أصحاب هذه
المخيمات)."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.words import Words

LONGEST_CALLED = 3
"""Tokens of a name in quotation marks inside a description."""


def _is_called(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether quotation marks hold the name of a body, of whom somebody speaks for, or of whose people they are (مسؤول
    في جبهة "البوليساريو"، متحدث باسم "كارفور"، ناشطو "السلام")."""
    before = words.word[k - 1]
    if not words.opens_quote(k) or words.quote_end(k) - k > LONGEST_CALLED:
        return False
    theirs = before.endswith("و") and grammar.is_in("sources", before + "ن")
    return theirs or grammar.is_in("bodies", before) or before in grammar.classes["post-prepositions"]


def past_whose(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after what a body is called in quotation marks, or after a demonstrative with its noun that tells whose
    people these are (أصحاب هذه المخيمات); else the same one."""
    if _is_called(grammar, words, k):
        return words.quote_end(k)
    if k + 1 >= high or words.word[k] not in grammar.classes["demonstratives"]:
        return k
    people = words.word[k - 1]
    bare = grammar.is_in("sources", people) and not people.startswith("ال") and not people.endswith(("ون", "ين"))
    return k + 2 if bare and words.word[k + 1].startswith("ال") else k


def is_of_medium(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether quotation marks hold the name of a medium whose sources or reporters speak (مصادر "سكاي نيوز عربية")."""
    quoted = words.opens_quote(k) and grammar.is_in("sources", words.word[k - 1])
    return quoted and grammar.starts_sequence("media-names", words, k, words.quote_end(k)) > 0
