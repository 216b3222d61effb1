"""The one value that describes what is looked at.

The URL, the selection bar, the options of the command line, every query and every extract's manifest come from it.
Parsing and printing are inverse: ``parse_selection(words(selection)) == selection``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Literal, get_args

from bayan.errors import BadSelection
from bayan.records import Act, Kind

_FIRST_YEAR, _LAST_YEAR = 1800, 2200
Dated = Literal["said", "published"]
Review = Literal["extracted", "confirmed", "corrected"]
REVIEWS: tuple[Review, ...] = get_args(Review)
EXTRACTED = REVIEWS[0]
"""What nobody has reviewed. A statement that people found wrong is none, so no filter names it."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters; an empty one selects everything.

    ``actor`` are registry ids (or ``~name``) whose own statements count; ``behalf`` are actors for whom everyone who
    speaks for them counts too (the word ``for`` of the URL). ``since`` and ``until`` are ISO days, both included.
    ``dated`` says which day they mean: of saying (publication where not stated) or of publication.
    ``reviewed`` says what people did with a statement: nothing yet (``extracted``), ``confirmed`` or ``corrected`` it.
    ``originals`` leaves out articles that are near copies of one published before; ``arrived`` those that came into the
    store before a day or a minute (UTC).
    """

    actor: tuple[str, ...] = ()
    behalf: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    dated: Dated = "said"
    q: str | None = None
    diplomatic: bool = False
    reviewed: tuple[str, ...] = ()
    originals: bool = False
    arrived: str | None = None

    def __bool__(self) -> bool:
        return self != Selection(dated=self.dated)

    @property
    def active(self) -> int:
        """How many filters narrow the view (``dated`` alone narrows nothing)."""
        return sum(bool(getattr(self, word.field)) for word in WORDS if word.field != "dated")


@dataclass(frozen=True, slots=True)
class Word:
    """One filter: its word in URLs and options, its field, and how its text is read and printed."""

    name: str
    field: str
    read: Callable[[str], Any]
    show: Callable[[Any], str]
    many: bool = False


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadSelection("no_day", text=text) from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise BadSelection("day_of_news", text=text, first=str(_FIRST_YEAR), last=str(_LAST_YEAR))
    return day.isoformat()


def _moment(text: str) -> str:
    if len(text) == len("2020-07-08"):
        return _day(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadSelection("no_moment", text=text) from None
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")


def _one_of(fault: str, allowed: Sequence[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise BadSelection(fault, text=text, allowed=", ".join(allowed))
        return text

    return read


def _flag(text: str) -> bool:
    if text not in ("1", "0"):
        raise BadSelection("no_flag", text=text)
    return text == "1"


WORDS: tuple[Word, ...] = (
    Word("actor", "actor", str, str, many=True),
    Word("for", "behalf", str, str, many=True),
    Word("act", "act", _one_of("no_act", list(Act)), str, many=True),
    Word("kind", "kind", _one_of("no_kind", list(Kind)), str, many=True),
    Word("topic", "topic", str, str, many=True),
    Word("outlet", "outlet", str, str, many=True),
    Word("from", "since", _day, str),
    Word("to", "until", _day, str),
    Word("dated", "dated", _one_of("no_dated", ["said", "published"]), str),
    Word("q", "q", str, str),
    Word("diplomatic", "diplomatic", _flag, lambda on: "1" if on else "0"),
    Word("reviewed", "reviewed", _one_of("state of review", REVIEWS), str, many=True),
    Word("originals", "originals", _flag, lambda on: "1" if on else "0"),
    Word("arrived", "arrived", _moment, str),
)
"""Every filter, in the order in which it is printed."""


def parse_selection(words: Mapping[str, Sequence[str]]) -> Selection:
    """Read a selection from words and their texts; other words are ignored, empty texts mean no filter.

    Repeated and comma-separated values are the same. Raises BadSelection.
    """
    found: dict[str, Any] = {}
    for word in WORDS:
        texts = [text for text in words.get(word.name, ()) if text.strip()]
        if not texts:
            continue
        if word.many:
            parts = [part.strip() for text in texts for part in text.split(",") if part.strip()]
            found[word.field] = tuple(dict.fromkeys(word.read(part) for part in parts))
        else:
            found[word.field] = word.read(texts[-1].strip())
    selection = Selection(**found)
    if selection.since and selection.until and selection.since > selection.until:
        raise BadSelection("reversed_days", since=selection.since, until=selection.until)
    return selection


def print_selection(selection: Selection) -> dict[str, str]:
    """The words of a selection; filters that are not set are left out."""
    empty = {field.name: field.default for field in fields(Selection)}
    printed: dict[str, str] = {}
    for word in WORDS:
        value = getattr(selection, word.field)
        if value == empty[word.field] or value in ((), None):
            continue
        printed[word.name] = ",".join(word.show(part) for part in value) if word.many else word.show(value)
    return printed
