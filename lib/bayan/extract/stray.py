"""Stray prepositions: such as a verb does not govern, and which lead to its clause all the same."""

from __future__ import annotations

from bayan.extract.adverbials import past_phrases
from bayan.extract.grammar import Grammar
from bayan.extract.nouns import read_phrase
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import Act

_STRAY = ("علي", "الي", "عن")


def is_stray(grammar: Grammar, words: Words, form: CueForm, at: int, j: int) -> bool:
    """Whether a preposition that the verb does not govern leads to its clause all the same, right behind the verb or
    its subject (نوه الوزير على أن، أبان المدير إلى أن)."""
    if words.word[j] not in _STRAY or "an" not in form.cue.frames or form.cue.act is not Act.INFORM:
        return False
    if form.form.shape.startswith("masdar") or form.cue.takes_object:
        return False
    if form.cue.adjacent and not form.conjunction:
        return False  # ‹رحلاتها بين العاصمتين على أن تسير الشركتان خمس رحلات›
    if form.form.shape == "participle":
        return j == at + 1
    subject = read_phrase(grammar, words, at + 1, j) if at + 1 < j else None
    if subject is None:
        return j == at + 1
    k = past_phrases(grammar, words, subject.high, j)
    held = words.word[k] in grammar.classes["relatives"] and form.conjunction == "و"
    return k == j or held  # ‹وبين المدير خلال المؤتمر الذي عقد أمس إلى أن›
