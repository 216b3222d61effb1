"""What the queries return: small frozen rows, ready to show or to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

from bayan.queries.change_rows import Change as Change
from bayan.queries.change_rows import Changes as Changes
from bayan.queries.change_rows import Gap as Gap
from bayan.queries.copy_rows import Copy as Copy
from bayan.queries.copy_rows import Folded as Folded
from bayan.queries.copy_rows import FoldedKind as FoldedKind
from bayan.queries.coverage_rows import Coverage as Coverage
from bayan.queries.coverage_rows import CoverageCell as CoverageCell
from bayan.queries.coverage_rows import LeftOutRow as LeftOutRow
from bayan.queries.coverage_rows import RunRow as RunRow
from bayan.queries.extract_rows import ActorRecord as ActorRecord
from bayan.queries.extract_rows import CorpusState as CorpusState
from bayan.queries.extract_rows import PairRecord as PairRecord
from bayan.queries.pair_rows import Pair as Pair
from bayan.queries.pair_rows import Together as Together
from bayan.queries.review_rows import Band as Band
from bayan.queries.review_rows import ReviewProgress as ReviewProgress
from bayan.queries.review_rows import UnlistedSpeaker as UnlistedSpeaker
from bayan.queries.selection import EXTRACTED, Review
from bayan.queries.volume_rows import Volume as Volume
from bayan.queries.volume_rows import VolumePoint as VolumePoint
from bayan.records import Act, Field, Kind, Span, SpeakerKind

Row = TypeVar("Row")
By = Literal["speaker", "side", "outlet", "topic", "act"]
"""What a timeline has lanes for; a side is the state that a speaker is or speaks for."""


Sort = Literal["date", "relevance"]


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list. ``next`` is an opaque place for the following page, None at the end.

    ``folded`` is what repeats a row and so is no row itself, by the id of that row; empty where nothing is folded.
    """

    rows: tuple[Row, ...]
    next: str | None
    folded: Mapping[str, tuple[Folded, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementTotals:
    """The statements of a selection, as many as the lists and the extracts give, and the outlets of its articles.

    ``assumed`` counts statements whose day is that of publication, ``undated`` those without any. ``floor``: the words
    are so common that each number may be surpassed, and days are those of the newest hits.
    """

    statements: int
    speakers: int
    outlets: int
    assumed: int
    undated: int
    since: date | None
    until: date | None
    floor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals(StatementTotals):
    """How much a selection holds; a chosen actor counts where it speaks, among mentions where it is named."""

    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with its words and its article, as cards and extracts need it.

    ``speaker_key`` is the registry id, or ``~`` and the name for a speaker that the registry does not know; both
    work as the value of the ``actor`` filter. ``day`` is ``said_on`` where stated, else the publication day.
    ``wire_group`` is the first published of the article and its near copies, ``quote_group`` the first statement with
    the same words by this speaker; None where there are no others. ``quoted_in`` counts the outlets of the latter.
    """

    id: str
    article_id: str
    field: Field
    cue: Span
    content: Span
    cue_text: str
    content_text: str
    kind: Kind
    act: Act
    speaker: str | None
    speaker_key: str | None
    speaker_id: str | None
    speaker_en: str | None
    speaker_surface: str | None
    speaker_kind: SpeakerKind
    role: str | None
    role_en: str | None
    principal_id: str | None
    via: str | None
    addressee_id: str | None
    said_on: str | None
    day: date | None
    day_basis: Literal["stated", "assumed"] | None
    published: date | None
    outlet: str
    title: str
    url: str | None
    topics: tuple[str, ...]
    diplomatic: bool
    confidence: float
    evidence: tuple[str, ...]
    reviewed: Review = EXTRACTED
    wire_group: str | None = None
    quote_group: str | None = None
    quoted_in: int = 1


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """Statements of one lane with one act and date basis in one bucket of time.

    Those of a ``month`` are known by it alone, which is longer than the bucket: they stand where it begins.
    """

    lane: str
    bucket: date
    act: Act
    assumed: bool
    count: int
    month: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane of the timeline, with the number of its statements under the selection.

    ``key`` is the value of the filter that selects it; names are those of an actor, else the key.
    """

    key: str
    name_ar: str
    name_en: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes by number of statements and the points on them.

    ``left_out`` counts the selected statements that are on no lane: of further ones, of none, undated.
    """

    step: Literal["day", "week", "month"]
    lanes: tuple[Lane, ...]
    points: tuple[TimelinePoint, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor with its numbers under a selection.

    ``share`` (0–1) is its part of the statements among speakers, of the articles among those named, whoever is chosen.
    """

    key: str
    name_ar: str
    name_en: str | None
    kind: SpeakerKind
    statements: int
    mentions: int
    articles: int
    share: float


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice of a filter with its count under the other filters."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list. ``snippet`` is (text, ranges to highlight); ranges are offsets into the snippet."""

    id: str
    outlet: str
    title: str
    published: date | None
    url: str | None
    statements: int
    snippet: str
    title_marks: tuple[Span, ...]
    snippet_marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The ids of the articles beside one in a list."""

    newer: str | None
    older: str | None


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention in the text of one article."""

    field: Field
    span: Span
    actor_id: str
    name_ar: str
    name_en: str | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article, whole, with what was found in it, in reading order."""

    id: str
    outlet: str
    title: str
    body: str
    published: date | None
    published_basis: str | None
    url: str | None
    author: str | None
    source: str
    statements: tuple[StatementRow, ...]
    mentions: tuple[MentionRow, ...]


@dataclass(frozen=True, slots=True)
class ActorOption:
    """An actor for the filter's type-ahead: every actor that speaks or is mentioned in the store."""

    key: str
    name_ar: str
    name_en: str | None
    kind: SpeakerKind
    statements: int
    mentions: int
    has_speakers: bool


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention with its words and its article, as extracts need it."""

    article_id: str
    outlet: str
    url: str | None
    title: str
    published: date | None
    field: Field
    span: Span
    text: str
    actor_id: str
    name_ar: str
    name_en: str | None
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """A stored article, whole, as extracts need it: with its id and the number of what was found in it.

    ``also_from`` are the files and records where it was met again.
    """

    id: str
    outlet: str
    url: str | None
    title: str
    author: str | None
    published: date | None
    published_at: datetime | None
    published_basis: str | None
    language: str
    body: str
    source: str
    statements: int
    mentions: int
    wire_group: str | None = None
    also_from: tuple[str, ...] = ()
