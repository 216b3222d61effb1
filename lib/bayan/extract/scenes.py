"""What resolving a speaker starts from, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bayan.extract.cast import Cast, Member, agrees, place_of
from bayan.extract.grammar import Grammar
from bayan.extract.name_keys import split_name
from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.records import SpeakerKind

_RECENT = 6
_AFTER = ("بعد", "ان")


class Attribution(NamedTuple):
    """A resolved speaker with the words at the cue and the rule that found it."""

    member: Member | None
    surface: str | None
    rule: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What resolving a speaker looks at: the field, everybody in the article, who has spoken, the last one last, and
    who has spoken in a statement or report; ``heard`` tells who spoke at which token."""

    grammar: Grammar
    words: Words
    cast: Cast
    spoken: list[Member]
    day: date | None
    issuers: list[Member] = field(default_factory=list)
    heard: dict[int, Member] = field(default_factory=dict)

    def note(self, member: Member, reading: Reading) -> None:
        """Remember who speaks in a reading; who speaks by the way does not become the last one."""
        self.spoken.insert(len(self.spoken) - self._is_aside(reading), member)
        self.heard[reading.cue[0]] = member
        member.note(place_of(self.words, reading.cue[0]))
        relays = reading.form is not None and "relay" in reading.form.cue.frames
        subject = reading.subject if relays else None  # ‹نقلت الوزارة في بيان عن الوزير›: not his
        low = subject.low if subject is not None else reading.cue[1]
        between = [*self.words.word[low : max(low, reading.content)]]
        if reading.subject is not None and reading.subject.own is not None:  # ‹…، وفقا لبيان صادر عن الوزارة›
            between += self.words.word[reading.subject.low : reading.subject.own[0]]
        if member.kind is not SpeakerKind.MEDIA and any(self.grammar.has_stem("documents", word) for word in between):
            self.issuers.append(member)

    def points_back(self, reading: Reading) -> bool:
        """Whether a verb refers to an occasion before it (كلمة أكد فيها)."""
        following = self.words.word[reading.cue[1] : reading.cue[1] + 1]
        return bool(following) and following[0] in self.grammar.classes["pointing-back"]

    def _is_aside(self, reading: Reading) -> bool:
        """‹بعد إعلان ترامب انسحابه›, ‹بعد أن قال الوزير›: told of what went before."""
        at = reading.cue[0]
        return reading.shape == "masdar-noun" or self.words.word[max(0, at - 2) : at] == _AFTER

    def last(self, reading: Reading) -> Member | None:
        """The last speaker that agrees with the form, rather one whom the content does not call by his name."""
        fitting = [m for m in reversed(self.spoken[-_RECENT:]) if agrees(m, reading.form)]
        return next((m for m in fitting if not self._is_named(m, reading)), fitting[0] if fitting else None)

    def _is_named(self, member: Member, reading: Reading) -> bool:
        """Whether a content calls a person by the surname, as nobody calls himself."""
        if member.kind is not SpeakerKind.PERSON or member.nameless:
            return False
        *given, surname = split_name(member.name)
        told = self.words.word[reading.content : reading.content_end]
        return bool(given) and any(word == surname or (word[1:] == surname and word[0] in "ولب") for word in told)
