"""Accused: who denies what somebody else says of him, where the denial names nobody (تتهم أنقرة الحركة بالهجوم، وهو ما
تنفيه)."""

from __future__ import annotations

from bayan.extract.attributing import attribute
from bayan.extract.cast import Member, agrees, place_of
from bayan.extract.members import member_of
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import Range
from bayan.extract.readings import DENIAL, Reading
from bayan.extract.scans import Scan
from bayan.extract.scenes import Attribution, Scene
from bayan.records import Act, SpeakerKind

_DENIALS = (Act.DENY, Act.REJECT)
_ACCUSED = (SpeakerKind.PERSON, SpeakerKind.STATE, SpeakerKind.BODY)
_NEAR = 2
"""Tokens between the end of an accusation and the pronoun of whoever denies it."""
_SPEAKING = ("name", "post", "body", "state", "source")


def find_accused(scene: Scene, scan: Scan, reading: Reading) -> Attribution | None:
    """Whom the denied words are about: the first whom they or their verb name and who agrees, whoever says them apart;
    else the noun with which they begin."""
    if reading.act not in _DENIALS or reading.subject is not None:
        return None
    said = _denied(scan, reading) if reading.rule == DENIAL else _accusations(scene, scan, reading)
    if reading.rule != DENIAL and not said:
        return None
    sayers = [scene.heard[other.cue[0]] for other in said if other.cue[0] in scene.heard]
    low = min((other.cue[1] for other in said if other.cue[0] < other.content), default=reading.content)
    high = reading.content_end if reading.rule == DENIAL else reading.cue[0]
    member = _first_named(scene, reading, (low, high), sayers)
    if member is not None or reading.rule != DENIAL:
        return Attribution(member, None, "sentence-subject", member.role) if member is not None else None
    start = reading.content + scene.grammar.is_complementizer(scene.words.word[reading.content])
    phrase = read_phrase(scene.grammar, scene.words, start, reading.content_end, tight=True)
    if phrase is None or phrase.head not in _SPEAKING or (phrase.head == "name" and not _is_known(scene, start)):
        return None
    if not agrees(member_of(scene.grammar, scene.words, phrase), reading.form):
        return None
    return attribute(scene, phrase, place_of(scene.words, start), "sentence-subject")._replace(surface=None)


def _is_known(scene: Scene, at: int) -> bool:
    word = scene.words.word[at]
    return word in scene.grammar.name_words or word in scene.words.names


def _denied(scan: Scan, reading: Reading) -> list[Reading]:
    """The readings before a denial whose words it denies."""
    return [other for other in scan.readings if other.cue[0] < reading.cue[0] and other.content == reading.content]


def _accusations(scene: Scene, scan: Scan, reading: Reading) -> list[Reading]:
    """The accusation right before what ‹but› and a pronoun lead to (تتهم أنقرة الحركة بالهجوم، لكنها تنفي ذلك)."""
    but = reading.cue[0] - 1
    if but <= scan.low or scene.words.word[but] not in scene.grammar.classes["but-they"]:
        return []
    return [other for other in scan.readings if other.act is Act.CRITICISE and but - _NEAR <= other.content_end <= but]


def _first_named(scene: Scene, reading: Reading, within: Range, sayers: list[Member]) -> Member | None:
    first, last = (place_of(scene.words, at) for at in within)
    named = [
        (place, k)
        for k, member in enumerate(scene.cast.members)
        if member.kind in _ACCUSED
        and not any(member is sayer for sayer in sayers)
        and agrees(member, reading.form)
        and (place := member.first_between(first, last)) is not None
    ]
    return scene.cast.members[min(named)[1]] if named else None
