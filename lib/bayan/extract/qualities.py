"""Qualities: which words are adjectives, and which nouns tell what somebody is and no office."""

from __future__ import annotations

import re

from bayan.extract.grammar import Grammar
from bayan.extract.words import Words

_QUALITY = re.compile("الم.*|ال.ا..ه?|ال..ي.ه?")
"""Shapes of adjectives that are nouns as well (المنظمة، الجاهزة، الكبير)."""
_NOT = "غير"


def is_adjective(grammar: Grammar, word: str) -> bool:
    ends = word.endswith(("ي", "يه", "يين", "يون", "يات")) and not grammar.is_in("no-adjectives", word)
    return ends or word in grammar.classes["body-adjectives"]


def tells_no_office(grammar: Grammar, noun: str) -> bool:
    """Whether a noun, without its article, tells what somebody is or does, and no office (شاب، سائق، امرأة)."""
    return noun in grammar.classes["describing-posts"] or noun in grammar.classes["single-sources"]


def denies_quality(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether ‹غير› stands before an indefinite adjective (منظمة غير حكومية)."""
    return words.word[k] == _NOT and k + 1 < high and is_adjective(grammar, words.word[k + 1])


def is_thing(grammar: Grammar, word: str) -> bool:
    """Whether a definite noun describes nothing before it (القرار, السياسة); participles and the like may."""
    if word.startswith("ال") and word[2:] in grammar.classes["objects-by-shape"]:
        return True
    if not word.startswith("ال") or word in grammar.classes["qualities"] or _QUALITY.fullmatch(word):
        return False
    bare = word[2:]
    noun = grammar.is_common(bare) or grammar.is_act_noun(bare) or grammar.has_stem("stance-nouns", bare)
    return noun and not is_adjective(grammar, word)
