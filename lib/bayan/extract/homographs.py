"""Homographs: pasts that are spelt like nouns, and are nouns where nothing shows a verb (نشر، طلب، عرض)."""

from __future__ import annotations

from bayan.extract.before import subject_before
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.words import Words
from bayan.lexicon import CueForm

_THROUGH_IT = (("من", "خلاله"), ("من", "خلالها"))


def hangs_in_the_air(grammar: Grammar, words: Words, form: CueForm, at: int, low: int, content: int) -> bool:
    """A bare past inside a clause, with other words than a subject before its content, is another word (… عبر نشر
    الشائعات عن)."""
    return content > at + 1 and is_noun(grammar, words, form, at, low)


def is_noun(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Whether a bare past stands inside a clause without a subject of its own (سيمنع رفض الاتفاق الرئيس من)."""
    if words.word[at] not in grammar.classes["homographs"] or at == low:
        return False
    before = words.word[at - 1]
    classes = grammar.classes
    if words.text(at, at + 1).endswith("ى") or words.word[at + 1 : at + 3] in _THROUGH_IT:
        return False  # ‹نفى›, no ‹نفي›; ‹اتصالا نقل من خلاله تعازيه›
    behind = words.word[at + 1 : at + 3]
    if len(behind) > 1 and is_comma(behind[0]) and behind[1] in classes["prepositions"]:
        return False  # ‹فرئيس المجلس رفض، في العاشر من مايو، أي حوار›
    if words.word[at] not in classes["letter-nouns"] and grammar.has_stem("documents", before.removesuffix("ا")):
        return False  # ‹تقرير زعم ارتكاب السلطات›, but ‹خطاب شكر›
    if not classes["pointing-back"].isdisjoint(words.word[at + 1 : at + 2]) or form.cue.next:
        return False
    openers = ("subordinators", "relatives", "auxiliaries", "adversatives", "adverbials", "weekdays", "time-tails")
    opens = is_break(before) or grammar.is_complementizer(before.removeprefix("ف")) or grammar.is_any(openers, before)
    return not opens and subject_before(grammar, words, at, low) is None
