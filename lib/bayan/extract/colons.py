"""Colons: whether what stands behind one is what a cue reports."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.readings import Frame
from bayan.extract.words import Words
from bayan.lexicon import CueForm

_WHOM = "من"


def after_colon(grammar: Grammar, words: Words, form: CueForm, at: int, j: int, high: int) -> tuple[Frame, int] | None:
    """What a cue reports behind a colon: a clause, or whatever stands there."""
    if _is_told_by_several(grammar, words, at, j):
        return None
    if j + 1 >= high or not ({"quote", "an"} & form.cue.frames):
        return None
    following = words.word[j + 1]
    if grammar.is_complementizer(following) and not words.opens_quote(j + 1):
        return "an", j + 1
    return "colon", j + 1


def _is_told_by_several(grammar: Grammar, words: Words, at: int, j: int) -> bool:
    """Whether a verb in the plural stands before a colon, and so has what follows it (رفض التعليق لكن سكانا قالوا:)."""
    if words.word[max(0, j - 2)] in grammar.classes["relatives"] or words.word[max(0, j - 2)] == _WHOM:
        return False  # ‹ردا على الذين انتقدوا: …›
    plural = (form for form in grammar.readings(words.word[j - 1]) if form.form.number == "p")
    return j - 1 > at and any(form.form.shape in ("past", "present") for form in plural)
