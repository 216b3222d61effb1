"""Pluperfects: the verb of ‹كان الوزير قد قال›, behind its subject."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.nouns import read_phrase
from bayan.extract.words import Words

_HAD = ("كان", "كانت", "قد")


def past_had(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The past of a verb of saying behind ‹كان› and ‹قد› (حسبما كانت قد أعلنت النيابة), or the same token."""
    at = k
    while at + 1 < high and words.word[at] in _HAD:
        at += 1
    return at if at < high and any(form.form.shape == "past" for form in grammar.readings(words.word[at])) else k


def told_before(grammar: Grammar, words: Words, k: int, high: int) -> int | None:
    """The past of a verb of saying behind ‹كان›, whoever is its subject and perhaps قد, or None."""
    if k + 1 >= high or words.word[k] not in grammar.classes["being"]:
        return None
    subject = read_phrase(grammar, words, k + 1, high)
    at = subject.high if subject is not None else high
    at += at < high and words.word[at] in grammar.classes["auxiliaries"]
    told = at < high and any(form.form.shape == "past" for form in grammar.readings(words.word[at]))
    return at if told else None
