"""Headlines that begin with a surname whose bearer only the statements of the body name (القوبع: الأرضية جاهزة)."""

from __future__ import annotations

from collections.abc import Sequence

from bayan.extract.cast import Member
from bayan.extract.grammar import Grammar
from bayan.extract.name_keys import name_keys, skeleton
from bayan.extract.phrases import NounPhrase
from bayan.extract.readings import Reading
from bayan.extract.settling import Found
from bayan.extract.words import Words
from bayan.records import Act, SpeakerKind
from bayan.text import fold_text

LONGEST_RECEIVER = 6
"""Tokens of whom somebody speaks to in a headline (لـ «الشرق الأوسط»)."""
SHORTEST_FOREIGN = 5
"""Letters of a name that may be spelt with other long vowels (بينيتز، بينيتيز)."""


def read_surname(grammar: Grammar, words: Words, body: Sequence[Found]) -> tuple[Reading, Member] | None:
    """‹surname: words›, where one person with that name speaks in the body; also behind a title, and with whom he
    speaks to before the colon (د. الثقيل: …، باتيس لـ «الوطن»: …)."""
    low, high = words.sentences[0] if words.sentences else (0, 0)
    at = low
    while at + 2 < high and grammar.is_in("honorifics", words.word[at]):
        at += 1
    colon = 0 if _is_place(grammar, words, at) else _colon_after(words, at, high)
    bearer = _bearer(words.word[at], body) if colon else None
    if not colon or bearer is None:
        return None
    named = NounPhrase(low, at + 1, "name", name=(at, at + 1))
    cue = (colon, colon + 1)
    return Reading(cue, None, "headline+surname", "colon", Act.INFORM, "colon", colon + 1, high, subject=named), bearer


def _is_place(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether a state or place stands before the colon, as the topic."""
    if at >= len(words.word):
        return True
    actor, word = grammar.actor(words, at), words.word[at]
    other = actor is not None and actor.kind is not SpeakerKind.PERSON
    return other or word in grammar.places or grammar.is_in("places", word)


def _colon_after(words: Words, at: int, high: int) -> int:
    """The colon right behind a word or behind whom its bearer speaks to, with words after it, or 0."""
    near = range(at + 1, min(at + 1 + LONGEST_RECEIVER, high - 1))
    colon = next((k for k in near if words.word[k] == ":" and words.quote[k] < 0), 0)
    addressed = colon > at + 1 and words.word[at + 1].startswith("ل")
    return colon if colon == at + 1 or addressed else 0


def _bearer(word: str, body: Sequence[Found]) -> Member | None:
    """The one person who speaks in the body and has a name of two words or more with this one among them."""
    found: list[Member] = []
    for one in body:
        member = one.member
        if member is None or member.kind is not SpeakerKind.PERSON or len(member.keys) < 2:
            continue
        named = _is_among(word, member) if not member.nameless else fold_text(member.name).split()[-1] == word
        if named and not any(member is other for other in found):
            found.append(member)
    return found[0] if len(found) == 1 else None


def _is_among(word: str, member: Member) -> bool:
    own = name_keys(word)
    if own & member.keys:
        return True
    foreign = len(word) >= SHORTEST_FOREIGN and not word.startswith("ال")
    return foreign and any(skeleton(word) == skeleton(key) for key in member.keys if len(key) >= SHORTEST_FOREIGN)
