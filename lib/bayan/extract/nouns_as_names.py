"""Nouns and adjectives that are given names too: where they are none (أسماء المعتقلين، قدم صادق تعازيه), and where
a noun that is hardly one is (العميد هيكل حنتف)."""

from __future__ import annotations

from bayan.extract.cases import is_oblique
from bayan.extract.grammar import Grammar
from bayan.extract.words import Words


def is_superlative(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a superlative with its indefinite noun follows a name (تعتبر بتروبراس أكبر شركة)."""
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    return words.word[k] in grammar.classes["ranked"] and grammar.is_common(following)


def is_of_several(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether people in the genitive follow a noun that is a name too (أسماء المعتقلين، آمال الفلسطينيين), or
    things with their article (أسماء السفن)."""
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    things = following.startswith("ال") and grammar.is_common(following[2:]) and following not in grammar.name_words
    counted = following in grammar.classes["counters"]  # ‹أسماء ثلاثة رجال›
    return words.word[k] in grammar.classes["nouns-as-names"] and (things or counted or is_oblique(following))


def intensifies(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether an adjective that is a name too stands before what somebody expresses (قدم صادق تعازيه)."""
    following = words.word[k + 1] if k + 1 < len(words.word) else ""
    return words.word[k] in grammar.classes["intensifiers"] and grammar.has_stem("stance-nouns", following)


def is_behind_rank(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether an indefinite noun stands between a title with its article, which nothing indefinite describes, and what
    is no noun of the language (العميد هيكل حنتف, but الفريق بطل الدوري)."""
    title, following = words.word[k - 1], words.word[k + 1] if k + 1 < len(words.word) else ""
    if k == 0 or not title.startswith("ال") or words.word[k] in grammar.classes["grades"]:
        return False  # ‹العميد ركن أحمد›
    ranked = grammar.is_in("honorifics", title) and not grammar.is_in("bodies", title)
    unknown = following in grammar.name_words or not (grammar.is_common(following) or grammar.is_act_noun(following))
    plain = not following.startswith("ال") and following.isalpha() and following not in grammar.stops
    return ranked and plain and unknown and following not in grammar.finite
