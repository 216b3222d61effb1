"""Denials: verbs that are negated, asked, supposed or wished for, or said of nobody in particular."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.starts import names_speaker
from bayan.extract.summaries import is_summary
from bayan.extract.verbs import goes_on_from_possible
from bayan.extract.words import ALREADY, Words
from bayan.lexicon import CueForm

_WHY = ("لماذا", "كيف", "متي")
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
LONGEST_QUESTION = 10
LONGEST_DENIAL = 20
"""Tokens behind a negation within which ‹أو› goes on with it."""
LONGEST_SUBJECT = 8
"""Tokens between a negated ‹كان› and its verb (لم يكن المعلقون السياسيون يتوقعون)."""


def is_denied(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
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
    if before == "او" and any(word in negations for word in words.word[max(low, at - LONGEST_DENIAL) : at]):
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
    return act and not is_attribution(grammar, words.word[at - 2])


def is_supposed(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
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


def is_attribution(grammar: Grammar, word: str) -> bool:
    return word.removeprefix("و") in grammar.classes["attribution-words"]
