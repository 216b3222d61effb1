"""Introduced: whom the article describes at first and calls by the noun alone later (هرب شاب سوري … وقال الشاب)."""

from __future__ import annotations

import re

from bayan.extract.cast import Member, latest, place_of
from bayan.extract.descriptions import source_end
from bayan.extract.grammar import Grammar
from bayan.extract.name_keys import split_name
from bayan.extract.phrases import NounPhrase
from bayan.extract.qualities import is_adjective, tells_no_office
from bayan.extract.scenes import Scene
from bayan.extract.words import Words
from bayan.records import SpeakerKind

_FARTHEST = 200
"""Tokens within which somebody is described first."""
_CLITICS = "وفبل"
_WITHIN = ("في", "من", "علي")
_PLACES = ("areas", "bodies", "places")
_WOMAN = {"مراه": "امراه"}
"""The one noun that its article changes."""
_ACCUSATIVE = re.compile("\u064b?ا\u064b?$")


def find_introduced(scene: Scene, phrase: NounPhrase, gender: str | None, place: int) -> Member | None:
    """Whoever the article has described, by a noun that tells no office and now stands alone with its article."""
    word = scene.words.word[phrase.low]
    noun = word.removeprefix("ال")
    if noun == word or phrase.high > phrase.low + 1 or phrase.head == "document":
        return None
    if not tells_no_office(scene.grammar, noun):
        return None
    bare = _WOMAN.get(noun, noun)
    forms = {bare, bare + "ا", bare.removesuffix("ي")}  # ‹القاضي، قاض›
    spoken = latest([m for m in scene.cast.members if m.nameless and _is_described(m, forms)], place)
    at, described = _described_before(scene, phrase.low, forms, gender)
    earlier = spoken is None or (spoken.last_before(place) or 0) < place_of(scene.words, at)
    return described if described is not None and earlier else spoken


def _is_described(member: Member, forms: set[str]) -> bool:
    first, *rest = split_name(member.name)
    return bool(rest) and first in forms


def _described_before(scene: Scene, at: int, forms: set[str], gender: str | None) -> tuple[int, Member | None]:
    """The last description before a token that begins with one of some forms of a noun, whoever speaks or not, and
    where it begins."""
    words, grammar = scene.words, scene.grammar
    for k in range(at - 1, max(-1, at - _FARTHEST), -1):
        word = words.word[k]
        clitic = word not in forms and word[:1] in _CLITICS and word[1:] in forms
        if not (clitic or word in forms) or words.quote[k] >= 0:
            continue
        high = next(high for low, high in reversed(words.sentences) if low <= k)
        end = _description_end(grammar, words, k + 1, high)
        if end > k + 1 and not _is_named(grammar, words, end, high):
            name = _without_accusative(words.named(k, end, words.start[k] + clitic))
            return k, Member(name, SpeakerKind.UNNAMED, gender=gender)
    return 0, None


def _description_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """The token after the adjectives behind an indefinite noun, and after where they are or belong (مسؤول كبير في لجنة
    الاحتراف)."""
    feminine = words.is_feminine(k - 1)
    while k < high and _describes(grammar, words, k, feminine=feminine):
        k += 1
    word = words.word[k] if k < high else ""
    placed = word in _WITHIN or (word[:1] == "ب" and grammar.is_in_any(_PLACES, word[1:]))
    end = source_end(grammar, words, k, high, tight=True) if placed else k
    return end if end > k + 1 or word[:1] == "ب" else k


def _describes(grammar: Grammar, words: Words, k: int, *, feminine: bool) -> bool:
    word = words.word[k].removesuffix("ا")
    other = words.word[k] in grammar.stops or grammar.has_preposition(words, k) or words.opens_quote(k)
    if other or words.word[k].startswith("ال"):
        return False
    listed = word in grammar.nationalities or grammar.is_any(("others", "ordinals", "degrees"), word)
    return listed or is_adjective(grammar, word) or (feminine and words.is_feminine(k) and not grammar.is_common(word))


def _without_accusative(name: str) -> str:
    """A description without the ending of an object in its noun and adjectives (رجلا سوريا من حلب)."""
    words = name.split()
    cut = [_ACCUSATIVE.sub("", word) for word in words]
    kept = next((k for k, word in enumerate(words) if cut[k] == word), len(words))
    return " ".join(cut[:kept] + words[kept:])


def _is_named(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether a name stands behind a description, whose the noun is then (شاب سوري يدعى أحمد)."""
    if k >= high:
        return False
    return words.word[k] in grammar.classes["naming"] or words.word[k] in grammar.given_names or words.mention[k] >= 0
