"""Pairs: the two persons whom a dual without their names means (التقى الوزير نظيره الروسي … وقال الوزيران)."""

from __future__ import annotations

from math import inf

from bayan.extract.cast import Member, joined_name, place_of
from bayan.extract.phrases import NounPhrase
from bayan.extract.qualities import is_adjective
from bayan.extract.readings import Reading
from bayan.extract.scenes import Scene
from bayan.records import SpeakerKind

_DUAL = "ان"
_COUNTERPARTS = frozenset({"نظيره", "نظيرته", "نظيرها", "نظيرتها"})
_NEAR = 500
"""Letters before a dual within which both are named."""
_LONGEST = 3
"""Words of a dual with its adjectives (الوزيران المصري والروسي)."""


def find_pair(scene: Scene, phrase: NounPhrase, place: int) -> Member | None:
    """Both holders of the post that a definite dual names, or, behind a noun that fits anybody (الجانبان), the only two
    persons named just before; None where they are not two."""
    noun, *rest = scene.words.word[phrase.low : phrase.high]
    single = noun.removeprefix("ال").removesuffix(_DUAL)
    dual = (
        noun.startswith("ال") and noun.endswith(_DUAL) and phrase.name is None and phrase.high - phrase.low <= _LONGEST
    )
    anybody = single in scene.grammar.classes["either"]
    if not dual or not (anybody or scene.grammar.is_post(single)):
        return None
    if not all(is_adjective(scene.grammar, word.removeprefix("و")) for word in rest):
        return None
    persons = [m for m in scene.cast.members if m.kind is SpeakerKind.PERSON and not (m.nameless or m.several)]
    since = place - _NEAR if anybody else -inf
    named = [m for m in persons if (last := m.last_before(place)) is not None and last >= since]
    fitting = named if anybody else [m for m in named if m.heads & {single, single + _DUAL, *_COUNTERPARTS}]
    if len(fitting) != 2 or (anybody and not _are_of_two_states(*fitting)):
        return None
    first, second = sorted(fitting, key=lambda member: member.places[0])
    return Member(joined_name((first, second)), SpeakerKind.PERSON, plural=True, several=True)


def find_both(scene: Scene, low: int, reading: Reading) -> Member | None:
    """The only two persons whom a sentence names before a verb in the dual without a subject (بعد لقاء ترامب وميركل،
    وأعلنا), from its first token on; None where they are not two."""
    word = scene.words.word[reading.cue[0]]
    noun = word.endswith("ا") and word[:-1] in scene.grammar.classes["common-nouns"]  # ‹طالبا، أملا›
    if reading.form is None or reading.form.form.number != "d" or noun:
        return None
    start, end = place_of(scene.words, low), place_of(scene.words, reading.cue[0])
    persons = [m for m in scene.cast.members if m.kind is SpeakerKind.PERSON and not (m.nameless or m.several)]
    named = sorted((first, k) for k, m in enumerate(persons) if (first := m.first_between(start, end)) is not None)
    if len(named) != 2:
        return None
    both = tuple(persons[k] for _, k in named)
    return Member(joined_name(both), SpeakerKind.PERSON, plural=True, several=True, parts=both)


def _are_of_two_states(one: Member, other: Member) -> bool:
    return one.state is not None and other.state is not None and one.state != other.state
