"""Homographs: pasts that are spelt like nouns, and are nouns where nothing shows a verb (نشر، طلب، عرض)."""

from __future__ import annotations

from bayan.extract.before import subject_before
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.words import Words
from bayan.lexicon import CueForm


def hangs_in_the_air(grammar: Grammar, words: Words, form: CueForm, at: int, low: int, content: int) -> bool:
    """A bare past inside a clause, with other words than a subject before its content, is another word (… عبر نشر
    الشائعات عن)."""
    if words.word[at] not in grammar.classes["homographs"] or at == low or content == at + 1:
        return False
    before = words.word[at - 1]
    classes = grammar.classes
    if words.word[at + 1] in classes["pointing-back"] or form.cue.next:
        return False
    openers = ("subordinators", "relatives", "auxiliaries", "adversatives", "adverbials", "weekdays")
    opens = is_break(before) or grammar.is_complementizer(before.removeprefix("ف")) or grammar.is_any(openers, before)
    return not opens and subject_before(grammar, words, at, low) is None
