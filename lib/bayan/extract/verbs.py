"""Verbs of saying as they are spelt, and whose clause it is that follows one."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.stems import has_lil, without_li
from bayan.extract.words import Words
from bayan.lexicon import CueForm

AS_FOR = frozenset({"اما", "واما"})
LONGEST_TOPIC = 8
"""Tokens within which ‹أما› is answered."""
LONGEST_HOLDER = 12
"""Tokens of whoever stands between ‹كان› and its verb."""
LONGEST_POSSIBLE, LONGEST_MODAL = 8, 5
"""Tokens of a clause that only may be, and between ‹it may be› and its clause."""
_ON_YA, _HAMZAS = "ئ", frozenset("ئءأ")
_EVERYDAY = frozenset({"say", "add", "affirm", "answer", "clarify", "write", "comment"})
"""Verbs that no surname is spelt like with ف."""
_BELOW = "إ"
"""With its hamza below, an alef is none that begins a past with أ."""
_U = "\u064f"
"""The vowel that marks the passive of a past."""
_FIRST_PERSON = (("ا", "أ"), ("أ", "آ"))
"""The first letter of a past, and as it is written where a present of the first person is spelt like it."""
_THAT_I = frozenset({"انني", "بانني", "لانني", "لكنني", "اني", "باني", "لاني", "لكني"})
"""Before a past that the author himself is the subject of."""
_DOTLESS = " فى "
"""Where this is written, every final ي is written ى, as in Egypt."""


def is_of_another(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether the verb right before a clause is another one that takes it (تصريح الوزير الذي قال إن)."""
    if words.word[k - 1] in grammar.classes["patronymics"]:
        return False  # ‹آل فايد›
    after_verb = any(form.form.shape in ("past", "present") for form in grammar.readings(words.word[k - 1]))
    named = after_verb or words.word[k - 1] in grammar.given_names
    if named and words.word[k] in grammar.classes["homographs"]:
        return False  # ‹أوضح أمين طالب أن، وبين طالب أن›
    return any(
        form.form.shape in ("past", "present", "participle")
        and not (named and form.conjunction == "ف" and not says_so(grammar, words, k))  # ‹كريستوفر فورد إن›
        and "an" in form.cue.frames
        and not form.form.pronoun
        and is_spelt(words, form, k)
        for form in grammar.readings(words.word[k])
    )


