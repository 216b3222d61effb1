"""Blocking: where a form of a cue reports nothing (negation, future, modality, questions, formulas, other words)."""

from __future__ import annotations

from collections.abc import Sequence

from bayan.extract.accusatives import is_accusative
from bayan.extract.adverbials import withheld_end
from bayan.extract.circumstances import is_circumstance, is_count
from bayan.extract.denied import is_attribution, is_denied, is_supposed
from bayan.extract.grammar import Grammar
from bayan.extract.name_words import is_verb
from bayan.extract.nouns import read_phrase
from bayan.extract.starts import names_speaker
from bayan.extract.summaries import is_called
from bayan.extract.verbs import AS_FOR
from bayan.extract.words import Words
from bayan.lexicon import CueForm
from bayan.records import Act

_THROUGH = "عبر"
_BETWEEN = frozenset({"بين", "بينه", "بينها", "بينهم", "بينهما", "بيننا", "بيني"})
"""A preposition, alone a verb of saying too, and with pronouns."""
_GOVERNING = ("في", "علي", "الي", "عن", "بعد", "قبل", "عقب", "مع", "رغم", "خلال")
"""Prepositions that govern a noun behind ‹and› too; ‹ومن›, ‹وبين› can be another word."""
_HOPING = "املا"
"""A noun, a participle and the dual of a past, which folding makes one."""
_UPON = ("عليه", "عليها")
"""Behind a verb whose needed word stands before it (لافتات كتب عليها)."""
_BEFORE_PRESENT = ("ل", "س")
LONGEST_PAIR = 10
"""Tokens between ‹بين› and the ‹وبين› that answers it."""
LONGEST_BACK = 16
"""Tokens before a verb that points back, within which what it points to must stand."""
LONGEST_LEAD = 5
LONGEST_WAY = 20
"""Tokens within which a word that a cue needs must stand."""
_BY = (("من", "قبل"), ("من", "طرف"), ("من", "جانب"))
LONGEST_SUBJECT = 8
"""Tokens between a verb and its object."""


def is_blocked(grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int) -> bool:
    """Negation, future, modality, questions and background formulas report nothing."""
    before = words.word[at - 1] if at > low else ""
    after = words.word[at + 1] if at + 1 < high else ""
    classes = grammar.classes
    if form.future or before in classes["futures"] or after in form.cue.blocked:
        return True
    if form.cue.next and after not in form.cue.next:
        return True
    other = any(grammar.starts_sequence(name, words, at, high) for name in ("unwilling", "other-senses"))
    if other or withheld_end(grammar, words, at, high) > at:
        return True
    possible = before in classes["possible"] and not form.conjunction
    if possible or (form.form.shape == "masdar" and words.word[at + 1 : at + 3] in _BY):
        return True  # ‹ما يمكن وصفه بأنه، بعد إدانته من قبل المحكمة بتهمة›
    told = form.cue.act is Act.INFORM and after != ""
    if told and grammar.starts_sequence("scripture-openings", words, at + 1, high):
        return True  # but ‹سائلا الله تعالى أن يحفظ البلاد›
    led = words.word[at - 2].removeprefix("و") if before in classes["relatives"] and at - 2 >= low else ""
    if led and grammar.has_stem("causes", led):
        return True  # ‹الأسباب والدوافع التي دعت إلى التدخل›
    named = words.word[at] in words.names or not AS_FOR.intersection(words.word[low:at])
    if form.conjunction == "ف" and (before in grammar.name_words or before in words.names) and named:
        return True  # ‹رضوان فايد›, but ‹أما بنيامين نتنياهو فأعلن›
    if words.word[at] == "وبين" and not _BETWEEN.isdisjoint(words.word[max(low, at - LONGEST_PAIR) : at]):
        return not (after.startswith("ب") or words.has_shadda(at))  # ‹بين شكري وبين الجبير، بينه وبين الإدارة›
    if words.word[at] in classes["belonging"] and after.startswith("ل"):
        return True  # ‹مختبر تابع لوزارة الدفاع›
    if words.word[at] in classes["emphatic"] and before.startswith("ال") and after not in form.cue.frames:
        return True  # ‹فاجأ العالم أجمع›
    if form.form.shape in ("past", "present"):
        if _is_noun_here(grammar, words, form, at, low, high) or is_denied(grammar, words, form, at, low):
            return True
        if _is_done_by(grammar, words, at):
            return True
        if before == "هل" or is_called(words, form, at, low):
            return True
        told = before == "ما" and not (at - 1 > low and is_attribution(grammar, words.word[at - 2]))
        if not told and is_supposed(grammar, words, form, at, low):
            return True
        known = not told and grammar.starts_sequence("background", words, at, high)
        if known and before not in classes["auxiliaries"]:
            return True  # but ‹كان المرصد قد ذكر أن›
    if form.form.shape == "masdar" and grammar.has_stem("documents", words.word[at]):
        return "ات" in words.word[at]  # ‹تصريحاته› are what was said, not the saying
    if words.word[at] == _HOPING and after == "في" and not words.has_madda(at):
        return True  # ‹أملا في›, the noun, but ‹آملا في›
    if form.form.shape == "participle" and (is_count(before) or not is_circumstance(grammar, words, form, at, low)):
        return True  # ‹17 متهما› too
    return bool(form.cue.needs) and not any(
        word in form.cue.needs or word.removesuffix("ا") in form.cue.needs
        for word in _needed_near(grammar, words, at, low, high)
    )


