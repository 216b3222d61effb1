"""What the questions about actors return: one actor, several side by side, and what changed between two periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bayan.queries.rows import ActorRow, FacetValue
from bayan.records import Act, SpeakerKind

Step = Literal["day", "week", "month"]


@dataclass(frozen=True, slots=True)
class ActorName:
    """An actor as a link to it needs it."""

    key: str
    name_ar: str
    name_en: str | None
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Office:
    """A role that an actor held; ``until`` is None where no end is known."""

    since: date
    until: date | None
    role_ar: str
    role_en: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Who an actor is, whatever is selected.

    ``principals`` are those whom it speaks for, nearest first; ``offices`` are in the order of their beginning;
    ``served`` says whether others speak for it.
    """

    name: ActorName
    principals: tuple[ActorName, ...]
    offices: tuple[Office, ...]
    served: bool


@dataclass(frozen=True, slots=True)
class CountedActor:
    """An actor with one number."""

    actor: ActorName
    count: int


@dataclass(frozen=True, slots=True)
class Around:
    """Actors found around others, most often first.

    They were counted in ``looked`` statements or articles: all, or where ``whole`` is false the newest of them.
    """

    actors: tuple[CountedActor, ...]
    looked: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Relays:
    """Through whom statements came, most often first; counted as ``Around`` is."""

    names: tuple[FacetValue, ...]
    looked: int
    whole: bool


@dataclass(frozen=True, slots=True)
class ActPoint:
    """Statements with one act in one bucket of time; ``assumed`` of them have the day of publication, and of as many
    as ``months`` says the month alone is known, which is longer than the bucket."""

    bucket: date
    act: Act
    count: int
    assumed: int
    months: int = 0


@dataclass(frozen=True, slots=True)
class ActSeries:
    """Acts over time. ``step`` follows from the span of the selection."""

    step: Step
    points: tuple[ActPoint, ...]


@dataclass(frozen=True, slots=True)
class Mirror:
    """The acts of several selections over time, each in the order of time, in steps that are the same for all."""

    step: Step
    sides: tuple[tuple[ActPoint, ...], ...]


@dataclass(frozen=True, slots=True)
class SidePoint:
    """Statements by, and mentions of, the actors of one selection in one bucket of time."""

    bucket: date
    statements: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Series:
    """Several selections over time, in the step that suits the longest; buckets with nothing are left out."""

    step: Step
    sides: tuple[tuple[SidePoint, ...], ...]


@dataclass(frozen=True, slots=True)
class CountPoint:
    """A number in one bucket of time."""

    bucket: date
    count: int


@dataclass(frozen=True, slots=True)
class SpeakerSeries:
    """Statements of several speakers over time, in one step; buckets with nothing are left out."""

    step: Step
    speakers: tuple[tuple[CountPoint, ...], ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """What the statements of one selection are made of; values are listed most first."""

    statements: int
    mentions: int
    acts: tuple[FacetValue, ...]
    topics: tuple[FacetValue, ...]
    outlets: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A speaker of one period who is silent in the period before; ``last`` is the day when it was heard until then."""

    actor: ActorRow
    last: date | None


@dataclass(frozen=True, slots=True)
class Voices:
    """Whom an outlet quotes most; ``statements`` are all of it whose speaker is known by name."""

    outlet: str
    statements: int
    speakers: tuple[CountedActor, ...]
