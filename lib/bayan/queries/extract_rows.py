"""Rows that only extracts need; ``rows`` hands them out with the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bayan.records import Act, SpeakerKind


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor that speaks in a selection or is named in its articles, as extracts need it.

    ``acts`` counts its statements by what they do; ``roles_ar`` and ``roles_en`` are the offices that the registry
    gives it between the first and the last of its days here.
    """

    key: str
    actor_id: str | None
    name_ar: str
    name_en: str | None
    kind: SpeakerKind
    principal_id: str | None
    roles_ar: tuple[str, ...]
    roles_en: tuple[str, ...]
    statements: int
    acts: Mapping[Act, int]
    articles_said: int
    first_said: date | None
    last_said: date | None
    mentions: int
    articles_named: int
    first_named: date | None
    last_named: date | None


@dataclass(frozen=True, slots=True)
class PairRecord:
    """Two actors named in the same articles of a month; ``month`` is None for undated ones. ``first`` sorts first."""

    month: str | None
    first_id: str
    first_ar: str
    first_en: str | None
    first_kind: SpeakerKind
    second_id: str
    second_ar: str
    second_en: str | None
    second_kind: SpeakerKind
    articles: int


@dataclass(frozen=True, slots=True)
class CorpusState:
    """What a store held. ``sha256`` is over the sorted content hashes of its articles, in binary form.

    ``extractors`` counts articles by the version of the engine that annotated them; ``unread`` are those of none.
    ``corrections`` and ``decisions`` count what people said of statements and of actors.
    """

    articles: int
    sha256: str
    extractors: Mapping[str, int]
    unread: int
    corrections: int
    decisions: int
