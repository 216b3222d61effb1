"""Letters of foreign names, spelt out (قناة إي بي سي، شبكة إن تي في), some of which are spelt like particles."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.words import Words

MOST_LETTERS = 5
_IN = "في"
"""A letter (إن تي في), or the preposition before where something is said."""
_WHERE = ("occasions", "venues", "documents", "places")
_PARTICLES = frozenset({"ان", "في", "اي", "او", "ال", "ام"})


def letters_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after two or more letters that begin here, or the same one; an ‹إن› behind two others leads to a clause
    (شبكة إن تي في إن الرئيس), unless one follows that does (شبكة إي إس بي إن أن)."""
    letters, end = grammar.classes["latin-letters"], k
    while end < min(high, k + MOST_LETTERS) and words.word[end] in letters:
        end += 1
    following = words.word[end] if end < len(words.word) else ""
    if end > k + 2 and grammar.is_complementizer(words.word[end - 1]):
        end -= not grammar.is_complementizer(following)
    elif end > k + 2 and words.word[end - 1] == _IN:
        end -= grammar.is_in_any(_WHERE, following)  # ‹قناة إي بي سي في تقرير لها›
    named = end > k + 1 and not _PARTICLES.issuperset(words.word[k:end])  # ‹قالت الوكالة إن في العاصمة›
    return end if named else k


def is_letter(grammar: Grammar, words: Words, j: int) -> bool:
    """Whether a token is a letter of the name of a medium."""
    letters, k = grammar.classes["latin-letters"], j
    while k > 0 and words.word[k - 1] in letters and j - k < MOST_LETTERS:
        k -= 1
    before = words.word[k - 1] if k > 0 else ""
    medium = before != "" and (grammar.is_in("media", before) or grammar.addresses_medium(before))
    return medium and letters_end(grammar, words, k, len(words.word)) > j
