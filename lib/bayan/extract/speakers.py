"""Speakers: who stands behind a cue, by its subject, by agreement with those named before, or by role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bayan.extract.cast import Cast, Member, agrees, clean_role, member_of, place_of
from bayan.extract.grammar import Grammar
from bayan.extract.names import clean_name
from bayan.extract.nouns import NounPhrase, read_phrase
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.words import Words
from bayan.records import SpeakerKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """A resolved speaker with the words at the cue and the rule that found it."""

    member: Member | None
    surface: str | None
    rule: str
    role: str | None = None


@dataclass(slots=True)
class Memory:
    """Who has spoken so far, the last one last."""

    spoken: list[Member]

    def last(self, reading: Reading) -> Member | None:
        """The last speaker that agrees with the form."""
        for member in reversed(self.spoken[-6:]):
            if agrees(member, reading.form):
                return member
        return None


def find_speaker(
    grammar: Grammar, words: Words, cast: Cast, memory: Memory, scan: Scan, reading: Reading, day: date | None
) -> Attribution:
    """Resolve the speaker of one reading. The order of the rules is that of their reliability."""
    place = place_of(words, reading.cue[0])
    phrase = reading.subject
    if phrase is not None and not _is_doubtful(grammar, words, cast, phrase):
        surface = clean_name(words.text(phrase.low, phrase.high))
        member, rule = _from_phrase(grammar, words, cast, memory, phrase, place, day)
        return Attribution(member, surface, rule, _role(grammar, words, phrase, member))
    if reading.shape == "masdar":
        relayed = _relayed(grammar, words, cast, memory, scan, reading, place, day)
        if relayed is not None:
            return relayed
    same_sentence = _in_sentence(grammar, words, cast, memory, scan, reading, day)
    if same_sentence is not None:
        return same_sentence
    last = memory.last(reading) or (memory.spoken[-1] if memory.spoken else _nearest(cast, place))
    return Attribution(last, None, "dropped", last.role if last else None)


def _is_doubtful(grammar: Grammar, words: Words, cast: Cast, phrase: NounPhrase) -> bool:
    """A single unknown word is a name only where the article has a longer one with it, or names use the word."""
    if phrase.head != "name" or phrase.actor_id or phrase.high - phrase.low > 1 or phrase.post:
        return False
    if words.word[phrase.low] in grammar.name_words:
        return False
    known = cast.named(words.named(phrase.low, phrase.high), SpeakerKind.PERSON)
    return (known is None or len(known.keys) < 2) and words.word[phrase.low].endswith(("ا", "ه"))


def _role(grammar: Grammar, words: Words, phrase: NounPhrase, member: Member | None) -> str | None:
    own = clean_role(grammar, words, phrase) if phrase.post and phrase.name else None
    known = member.role if member else None
    if own and len(own) >= len(known or ""):
        return own
    return known


def _from_phrase(
    grammar: Grammar, words: Words, cast: Cast, memory: Memory, phrase: NounPhrase, place: int, day: date | None
) -> tuple[Member, str]:
    found = member_of(grammar, words, phrase)
    first = words.word[phrase.low]
    if phrase.name is not None or found.kind is SpeakerKind.STATE:
        known = cast.named(found.name, found.kind)
        return known or cast.add(found, place), "subject"
    if found.kind is SpeakerKind.PERSON:
        return _holder(grammar, words, cast, memory, phrase, found, place, day)
    if phrase.head == "document" and first.startswith("ال") and memory.spoken:
        return memory.spoken[-1], "issuer"
    if phrase.actor_id is None and first.startswith("ال") and phrase.high - phrase.low <= 2:
        head = cast.with_head(first, (SpeakerKind.BODY, SpeakerKind.UNNAMED, SpeakerKind.MEDIA), place, memory.spoken)
        if head is not None:
            return head, "anaphora"
    known = cast.named(found.name, found.kind)
    return known or cast.add(found, place), "subject"


def _holder(
    grammar: Grammar,
    words: Words,
    cast: Cast,
    memory: Memory,
    phrase: NounPhrase,
    found: Member,
    place: int,
    day: date | None,
) -> tuple[Member, str]:
    """A post without a name: the person of the article with that role, or who held it on that day."""
    role = found.name
    for same in grammar.lexicon.classes["same"]:
        role = role.removesuffix(f" {same}")
    known = cast.with_role(role, place)
    if known is not None:
        return known, "role"
    first = words.word[phrase.low]
    if first.startswith("ال"):
        head = cast.with_head(first, (SpeakerKind.UNNAMED, SpeakerKind.BODY), place, memory.spoken)
        if head is not None:
            return head, "anaphora"
    holder = grammar.registry.holder(role, day) if day else None
    if holder is not None:
        member = next((m for m in cast.members if m.actor_id == holder.id), None)
        if member is not None:
            member.role = member.role or role
            return member, "holder"
        found.actor_id = holder.id
    return cast.add(found, place), "post"


def _relayed(
    grammar: Grammar,
    words: Words,
    cast: Cast,
    memory: Memory,
    scan: Scan,
    reading: Reading,
    place: int,
    day: date | None,
) -> Attribution | None:
    """‹نقلت وكالة … عن وزير … قوله›: the source after the nearest عن before the verbal noun speaks."""
    at = reading.cue[0]
    for k in range(at - 1, max(scan.low, at - 30), -1):
        if words.word[k] == "عن" and k + 1 < at:
            phrase = read_phrase(grammar, words, k + 1, at)
            if phrase is None:
                continue
            member, _ = _from_phrase(grammar, words, cast, memory, phrase, place, day)
            return Attribution(
                member, clean_name(words.text(phrase.low, phrase.high)), "relay", _role(grammar, words, phrase, member)
            )
    return None


def _in_sentence(
    grammar: Grammar, words: Words, cast: Cast, memory: Memory, scan: Scan, reading: Reading, day: date | None
) -> Attribution | None:
    """A dropped subject inside a sentence: the speaker of the cue before it, else the subject of the main clause."""
    at = reading.cue[0]
    earlier = [other for other in scan.readings if other.cue[0] < at]
    if earlier:
        return None if not memory.spoken else _carried(memory, reading)
    if at <= scan.low + 1 and reading.shape != "participle":
        return None
    low, high = place_of(words, scan.low), place_of(words, at)
    named = [
        (place, -k)
        for k, member in enumerate(cast.members)
        if member.kind in (SpeakerKind.PERSON, SpeakerKind.BODY)
        and agrees(member, reading.form)
        and (place := member.first_between(low, high)) is not None
    ]
    persons = [pair for pair in named if cast.members[-pair[1]].kind is SpeakerKind.PERSON] or named
    if not persons:
        return None
    following = words.word[reading.cue[1] : reading.cue[1] + 1]
    points_back = bool(following) and following[0] in grammar.lexicon.classes["pointing-back"]
    place = max(persons)[0] if points_back else min(persons)[0]
    chosen = cast.members[-max(pair for pair in persons if pair[0] == place)[1]]
    return Attribution(chosen, None, "sentence-subject", chosen.role)


def _carried(memory: Memory, reading: Reading) -> Attribution:
    member = memory.spoken[-1]
    if not agrees(member, reading.form):
        member = memory.last(reading) or member
    return Attribution(member, None, "carried", member.role)


def _nearest(cast: Cast, place: int) -> Member | None:
    """The last person named before a place."""
    earlier = [
        (last, -k)
        for k, member in enumerate(cast.members)
        if member.kind is SpeakerKind.PERSON and (last := member.last_before(place)) is not None
    ]
    return cast.members[-max(earlier)[1]] if earlier else None
