"""Passed on: whose document it is that a verb points back to, where somebody else only passes it on."""

from __future__ import annotations

from bayan.extract.cast import Member
from bayan.extract.grammar import Grammar
from bayan.extract.nouns import read_phrase, without_preposition
from bayan.extract.phrases import NounPhrase
from bayan.extract.scenes import Scene
from bayan.extract.stems import has_lil
from bayan.extract.words import Words
from bayan.records import SpeakerKind


def issuer_before(scene: Scene, low: int, at: int, subject: Member | None) -> NounPhrase | None:
    """The last document before a verb that points back to it, where it names who issued it and the ``subject`` of the
    sentence only passes it on (نقلت الوكالة بيان الخارجية وجاء فيه) or has nothing to do with it (بعد خطاب للرئيس قال
    فيه, but وجه الوزير رسالة للرئيس قال فيها، ألقى المدير كلمة اللجنة أوضح فيها)."""
    grammar, words = scene.grammar, scene.words
    kinds = ("documents", "articles", "utterances")
    last = next((k for k in range(at - 1, low, -1) if grammar.is_in_any(kinds, words.word[k].removesuffix("ا"))), None)
    phrase = _issued_document(grammar, words, last, at) if last is not None else None
    if phrase is None or phrase.own is None:
        return None
    passed_on = subject is None or subject.kind is SpeakerKind.MEDIA
    passed_on = passed_on or words.word[at - 1] in grammar.classes["relatives"]  # ‹تصريحات الأمير، والتي دعا فيها›
    governed = words.word[phrase.low - 1] in grammar.classes["fenced"] or _is_relayed(grammar, words, low, phrase.low)
    to_him = phrase.own[1] > words.start[phrase.own[0]] or has_lil(words.word[phrase.own[0]])
    return phrase if passed_on or (to_him and governed) else None


def _issued_document(grammar: Grammar, words: Words, k: int, high: int) -> NounPhrase | None:
    """The phrase of a document, with whoever has written or recorded it (نشرت الصحيفة مقالا للكاتب خالد السالم)."""
    noun = words.word[k].removesuffix("ا")
    if grammar.is_in("documents", noun) or k + 1 >= high:
        return read_phrase(grammar, words.reread(k, noun, words.start[k]), k, high)
    bare = without_preposition(words, k + 1)
    writer = read_phrase(grammar, bare, k + 1, high) if bare is not words else None
    return writer.changed(low=k, own=(k + 1, bare.start[k + 1])) if writer is not None else None


def _is_relayed(grammar: Grammar, words: Words, low: int, at: int) -> bool:
    """Whether a verb of relaying stands before a document (نقل نافالني تغريدة لكبير موظفيه)."""
    return any("relay" in form.cue.frames for k in range(low, at) for form in grammar.readings(words.word[k]))
