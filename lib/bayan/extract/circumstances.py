"""Circumstances: participles that tell how or with what words something is done (رفض المقترح، مشددا على أنه)."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.words import Words
from bayan.lexicon import CueForm

_OBJECTS = ("اياه", "اياها", "اياهم")
"""‹متهمة إياها›: nobody describes a noun like that."""
LETTERS_OF_A_YEAR = 4
LONGEST_LEAD = 5
"""Tokens around a participle that tell what it is."""


def is_count(word: str) -> bool:
    """Whether a number counts what follows it: one of four digits is rather a year (في يونيو 2017 متهمة إياها)."""
    number = word.lstrip("ولب")  # ‹و16 متهما، لـ145 متهما›
    return number.isdigit() and len(number) != LETTERS_OF_A_YEAR


def is_circumstance(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """A participle that reports is an accusative; forms that are also nouns or adjectives need a comma before them."""
    before = words.word[at - 1] if at > low else ""
    if before in grammar.classes["relatives"]:
        return False  # ‹المؤشران اللذان عادا إلى الارتفاع›
    if form.form.gender is None:
        return True
    if is_count(before):
        return False  # a counted noun (13 متهما)
    if form.form.gender == "m" and form.form.number == "s":
        if _is_attribute(grammar, words, at):
            return False
        if grammar.is_any(("prepositions", "becoming"), before):
            return False  # ‹كان رافضا للخطة›
        return before.removeprefix("و") not in grammar.classes["becoming"]
    after = words.word[at + 1] if at + 1 < len(words.word) else ""
    if grammar.is_complementizer(after) or after in _OBJECTS:
        return True
    if words.word[at].endswith("ات"):  # ‹…، مشيرات إلى أن›, but ‹مذكرات وزير: طفولتي›
        return is_comma(before) and not form.cue.frames.isdisjoint(words.word[at + 1 : at + LONGEST_LEAD])
    if _leads_to_quotation(words, at) and before not in grammar.classes["noun-governors"]:
        return True  # but ‹دعا إلى مواصلة «الضبط المالي»›
    clause = at + 2 < len(words.word) and grammar.is_complementizer(words.word[at + 2])
    if clause and after in form.cue.frames:
        return True  # ‹رفضت واشنطن المقترح مشددة على أنها›
    settled = (
        grammar.is_definite(before)
        or before.isdigit()
        or (before.endswith(("ها", "هم")) and not words.is_feminine(at - 1))
    )
    told = after in form.cue.frames or ("np" in form.cue.frames and grammar.is_act_noun(after))
    by_act = after.startswith("ب") and grammar.is_act_noun(after[1:].removeprefix("ال")) and "ب" in form.cue.frames
    verbal = at > low + 2 and not any(map(grammar.is_complementizer, words.word[max(low, at - LONGEST_LEAD) : at]))
    told = told or (by_act and verbal)  # but ‹أن الدول مطالبة باحترام القرار›
    if settled and told:
        return True  # ‹المسار السياسي داعية إلى›: no noun before it that it could describe
    several = words.word[at].endswith("ين") and before.startswith("ال")  # ‹مكافحة الإرهاب رافضين›
    joined = bool(form.conjunction) and not (_goes_on_with(words, at) or _is_second_act(grammar, words, at))
    return several or at == low or is_comma(before) or words.quote[at - 1] >= 0 or joined


def _goes_on_with(words: Words, at: int) -> bool:
    """Whether a feminine is the second adjective of an indefinite noun (إجازة سعيدة ومفيدة)."""
    before = words.word[at - 1] if at else ""
    return words.word[at].endswith("ه") and before.endswith("ه") and not before.startswith("ال")


def _is_second_act(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a feminine is the second of two verbal nouns (باهتمام ومتابعة مدير السجون)."""
    word, before = words.word[at][1:], words.word[at - 1] if at else ""
    act = before[1:] if before[:1] in ("ب", "ل") else before
    return word in grammar.classes["act-nouns"] and grammar.is_act_noun(act)


def _leads_to_quotation(words: Words, at: int) -> bool:
    """Whether a quotation follows at once, with a colon or without (وبكت منى قائلة: «…»)."""
    start = at + 2 if words.word[at + 1 : at + 2] == (":",) else at + 1
    return start < len(words.word) and words.opens_quote(start)


def _is_attribute(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a participle that is an adjective too describes the accusative before it (إقبالا لافتا، وسما ساخرا)."""
    if words.word[at] not in grammar.classes["adjectival"] or words.quote[at - 1] >= 0:
        return False
    noun = words.word[at - 1].removesuffix("ا")
    return noun != words.word[at - 1] and grammar.is_common(noun) and not grammar.is_in("documents", noun)
