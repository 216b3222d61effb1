"""Lone names: whether one word by itself, which nobody has introduced, can be somebody's name.

A word that is no other part of speech is read as a name. Two and three such words in a row seldom are anything else;
one alone often is: a rare noun with a pronoun, an adverb, a verb or a particle (أضافت متسائلة، تعتبر نصه).
"""

from __future__ import annotations

import re

from bayan.extract.grammar import Grammar
from bayan.extract.name_words import is_fence
from bayan.extract.verbs import follows_a_verb
from bayan.extract.words import Words

_ATTACHED = "وفبلك"
_CONJUNCTIONS = "وف"
_SAID = ("قال", "قالت", "يقول", "تقول")
_PRONOUNS = ("هما", "هم", "هن", "ها", "كم", "نا", "ه")
_THEIRS = ("هم", "هن", "هما", "اته", "اتها")
"""Pronouns behind which no name ends, whatever stands before them."""
_IMPERFECT = re.compile("ي[^اويلهن].{2,}|ي.{2,}ون")
"""The present of somebody (يستحيل); names with this letter mostly go on with a vowel (يانوس، يوهان)."""
_ACCUSATIVE = re.compile("(مت|مست|مم).{2,}ا")
"""A participle that tells how something was said (متلعثما)."""


def is_no_name(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a lone word is rather another part of speech."""
    word = words.word[at]
    if word in grammar.name_words or word in words.names or word in words.surnames or words.mention[at] >= 0:
        return False
    if word in grammar.classes["never-names"] or any(letter.isdigit() for letter in word):
        return True
    return (
        has_particle(grammar, word)
        or (not words.is_feminine(at) and _has_pronoun(grammar, word))
        or is_accusative_noun(grammar, word)
        or is_unknown_verb(grammar, words, at)
    )


def is_unknown_verb(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a word that no known name has is a verb; between a verb of saying and its clause none can stand (قال
    يفتوشنكو إن)."""
    if words.word[at] in grammar.name_words or words.word[at] in words.names:
        return False
    if follows_a_verb(grammar, words, at) and is_fence(grammar, words, at + 1):
        return False
    word = words.word[at]
    return _IMPERFECT.fullmatch(word) is not None or grammar.is_imperfect(word) or grammar.is_past(word)


def _is_noun(grammar: Grammar, word: str) -> bool:
    """Whether a word is a noun of the language, those in ي among them."""
    classes = grammar.classes
    return word in classes["common-nouns"] or word in classes["other-nouns"] or grammar.is_act_noun(word)


def has_particle(grammar: Grammar, word: str) -> bool:
    """Whether a particle is attached to a noun, a past, a given name or an article (بغضب، فالأهالي)."""
    rest = word[1:]
    if word[0] not in _ATTACHED or len(rest) < 2:
        return False
    if rest.startswith("ال"):
        return _is_noun(grammar, rest[2:]) or rest in grammar.nationalities or rest.endswith(("ون", "ين"))
    verb = word[0] in _CONJUNCTIONS and (grammar.is_past(rest) or rest in _SAID)
    return verb or _is_noun(grammar, rest) or rest in grammar.given_names


def _has_pronoun(grammar: Grammar, word: str) -> bool:
    """Whether a noun has a pronoun behind it (نصه، خباياه، سترهم)."""
    if len(word) > 4 and word.endswith(_THEIRS):
        return True
    if word.endswith("تي") and _is_noun(grammar, word[:-2] + "ه"):
        return True  # the dual of a noun with what follows (تهمتي التخطيط)
    stem = next((word.removesuffix(pronoun) for pronoun in _PRONOUNS if word.endswith(pronoun)), "")
    if len(stem) < 2 or stem.endswith("ي") or (len(stem) < 4 and word.endswith(("نا", "كم"))):
        return False
    return _is_noun(grammar, stem) or (stem.endswith("ت") and _is_noun(grammar, stem[:-1] + "ه"))


def is_accusative_noun(grammar: Grammar, word: str) -> bool:
    """Whether a word is the accusative of a noun or adjective, those in ي among them (جليا، مغايرا)."""
    if not word.endswith("ا") or len(word) < 4:
        return False
    return _is_noun(grammar, word[:-1]) or _ACCUSATIVE.fullmatch(word) is not None
