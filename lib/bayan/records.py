"""The shared nouns of Bayan.

Every range is a half-open pair of code point offsets into an article's ``title`` or ``body`` exactly as stored:
``article.body[start:end]`` is what the analyst sees.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Literal, NamedTuple

Field = Literal["title", "body"]
FIELDS: tuple[Field, ...] = ("title", "body")
SUMMARY = "(summary)"
"""Ends the ``source`` of an article of which the feed gave a summary alone."""


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Act(StrEnum):
    """What the words do. The definitions stand in docs/definitions.md."""

    INFORM = "inform"
    PLEDGE = "pledge"
    APPEAL = "appeal"
    SUPPORT = "support"
    CRITICISE = "criticise"
    DENY = "deny"
    REJECT = "reject"
    WARN = "warn"


class Kind(StrEnum):
    """How the words are reported: quoted, rendered, or rendered with quoted fragments."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeakerKind(StrEnum):
    """What sort of source speaks. ``UNNAMED`` is a description such as a diplomatic source."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    MEDIA = "media"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as an outlet published it.

    ``body`` holds the paragraphs joined by one line feed. ``published`` is None where no day is known: an undated
    article is kept and listed as such, a day is never invented. ``source`` names the file and record it was read from.
    """

    outlet: str
    title: str
    body: str
    published: date | None = None
    published_at: datetime | None = None
    published_basis: str | None = None
    url: str | None = None
    author: str | None = None
    language: str = "ar"
    source: str = ""

    @property
    def content_hash(self) -> str:
        """SHA-256 over outlet, title and body, white space collapsed: the identity rule of the store.

        The same words in another outlet are another article; the same words fetched twice are one.
        """
        parts = (" ".join(part.split()) for part in (self.outlet, self.title, self.body))
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def id(self) -> str:
        """The first 12 hexadecimal digits of the content hash."""
        return self.content_hash[:12]


class Mention(NamedTuple):
    """A name of a registry actor in the text."""

    field: Field
    span: Span
    actor_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that an article reports somebody as having said, at exact ranges.

    ``speaker`` is the fullest name in the article, ``speaker_surface`` the words at the cue (None where the subject is
    dropped). ``said_on`` is an ISO day (precision ``day``) or ``YYYY-MM`` (precision ``month``), only where the text
    dates the saying. ``evidence`` names the lexicon entries and rules that found it.
    """

    field: Field
    cue: Span
    content: Span
    kind: Kind
    speaker: str | None
    speaker_kind: SpeakerKind
    act: Act
    speaker_id: str | None = None
    speaker_surface: str | None = None
    role: str | None = None
    via: str | None = None
    said_on: str | None = None
    addressee: str | None = None
    addressee_id: str | None = None
    topics: tuple[str, ...] = ()
    diplomatic: bool = False
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()

    @property
    def said_precision(self) -> Literal["day", "month"] | None:
        """How exact ``said_on`` is, or None where the text does not date the saying."""
        if self.said_on is None:
            return None
        return "month" if len(self.said_on) == len("2020-07") else "day"


def statement_id(content_hash: str, field: Field, content: Span) -> str:
    """The stable public id of a statement: 16 hexadecimal digits of content hash, field and content range."""
    key = f"{content_hash}:{field}:{content.start}:{content.end}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "cue": lambda pair: Span(*pair),
    "content": lambda pair: Span(*pair),
    "kind": Kind,
    "act": Act,
    "speaker_kind": SpeakerKind,
    "topics": tuple,
    "evidence": tuple,
}


def tell_statement(statement: Statement) -> dict[str, Any]:
    """A statement as an object of JSON, whose lists are tuples."""
    return {field.name: getattr(statement, field.name) for field in fields(statement)}


def read_statement(told: Mapping[str, Any]) -> Statement:
    """The statement of such an object; what it does not know is left out. Raises KeyError, TypeError, ValueError."""
    known = {field.name for field in fields(Statement)}
    read = {name: _READERS.get(name, lambda value: value)(value) for name, value in told.items() if name in known}
    return Statement(**read)


class Verdict(StrEnum):
    """What a person says of a statement that was found. ``WRONG``: these words are no statement."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided about the statement at a place of an article: it wins over whatever is found there.

    ``statement`` is the statement as it should be, of a wrong one as it was found; ``found`` what the engine last found
    at the place, None where it finds nothing there any more. ``at`` is a moment in ISO form, in UTC.
    """

    content_hash: str
    statement: Statement
    verdict: Verdict
    by: str
    at: str
    found: Statement | None = None

    @property
    def place(self) -> tuple[Field, Span]:
        """The field and the range that, with the content hash, make the id of the statement."""
        return self.statement.field, self.statement.content

    @property
    def id(self) -> str:
        """The public id of the statement."""
        return statement_id(self.content_hash, *self.place)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the engine finds in one article."""

    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held by an actor from one day to another.

    ``since`` and ``until`` are ISO days, months or years, as exact as the source; None where open or not known.
    """

    role_ar: str
    role_en: str
    body: str | None
    since: str | None
    until: str | None
    source: str


def first_day(text: str) -> date:
    """The first day that an ISO day, month or year may mean."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """The last day that an ISO day, month or year may mean."""
    parts = [*map(int, text.split("-"))]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0] + 1, 1) if len(parts) == 1 else (parts[0] + parts[1] // 12, parts[1] % 12 + 1)
    return date(year, month, 1) - timedelta(1)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body, state or medium of the registry. ``principal`` is the id of whom it speaks for.

    ``contextual`` names count only where the article makes clear who is meant; ``capitals`` stand for a state only
    where they speak or act.
    """

    id: str
    kind: SpeakerKind
    name_ar: str
    name_en: str
    aliases: tuple[str, ...] = ()
    contextual: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    principal: str | None = None
    tenures: tuple[Tenure, ...] = ()
    wikidata: str | None = None
