"""Clauses of others: those behind a cue that a nearer verb takes."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.verbs import is_of_another
from bayan.extract.words import Words

_LONGEST_SUBJECT = 6
"""Tokens between a verb behind a relative pronoun and its clause."""


def takes_clause(grammar: Grammar, words: Words, at: int, j: int) -> bool:
    """Whether the verb right before a clause takes it, also with what points back between them (رسالة للوزير أكد فيها
    أن), with ب after its own object (تصفه بأنه), and one behind a relative pronoun over its subject (الذي يقول الأثريون
    إنه)."""
    back = words.word[j - 1] in grammar.classes["pointing-back"]
    if is_of_another(grammar, words, j - 1 - back) or _is_of_relative(grammar, words, at, j):
        return True
    if not words.word[j].startswith("بان"):
        return False
    return any(
        form.form.pronoun and not form.cue.frames.isdisjoint(("an", "ب"))
        for form in grammar.readings(words.word[j - 1])
    )


def _is_of_relative(grammar: Grammar, words: Words, at: int, j: int) -> bool:
    """Whether a verb stands behind a relative pronoun after a cue that takes a clause: one without another object over
    its subject alone, one with ب over its object (التي وصف فيها الهدنة بأنها)."""
    near = range(j - 2, max(at + 1, j - 1 - _LONGEST_SUBJECT), -1)
    verb = next((k for k in near if words.word[k - 1] in grammar.classes["relatives"]), None)
    if verb is None:
        return False
    frames = [form.cue.frames for form in grammar.readings(words.word[verb]) if form.form.shape in ("past", "present")]
    if words.word[j].startswith("بان") and any("ب" in one for one in frames):
        return not any(map(is_comma, words.word[verb:j]))
    if not any("an" in one and "np" not in one for one in frames):
        return False
    subject = read_phrase(grammar, words, verb + 1, j)
    return subject is not None and subject.high == j
