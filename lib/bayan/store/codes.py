"""Small numbers that stand for fixed words in the tables. They are stored: append, never reorder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Literal, TypeVar

from bayan.records import Act, Field, Kind, SpeakerKind, Verdict

Word = TypeVar("Word", bound=str)

Basis = Literal["none", "assumed", "day", "month"]
"""Where a statement's day comes from: nowhere, from publication, or from the text, exact to the day or the month."""


ALL = 0
"""Stands in rollups for all speakers, the nameless too, for all actors and for all outlets."""
ORIGINALS = -1
"""Stands in the rollups of mentions for all actors, in articles that are no near copies."""


class Code(Generic[Word]):
    """Words and their numbers, from 1 on."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = tuple(words)
        self._numbers = {word: number for number, word in enumerate(self.words, 1)}

    def number(self, word: Word) -> int:
        """The number of a word."""
        return self._numbers[word]

    def word(self, number: int) -> Word:
        """The word of a number."""
        return self.words[number - 1]


ACTS = Code((Act.INFORM, Act.PLEDGE, Act.APPEAL, Act.SUPPORT, Act.CRITICISE, Act.DENY, Act.REJECT, Act.WARN))
KINDS = Code((Kind.DIRECT, Kind.INDIRECT, Kind.MIXED))
SPEAKER_KINDS = Code((SpeakerKind.PERSON, SpeakerKind.BODY, SpeakerKind.STATE, SpeakerKind.MEDIA, SpeakerKind.UNNAMED))
_FIELDS: tuple[Field, ...] = ("title", "body")
FIELDS: Code[Field] = Code(_FIELDS)
_BASES: tuple[Basis, ...] = ("none", "assumed", "day", "month")
BASES: Code[Basis] = Code(_BASES)
VERDICTS = Code((Verdict.CONFIRMED, Verdict.CORRECTED, Verdict.WRONG))
"""``statement.reviewed`` holds the first two, nothing for what nobody has reviewed; the rows of wrong ones are gone."""

EVERYTHING, SPEAKER, OUTLET, ACT, KIND, TOPIC, DIPLOMATIC, ORIGINAL, SIDE, ACT_OF_SPAN, NAMED = range(11)
"""Filters and facets. They are stored: append, never reorder. ``SIDE`` is the state that a speaker is or speaks for,
``ACT_OF_SPAN`` an act by month and year in place of the day, ``ORIGINAL`` what articles say that are no near copies,
``NAMED`` what somebody known by name says."""
FACETS = {
    EVERYTHING: (SPEAKER, OUTLET, KIND, TOPIC),
    OUTLET: (SPEAKER, ACT, KIND, TOPIC, ACT_OF_SPAN),
    ACT: (SPEAKER, OUTLET, KIND, TOPIC, SIDE),
    KIND: (ACT, OUTLET, TOPIC),
    TOPIC: (ACT, OUTLET, KIND, ACT_OF_SPAN),
    DIPLOMATIC: (SPEAKER, OUTLET, ACT, KIND, TOPIC),
    ORIGINAL: (SPEAKER, OUTLET, ACT, KIND, TOPIC),
    NAMED: (OUTLET,),
}
"""The facets of each filter; acts of everything and of speakers stand in ``st_day``."""
SPEAKER_FACETS = (OUTLET, KIND, TOPIC)
"""The facets of speakers, who are many: these stand in ``st_span``."""


def is_by_span(by: int, facet: int) -> bool:
    """Whether ``st_by`` counts a facet by month and year, not by day: where values are many, or days are not asked."""
    return by == NAMED or facet in (SPEAKER, SIDE, ACT_OF_SPAN)
