"""Summaries: verbs whose subject or object is what the text has just told (مما يؤكد، وهذا يؤكد، ما وصفه بأنه)."""

from __future__ import annotations

from bayan.extract.grammar import is_break, is_comma
from bayan.extract.words import Words
from bayan.lexicon import CueForm

_IT = ("هو", "وهو")
_MATTER = ("الامر", "الذي")
_THIS = ("هذا", "ذلك")
_THERE = frozenset({"هناك", "ثمه", "يوجد", "يظهر", "ليس", "لدينا", "لديه", "لديها", "لديهم"})
"""Before ‹ما›: there is something, or nothing, that points to what follows."""


def is_called(words: Words, form: CueForm, at: int, low: int) -> bool:
    """Whether somebody only calls by another name what is told (قصف الجيش ما وصفه بأنه أهداف), and judges not all
    (وهو ما وصفه بالخطأ)."""
    names = bool(form.form.pronoun) and form.cue.needs_object and "ب" in form.cue.frames and words.word[at - 1] == "ما"
    return names and not (at - 2 >= low and words.word[at - 2] in _IT)


def is_summary(words: Words, at: int, low: int) -> bool:
    """Whether the subject of a verb is all that the text has just told (مما، وهو ما، الأمر الذي)."""
    before = words.word[max(low, at - 2) : at]
    if before[-1:] != ("ما",):
        return before[-1:] == ("مما",) or before == _MATTER or _is_all_told(words, at, low)
    if before[0] in _THERE:
        return True  # ‹ليس هناك ما يشير إلى تراجعها›
    return at > 1 and (is_comma(words.word[at - 2]) or words.word[at - 2] in _IT)


def _is_all_told(words: Words, at: int, low: int) -> bool:
    """Whether the subject is a demonstrative without a noun (وهذا يؤكد أن), and no preposition has it (رغم ذلك يقول) or
    verb (تنفي ذلك وتقول)."""
    word = words.word[at - 1] if at > low and not words.word[at].startswith("و") else ""
    begins = word[:1] in "وف" or at - 1 == low or is_break(words.word[at - 2])
    return word.lstrip("وف") in _THIS and begins
