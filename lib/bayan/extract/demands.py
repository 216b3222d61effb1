"""Demands without a preposition: what is asked of somebody right behind him (طالبت المنظمة السلطات الكشف عن مصيره)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.agreement import agrees
from bayan.extract.before import subject_before
from bayan.extract.grammar import Grammar
from bayan.extract.nouns import read_phrase
from bayan.extract.object_starts import joint_end
from bayan.extract.phrases import NounPhrase
from bayan.extract.qualities import is_thing
from bayan.extract.readings import Reading, read_by
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import Act

_ASKED = frozenset({"عدم", "سرعه", "ضروره"})
"""Verbal nouns before what is asked (طالبت الهيئة الشركات عدم تجميد الحسابات)."""
_AT_THEIR_HEAD = "وعلي"
"""‹وعلى رأسهم› and its like tell who of them comes first."""


def read_demand(grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int) -> Reading | None:
    """The reading of an appeal with whom it is made to and a definite verbal noun behind him, or None."""
    if form.cue.act is not Act.APPEAL or not form.cue.takes_object or form.form.shape.startswith("masdar"):
        return None
    found = _whom(grammar, words, form, at, low, high)
    if found is None:
        return None
    subject, k = found[0], _past_joint(grammar, words, found[1], high)
    if k + 1 >= high or words.mention[k] >= 0 or words.quote[k] >= 0:
        return None
    leads = words.word[k + 1] in grammar.classes["prepositions"]
    if not (is_thing(grammar, words.word[k]) and leads) and words.word[k] not in _ASKED:
        return None
    return read_by(form, at, "np", k, subject)


def _whom(
    grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int
) -> tuple[NounPhrase | None, int] | None:
    """The subject behind an appeal, if one stands there, and the token after whom it is made to."""
    k = skip_adverbials(grammar, words, at + 1, high)
    if form.form.pronoun:
        return None, k
    first = read_phrase(grammar, words, k, high, tight=True) if k < high else None
    if first is None:
        return None
    k = skip_adverbials(grammar, words, first.high, high)
    whom = read_phrase(grammar, words, k, high, tight=True) if k < high else None
    finite = form.form.shape != "participle"
    if whom is not None and finite:
        return first, _before_thing(grammar, words, whom).high
    told = not finite or not agrees(grammar, words, form, first) or subject_before(grammar, words, at, low) is not None
    return (None, k) if told else None


def _before_thing(grammar: Grammar, words: Words, whom: NounPhrase) -> NounPhrase:
    """Whom something is asked of, before what is asked, which the phrase has taken in (إدارة النادي الإسراع في)."""
    for k in range(whom.low + 2, whom.high):
        act = is_thing(grammar, words.word[k]) and grammar.is_act_noun(words.word[k][2:])
        following = words.word[k + 1] if k + 1 < len(words.word) else ""
        if act and following in grammar.classes["prepositions"] and words.mention[k] < 0:
            return whom.changed(high=k)
    return whom


def _past_joint(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token behind those who are asked together (الحكومة والبرلمان، وعلى رأسهم الأمم المتحدة)."""
    while k < high and words.word[k].startswith("و"):
        if words.word[k] == _AT_THEIR_HEAD and k + 2 < high:
            chief = read_phrase(grammar, words, k + 2, high, tight=True)
            return chief.high if chief is not None else k
        end = joint_end(grammar, words, k, high)
        if end == k:
            return k
        k = end
    return k
