"""Openers: what stands between a verb of saying and the noun of its subject."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.grammar import Grammar
from bayan.extract.words import Words
from bayan.lexicon import CueForm

EACH_OF = ("كل", "من")


def past_matter(grammar: Grammar, words: Words, form: CueForm, at: int, content: int) -> int:
    """The token behind a cue after what it is said of or tells (قال عنه، أوضح ذلك), adverbials and demonstratives."""
    classes, following = grammar.classes, words.word[at + 1]
    told = following in classes["that-told"] or (following in classes["spoken-of"] and "عن" not in form.cue.frames)
    told = told or following in classes["asked-of"]  # ‹طلب منه مسؤول كبير أن يغادر›
    return past_openers(grammar, words, skip_adverbials(grammar, words, at + 1 + told, content), content)


def past_openers(grammar: Grammar, words: Words, k: int, content: int) -> int:
    """The noun after ‹كل من›, a demonstrative (هذه الجماعة) or ‹ما يسمى›, which stand before the subject's own."""
    if k >= content:
        return k
    if words.word[k : k + 2] == EACH_OF:
        return min(k + 2, content)
    if words.word[k] in grammar.classes["all"] and k + 1 < content:
        return past_openers(grammar, words, k + 1, content)  # ‹جميع تلك الدول›
    if k + 1 < content and words.word[k] in grammar.classes["pointers"]:
        return k + 1 if words.word[k + 1].startswith("ال") else k
    return min(k + 2, content) if grammar.starts_sequence("so-called", words, k, content) else k
