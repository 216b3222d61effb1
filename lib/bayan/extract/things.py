"""Things, which show, prove or lead to something and do not speak (تشير الدلائل إلى، خطوة تؤكد أن)."""

from __future__ import annotations

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.before import clause_start
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.nouns import read_phrase
from bayan.extract.readings import Frame
from bayan.extract.words import Words
from bayan.lexicon import CueForm

SHORTEST_OBJECT = 3
_SPOKEN = frozenset({"say", "add"})
"""Verbs with which things report only where they stand for people."""
LONGEST_THING = 6
"""Tokens of a thing with its adjectives."""


def is_told_by_thing(
    grammar: Grammar, words: Words, form: CueForm, at: int, low: int, found: tuple[Frame, int] | None
) -> bool:
    """Whether the subject of a verb is a thing, which shows or proves and does not speak: right before a complement
    that is ``found`` (تشير الدلائل إلى), or at the beginning of the clause (الخطوات التي اتخذتها الشركات تشير إلى)."""
    if form.form.shape not in ("past", "present") or form.form.pronoun or form.form.number != "s":
        return False
    if found is not None and not _speaks(words, form, at, found) and _stands_before(grammar, words, form, at, found):
        return True
    if _is_described_thing(grammar, words, form, at, low, found):
        return True
    if found is None and _shows(grammar, words, at):
        return True
    start = clause_start(grammar, words, at, low)
    first = words.word[start]
    joined = first.startswith(("وال", "فال")) and not form.conjunction and at - start <= LONGEST_THING
    noun = first[1:] if joined else first  # ‹والحقيقة تشير إلى›
    thing = start < at and words.mention[start] < 0 and grammar.has_stem("things", noun)
    if form.form.shape == "past" and _is_of_it(words, found):
        return False  # ‹نشر الفريق، الجمعة، صورة قال إنها›
    return thing and not grammar.has_preposition(words, start) and not _is_joined(words, at)


def _speaks(words: Words, form: CueForm, at: int, found: tuple[Frame, int]) -> bool:
    """Whether what is spelt like a thing is people by its adjective (قالت المنطقة العسكرية إن, but ‹يقول التاريخ›)."""
    thing = next((k for k in range(at + 1, found[1]) if words.word[k].startswith("ال")), found[1])
    described = thing + 1 < found[1] and words.word[thing + 1].startswith("ال")
    return form.cue.id in _SPOKEN and found[0] == "an" and described


def _is_of_it(words: Words, found: tuple[Frame, int] | None) -> bool:
    """Whether a clause speaks of what stands before its verb (في خطوة تقول إنها)."""
    return found is not None and found[0] == "an" and words.word[found[1]].endswith(("ه", "ها"))


def _stands_before(grammar: Grammar, words: Words, form: CueForm, at: int, found: tuple[Frame, int]) -> bool:
    """Whether a thing stands right behind the verb, before its complement; what happens and ‹this› may be the object of
    a verb that has one (وتستنكر هذا الحادث)."""
    frame, content = found
    k = skip_adverbials(grammar, words, at + 1, content)
    judged = form.cue.explicit and frame == "quote"  # ‹تعتبر الأزمة «مفتعلة»›
    pointed = words.word[k - 1] in grammar.classes["demonstratives"]  # ‹أشار في هذا الحادث إلى›
    if k >= content or words.quote[k] >= 0 or form.cue.takes_object or pointed or judged:
        return False
    if words.word[k] in form.cue.needs:
        return False  # ‹لفت الانتباه إلى أن›
    alone = "np" not in form.cue.frames
    if alone and k + 1 < content and words.word[k] in grammar.classes["pointers"]:
        k += 1  # ‹ويشير هذا التقارب إلى›
    if frame == "quote" and not alone and words.field == "title" and not words.word[k].startswith("ال"):
        return False  # ‹الجيش يعلن بدء «عملية درعا»›
    person = words.word[k] in words.surnames or words.word[k] in words.names
    named = words.mention[k] >= 0 or person  # ‹واعتبر الظواهري أن، لفتت أمل المسلم أن›
    if named or grammar.is_in("documents", words.word[k]):
        return False
    return (alone and _happens(grammar, words.word[k])) or grammar.has_stem("things", words.word[k])


def _happens(grammar: Grammar, word: str) -> bool:
    """Whether a noun with its article is what happens (النجاح، التقارب), which without it is what is told of."""
    return word.startswith("ال") and word[2:] in grammar.classes["happenings"]


def _is_joined(words: Words, at: int) -> bool:
    """Whether somebody whom و joins stands right before a verb (ارتفاع عدد القتلى وداعش يتبنى الهجوم)."""
    first = at - 1
    while first > 0 and words.mention[first] >= 0 and words.mention[first - 1] == words.mention[first]:
        first -= 1
    return words.mention[first] >= 0 and words.word[first].startswith("و") and words.has_clitic(first)


def _is_described_thing(
    grammar: Grammar, words: Words, form: CueForm, at: int, low: int, found: tuple[Frame, int] | None
) -> bool:
    """Whether a present tells of the thing right before it (في خطوة تؤكد استهتار الميليشيات), which is not what another
    says of it (في خطوة تقول إنها)."""
    if form.form.shape != "present" or form.conjunction or at <= low or words.mention[at - 1] >= 0:
        return False
    if at + 1 == len(words.word) or not grammar.has_stem("things", words.word[at - 1]):
        return False
    of_it = _is_of_it(words, found) or words.word[at + 1] in grammar.classes["pointing-back"]
    has_subject = read_phrase(grammar, words, at + 1, at + 2) is not None  # ‹في ظل هذا الواقع يعتبر تود›
    return not (of_it or has_subject)


def _shows(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a thing right after a verb shows what follows it: an act (وتؤكد التطورات العسكرية نجاح الخطة), or an
    indefinite accusative."""
    high = min(len(words.word), at + LONGEST_THING)
    if at + 2 >= high or words.mention[at + 1] >= 0 or not grammar.has_stem("things", words.word[at + 1]):
        return False
    k = at + 2
    while k < high and words.word[k].startswith("ال") and words.quote[k] < 0:
        k += 1
    if k == high or is_break(words.word[k]) or words.quote[k] >= 0:
        return False
    word = words.word[k]
    return (k > at + 2 or words.word[at + 1].startswith("ال")) and (
        grammar.is_act_noun(word) or (word.endswith("ا") and len(word) > SHORTEST_OBJECT and words.mention[k] < 0)
    )
