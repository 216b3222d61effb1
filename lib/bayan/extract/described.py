"""Whoever a present describes without a relative pronoun, and who so speaks in it (سمع شخص يقول)."""

from __future__ import annotations

from bayan.extract.cast import Member, agrees
from bayan.extract.grammar import Grammar, is_break
from bayan.extract.members import member_of
from bayan.extract.name_words import is_verb
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.scenes import Scene
from bayan.extract.words import OWNED, Words
from bayan.lexicon import CueForm

_BRINGING = ("مع", "الي", "عن")
"""Prepositions that lead to whom somebody met, told or quoted."""
_LONGEST = 6
"""Tokens of an indefinite noun with its adjectives."""


def find_described(scene: Scene, reading: Reading, low: int) -> NounPhrase | None:
    """The indefinite noun right before a present: people, or a document (امرأة فرنسية تتهمه، مشروع قرار يدعو), before a
    past people whom a preposition brings in (لقاء مع صديق قال إن)."""
    grammar, words, at, form = scene.grammar, scene.words, reading.cue[0], reading.form
    if form is None or form.conjunction or reading.shape not in ("present", "past"):
        return None
    if reading.shape == "past":
        met = at - 2 >= low and words.word[at - 2] in _BRINGING and _is_person(grammar, words.word[at - 1])
        return NounPhrase(at - 1, at, "source") if met else None
    found = None
    for start in range(at - 1, max(low, at - _LONGEST) - 1, -1):
        word = words.word[start]
        if _ends(grammar, words, start):
            break
        phrase = read_phrase(grammar, words, start, at)
        whole = phrase is not None and phrase.high == at and phrase.name is None
        if phrase is not None and whole and phrase.head in ("source", "post"):
            found = None if phrase.head == "post" and _is_adjective(grammar, words, start, low) else phrase
        elif found is None and _is_source(grammar, word):
            found = NounPhrase(start, at, "source")
        elif found is None and not scene.points_back(reading) and grammar.is_in("documents", word):
            found = _document(grammar, words, start, at)
    if found is None:
        return None
    member = member_of(grammar, words, found)
    return found if agrees(member, form) and not _is_object(words.word[at], form, member) else None


def _ends(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether what stands here belongs to no indefinite noun."""
    word = words.word[k]
    if words.mention[k] >= 0 or words.quote[k] >= 0 or is_break(word) or grammar.is_definite(word):
        return True
    return word in grammar.stops or word in grammar.finite or is_verb(grammar, words, k)


def _is_object(verb: str, form: CueForm, member: Member) -> bool:
    """Whether the pronoun of a verb can mean whom the verb describes (سبعة أشخاص تتهمهم السلطات)."""
    feminine = member.gender == "f"
    return bool(form.form.pronoun) and (verb.endswith("هم") or verb.endswith("ها") == feminine)


def _document(grammar: Grammar, words: Words, start: int, end: int) -> NounPhrase | None:
    """A document that speaks (مشروع قرار); in one it is somebody else who does (ظهر في شريط فيديو يؤكد دعمه). One that
    is an object or brought forward (تقدم بمشروع قرار) speaks for whoever issues it."""
    while start and grammar.is_in("documents", words.word[start - 1]):
        start -= 1
    before = words.word[max(0, start - 2) : start]
    brought = bool(before) and before[-1].startswith("ب") and grammar.is_in("documents", before[-1][1:])
    return None if brought or "في" in before else NounPhrase(start, end, "document")


def _is_source(grammar: Grammar, word: str) -> bool:
    """Whether a noun means people who are not named: theirs too (أتباعها), and one of them as an object (شاهدا)."""
    theirs = word.endswith(OWNED) and grammar.has_stem("sources", word)
    one = word.removesuffix("ا")
    single = grammar.is_in("single-sources", one) and not grammar.is_in("documents", one)
    return theirs or single or grammar.is_in("sources", word)


def _is_person(grammar: Grammar, word: str) -> bool:
    """Whether an indefinite noun means one person: a source, a relative or friend."""
    known = grammar.is_in("sources", word) or word in grammar.classes["kin"]
    return known and not grammar.is_definite(word)


def _is_adjective(grammar: Grammar, words: Words, at: int, low: int) -> bool:
    """Whether what is spelt like a post describes a noun before it (بحماسة كبيرة)."""
    if at == low:
        return False
    before = words.word[at - 1]
    return not (is_break(before) or before in grammar.stops or is_verb(grammar, words, at - 1))
