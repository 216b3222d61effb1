"""Blocking: where a form of a cue reports nothing (negation, future, modality, questions, formulas, other words)."""

from __future__ import annotations

from collections.abc import Sequence

from bayan.extract.accusatives import is_accusative
from bayan.extract.adverbials import withheld_end
from bayan.extract.circumstances import is_circumstance, is_count
from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.name_words import is_verb
from bayan.extract.nouns import read_phrase
from bayan.extract.starts import names_speaker
from bayan.extract.summaries import is_called, is_summary
from bayan.extract.verbs import AS_FOR, goes_on_from_possible
from bayan.extract.words import ALREADY, Words
from bayan.lexicon import CueForm
from bayan.records import Act

_WHY = ("لماذا", "كيف", "متي")
_THROUGH = "عبر"
_BETWEEN = frozenset({"بين", "بينه", "بينها", "بينهم", "بينهما", "بيننا", "بيني"})
"""A preposition, alone a verb of saying too, and with pronouns."""
_HOPING = "املا"
"""A noun, a participle and the dual of a past, which folding makes one."""
_NOBODY = (("لا", "احد"), ("ولا", "احد"), ("فلا", "احد"))
_I = ("كنت", "كنا", "لست", "لسنا")
_BEING = frozenset({"يكن", "تكن", "يكونوا", "تكونوا", "اكن", "نكن"})
"""‹كان› as it stands after a negation."""
_ANYBODY = frozenset({"من", "ممن", "لمن", "كمن", "بمن"})
"""Whoever: a verb after it has nobody in particular as its subject."""
_HIM = frozenset({"هو", "هي", "هم", "وهو", "وهي", "وهم"})
"""Before ‹من› a known person is meant (وهو من يقول)."""
_WHETHER = ("عما", "ما", "فيما", "وما")
"""Before ‹إذا›: what is asked, not said."""
_BUT = ("لكن", "ولكن", "لكنه", "ولكنه", "لكنها", "ولكنها", "لكنهم", "ولكنهم")
"""Where a question ends and something is told."""
_NEXT = (("قبل", "ان"), ("الي", "ان"))
_UPON = ("عليه", "عليها")
"""Behind a verb whose needed word stands before it (لافتات كتب عليها)."""
_BEFORE_PRESENT = ("ل", "س")
LONGEST_PAIR = 10
"""Tokens between ‹بين› and the ‹وبين› that answers it."""
LONGEST_BACK = 16
"""Tokens before a verb that points back, within which what it points to must stand."""
LONGEST_LEAD = 5
LONGEST_QUESTION = 10
LONGEST_WAY = 20
"""Tokens within which a word that a cue needs must stand."""
_BY = (("من", "قبل"), ("من", "طرف"), ("من", "جانب"))
LONGEST_SUBJECT = 8
"""Tokens between a negated ‹كان› and its verb (لم يكن المعلقون السياسيون يتوقعون)."""


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
        if _is_noun_here(grammar, words, form, at, low, high) or _is_denied(grammar, words, form, at, low):
            return True
        if _is_done_by(grammar, words, at):
            return True
        if before == "هل" or is_called(words, form, at, low):
            return True
        told = before == "ما" and not (at - 1 > low and _is_attribution(grammar, words.word[at - 2]))
        if not told and _is_supposed(grammar, words, form, at, low):
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
    if (before in classes["noun-governors"] and not later) or (words.word[at].endswith("ا") and words.has_tanwin(at)):
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