def says_so(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a verb with ف answers ‹أما› (أما كوبر فأكد ذلك) or is one that nobody is called by (فقال, but فورد)."""
    plain = any(form.cue.id in _EVERYDAY for form in grammar.readings(words.word[k]))
    return plain or not AS_FOR.isdisjoint(words.word[max(0, k - LONGEST_TOPIC) : k])


def is_spelt(words: Words, form: CueForm, at: int) -> bool:
    """Folding joins ة with ه, ى with ي, and drops the vowel of a passive (اعتُبر): where the text tells them apart, the
    reading does too."""
    last = words.folded.original[words.folded.origin(words.end[at] - 1)]
    if form.form.number == "d" and words.has_tanwin(at):
        return False  # ‹وصفاً› is no dual of وصف
    passive = form.form.shape == "past" and _U in words.text(at, at + 1)
    if passive and not ("relay" in form.cue.frames or form.cue.next):
        return False  # but ‹لافتات كُتب عليها›
    if _ON_YA in form.form.text and not _HAMZAS.intersection(words.text(at, at + 1)):
        return False  # ‹تدريبا مهنيا› is no ‹مهنئا›
    named = at > 0 and words.word[at - 1].startswith("ال")
    if named and words.text(at, at + 1)[:1] == _BELOW and form.form.text[:1] == "أ":
        return False  # ‹مدير المرصد إيد كروب› is no ‹أيد›, but ‹إكد الوزير›
    if form.form.text.endswith("أ"):
        return last == "أ"
    if last == "أ" and form.form.number == "d":
        return False  # ‹اقرأ› is no dual of أقر
    if words.word[at].endswith("ي") and form.form.shape == "past":
        return last == "ى"
    if last == "ى" and form.form.text.endswith("ي"):
        return _DOTLESS in words.folded.original  # ‹رجل يدعى نيكولا› is no ‹يدعي›
    return not words.word[at].endswith("ه") or (last == "ة") == form.form.text.endswith("ة")


def is_first_person(words: Words, form: CueForm, at: int) -> bool:
    """Whether what reads as a past is a present of the first person: the past has a plain alef where the text has أ
    (وأعتقد، أعترف), or أ where it has آ (آمل); or the author's own (أنني حذرت). Where a subject follows, the hamza is a
    slip."""
    if form.form.shape != "past":
        return False
    if at > 0 and words.word[at - 1] in _THAT_I:
        return True
    if form.form.pronoun or (form.form.gender, form.form.number) != ("m", "s"):
        return False
    written = words.text(at, at + 1).removeprefix(form.conjunction)
    return (form.form.text[:1], written[:1]) in _FIRST_PERSON


def is_finite(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a token is a verb as far as its form tells."""
    word = words.word[k]
    return word in grammar.classes["auxiliaries"] or word in grammar.finite or is_told_by_form(grammar, word)


def is_told_by_form(grammar: Grammar, word: str) -> bool:
    """Whether a word is a verb that reports nothing, with or without و."""
    bare = word.removeprefix("و") if len(word) > 3 else word
    return grammar.is_past(bare) or (grammar.is_imperfect(bare) and not grammar.is_common(bare))


def is_of_first_person(grammar: Grammar, word: str) -> bool:
    """Whether a word is a present or future that speaks of ‹us› (نأمل، سنلاحقهم), told by the stem that others have
    too."""
    if word in grammar.name_words or grammar.is_common(word):
        return False
    if word.startswith("سن"):
        word = word[1:].removesuffix("هم").removesuffix("ها").removesuffix("ه")
    own = word[0] == "ن" and word[1:] in grammar.classes["imperfect-stems"]
    return own or (word[0] == "ن" and "ي" + word[1:] in grammar.finite)


def tells_purpose(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a verb with ل tells what somebody does something for (عاد ليجلس) and is no name of the article."""
    word = words.word[k]
    return word[0] == "ل" and len(word) > 4 and grammar.is_imperfect(word[1:]) and word not in words.names


def is_joined_act(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether what is spelt like a verb with و is a verbal noun that goes on from another (مركز للتدريب ونقل
    التكنولوجيا): in the same phrase, with a definite noun behind it."""
    word, before = words.word[k], words.word[k - 1]
    if word[:1] != "و" or word[1:] not in grammar.classes["act-nouns"] or k + 1 >= len(words.word):
        return False
    noun = without_li(before) if has_lil(before) else before
    noun = noun.removeprefix("و")
    act = noun.startswith(("ال", "بال")) and grammar.is_act_noun(noun)
    return act and words.word[k + 1].startswith("ال")


def had_demanded(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether what is a name too is the verb of ‹كان الوزير طالب أمس بوقف القتال›: a past whose ب follows."""
    k, classes = at + 1, grammar.classes
    while k < len(words.word) and (words.word[k] in classes["weekdays"] or words.word[k] in classes["adverbials"]):
        k += 1
    led = k < len(words.word) and words.word[k][0] == "ب" and words.word[k] not in words.names
    past = any(form.form.shape == "past" and "ب" in form.cue.frames for form in grammar.readings(words.word[at]))
    return led and past and not classes["being"].isdisjoint(words.word[max(0, at - LONGEST_HOLDER) : at])


def goes_on_from_possible(grammar: Grammar, words: Words, at: int, low: int) -> bool:
    """Whether a present goes on with و from one that only may be, in the same clause."""
    for k in range(at - 1, max(low, at - LONGEST_POSSIBLE), -1):
        if is_comma(words.word[k]) or words.quote[k] >= 0:
            return False
        if words.word[k] == "ان" and grammar.is_imperfect(words.word[k + 1]):
            near = words.word[max(low, k - LONGEST_MODAL) : k]
            return not grammar.classes["possible"].isdisjoint(word.removeprefix("و") for word in near)
    return False


def follows_a_verb(grammar: Grammar, words: Words, at: int) -> bool:
    """Right after a verb of saying no verb can stand: what is spelt like one is a name (قال ستيفن، قالت دانا)."""
    return at > 0 and words.word[at - 1] in grammar.finite