def _is_done_by(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a passive names who does it (اعتبر لاحقا من قبل أطراف عدة خطأ, but قال من قبل إن، دعت من قبل إلى)."""
    k = at + 1 + any(word in grammar.classes["adverbials"] for word in words.word[at + 1 : at + 2])
    return words.word[k : k + 2] in _BY and any(names_speaker(grammar, word) for word in words.word[k + 2 : k + 3])


def _is_noun_here(grammar: Grammar, words: Words, form: CueForm, at: int, low: int, high: int) -> bool:
    """Whether what is spelt like a past is a noun (حكم، طلب اللجوء)."""
    if form.form.shape != "past" or form.conjunction == "و" or form.cue.next:
        return False
    before, classes = words.word[at - 1] if at > low else "", grammar.classes
    later = at - 2 >= low and words.word[at - 2].lstrip("و") == "فيما"  # ‹وفيما بعد قال›
    governed = before in classes["noun-governors"] or before.removeprefix("و") in _GOVERNING
    if (governed and not later) or (words.word[at].endswith("ا") and words.has_tanwin(at)):
        return True  # ‹حيًا› too, which no greeting is
    if form.form.number == "d" and words.word[at].endswith("ا") and is_accusative(grammar, words, form, at, low):
        return True
    if form.form.pronoun and not form.conjunction and grammar.is_act_noun(before):
        return True  # ‹إخلاء طلبتها›
    if words.word[at] not in classes["homographs"] or _points_back(grammar, words, at, high):
        return False
    if words.word[at] == _THROUGH and _begins_act(grammar, words, at + 1, high):
        return True
    if (
        before in classes["counters"]
        or before in classes["magnitudes"]
        or grammar.is_imperfect(before[1:] if before[:1] in _BEFORE_PRESENT else before)
    ):
        return True  # ‹ألف عدة كتب، ستدفع ثمن الخطأ›
    led = words.word[at - 2] if before in classes["pointing-back"] and at - 2 >= low else before
    if led.lstrip("وب") in classes["noun-leaders"] or (led is not before and grammar.is_imperfect(led)):
        return True  # ‹يتم رفض الطلب، يتم فيها رفضه، بأكبر قدر ممكن، يتسجل فيها طالب لجوء›
    pointed = at + 2 if at + 1 < high and words.word[at + 1] in classes["pointing-back"] else at + 1
    clause = pointed < high and grammar.is_complementizer(words.word[pointed])  # ‹تقرير ذكر أن، تغريدة ذكر فيها أن›
    several = before.endswith("ات") and not before.startswith("ال") and before not in classes["adverbials"]
    things = words.is_feminine(at - 1) or several  # but ‹قبله بساعات حذر الوزير›
    noun = at > low + 1 and things and grammar.is_common(before)  # ‹معالجة طلب اللجوء، إجراءات طلب الخدمة›
    noun = noun or (at > low and not form.form.pronoun and _is_deed(grammar, before))  # ‹إرسال طلب الصداقة›
    noun = noun or _is_object(grammar, words, at, low)
    return _is_finite_cue(grammar, before) or (noun and not clause)


def _points_back(grammar: Grammar, words: Words, at: int, high: int) -> bool:
    """Whether a verb tells what a speech or paper before it holds (كلمة شكر خلالها القيادة)."""
    before = words.word[at - 1].removesuffix("ا")
    holds = grammar.is_in("documents", before) or grammar.is_in("venues", before)
    return holds and at + 1 < high and words.word[at + 1] in grammar.classes["pointing-back"]


def _begins_act(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a verbal noun stands here that is nobody who speaks (عبر بث شائعات عن صحته)."""
    if k >= high or words.mention[k] >= 0 or not grammar.is_act_noun(words.word[k]):
        return False
    return not (names_speaker(grammar, words.word[k]) or grammar.is_in("documents", words.word[k]))


def _is_object(grammar: Grammar, words: Words, at: int, low: int) -> bool:
    """Whether a verb stands before, with its subject and nothing else between (دفع المدرب ثمن الخسارة)."""
    for k in range(max(low, at - LONGEST_SUBJECT), at - 1):
        if is_verb(grammar, words, k) and words.word[k].lstrip("وف") not in grammar.classes["being"]:
            phrase = read_phrase(grammar, words, k + 1, at, tight=True)
            if phrase is not None and phrase.high == at:
                return True
    return False


def _is_deed(grammar: Grammar, word: str) -> bool:
    """Whether a word is an indefinite verbal noun, which governs another noun, and no document that speaks."""
    barred = word.startswith("ال") or word in grammar.stops or grammar.is_in("documents", word)
    return not barred and grammar.is_act_noun(word)


def _needed_near(grammar: Grammar, words: Words, at: int, low: int, high: int) -> Sequence[str]:
    """The words among which a cue has the word that it needs: before it, where it points back (بيانا جاء فيه)."""
    after = words.word[at + 1 : min(high, at + LONGEST_WAY)]
    back = bool(after) and (after[0] in grammar.classes["pointing-back"] or after[0] in _UPON)
    return [*words.word[max(low, at - LONGEST_BACK) : at], *after] if back else after


def _is_finite_cue(grammar: Grammar, word: str) -> bool:
    """Whether a word is a past of saying, after which a noun stands (أقر طالب)."""
    return any(form.form.shape == "past" for form in grammar.readings(word))