def _is_denied(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Whether a verb is negated, wished for, or said of nobody in particular."""
    before, negations = words.word[at - 1] if at > low else "", grammar.classes["negations"]
    bare = before[1:] if before[:1] in ("و", "ف") else before
    present = form.form.shape == "present"
    if bare in negations or (
        present and bare in grammar.classes["modals"] and not _turns_to_speech(grammar, words, at)
    ):
        return True
    if present and not form.conjunction and _was_not(grammar, words, at, low):
        return True  # ‹لم يكن المعلقون يتوقعون›
    if before == "او" and any(word in negations for word in words.word[max(low, at - LONGEST_WAY) : at]):
        return True  # ‹لم يؤكد المتحدث أو ينفي›
    if words.word[max(low, at - 2) : at] in _NOBODY or before.lstrip("وف") in _I:
        return True  # ‹لا أحد ينكر أن، كنت أعتقد أن›
    if present and form.conjunction == "و" and goes_on_from_possible(grammar, words, at, low):
        return True  # ‹يمكن أن يقسم الحركة ويهدد المحادثات›
    if form.form.pronoun:
        return False
    causes = form.form.shape == "past" and form.cue.takes_object and "الي" in form.cue.frames  # ‹ما دعا الدول إلى›
    if (present or causes) and is_summary(words, at, low):
        return True  # ‹…، ما يؤكد عمق العلاقات›
    return present and (_is_anybodys(words, at, low) or _shows_act(grammar, words, at, low))  # ‹هناك من يرى أن›


def _shows_act(grammar: Grammar, words: Words, at: int, low: int) -> bool:
    """Whether what was told shows something (اكتظت الساحة بالناس ما يؤكد نجاح المهرجان): a verbal noun follows."""
    if at - 2 < low or words.word[at - 1] != "ما" or at + 1 >= len(words.word):
        return False
    word = words.word[at + 1]
    act = (grammar.is_act_noun(word) or grammar.is_common(word)) and not word.startswith("ال")
    act = act and not names_speaker(grammar, word)
    return act and not _is_attribution(grammar, words.word[at - 2])


def _is_supposed(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Whether a verb stands in a question or a condition (لماذا طلبت الشبكة كشف الوثائق؟، إذا طلب منهم ذلك)."""
    before = words.word[at - 1] if at > low else ""
    if (
        before in _WHY
        or before in grammar.classes["conditions"]
        or (before == "حال" and at - 2 >= low and words.word[at - 2] == "في")
    ):
        return True
    return _is_asked(words, at, low) and not _answers(grammar, words, form, at, low)


def _answers(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Whether a past with its words right behind it answers what the sentence began by asking (وردا على سؤال عما إذا
    كان سيزور المدينة قال «نعم»)."""
    asked = words.word[low].removeprefix("و") in grammar.classes["answering-openers"]
    if not asked or form.form.shape != "past" or at + 2 >= len(words.word) or words.word[at - 1] == ALREADY:
        return False
    told = words.word[at + 1] == ":" or grammar.is_complementizer(words.word[at + 1])
    return told or words.opens_quote(at + 1)


def _is_asked(words: Words, at: int, low: int) -> bool:
    """Whether a verb stands in a clause after ‹ما إذا› (سئل عما إذا كان الوزير يؤيد الخطة)."""
    for k in range(at - 1, max(low, at - LONGEST_QUESTION), -1):
        if is_comma(words.word[k]) or words.quote[k] >= 0 or words.word[k] in _BUT:
            return False
        if words.word[k] == "اذا":
            return words.word[k - 1] in _WHETHER
    return False


def _was_not(grammar: Grammar, words: Words, at: int, low: int) -> bool:
    """Whether a verb goes on with a negated ‹كان› and its subject, which may follow it (لم يكن يأمل أشد المتفائلين)."""
    for k in range(at - 1, max(low, at - LONGEST_SUBJECT), -1):
        if words.word[k] in _BEING and words.word[k - 1].removeprefix("و") in grammar.classes["negations"]:
            return not any(_opens_anew(grammar, words, j) for j in range(k + 1, at))
    return False


def _opens_anew(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a clause of its own begins inside what could be a subject."""
    word = words.word[k]
    return (
        is_break(word)
        or grammar.is_complementizer(word)
        or word in grammar.finite
        or word in grammar.classes["relatives"]
    )


def _is_anybodys(words: Words, at: int, low: int) -> bool:
    """Whether whoever does what a verb says is its subject, and nobody in particular."""
    known = at - 2 >= low and words.word[at - 2] in _HIM
    return at > low and words.word[at - 1] in _ANYBODY and not known


def _turns_to_speech(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a present after ‹أن› tells what was said next (أشاح بوجهه قبل أن يقول «…»، قبل أن يشدد على أن)."""
    if words.word[max(0, at - 2) : at] not in _NEXT or at + 2 >= len(words.word):
        return False
    said = grammar.is_complementizer(words.word[at + 1]) or (
        words.word[at + 1] in grammar.classes["prepositions"] and grammar.is_complementizer(words.word[at + 2])
    )
    return said or words.opens_quote(at + 1) or words.word[at + 1] == ":"


def _needed_near(grammar: Grammar, words: Words, at: int, low: int, high: int) -> Sequence[str]:
    """The words among which a cue has the word that it needs: before it, where it points back (بيانا جاء فيه)."""
    after = words.word[at + 1 : min(high, at + LONGEST_WAY)]
    back = bool(after) and (after[0] in grammar.classes["pointing-back"] or after[0] in _UPON)
    return [*words.word[max(low, at - LONGEST_BACK) : at], *after] if back else after


def _is_finite_cue(grammar: Grammar, word: str) -> bool:
    """Whether a word is a past of saying, after which a noun stands (أقر طالب)."""
    return any(form.form.shape == "past" for form in grammar.readings(word))


def _is_attribution(grammar: Grammar, word: str) -> bool:
    return word.removeprefix("و") in grammar.classes["attribution-words"]
