"""Runs the engine over annotated articles and says, of every statement that it finds, how it was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bayan.extract import Extractor
from bayan.extract import engine as stages
from bayan.extract.spans import content_span
from bayan.records import Article, Span, Statement


@dataclass(frozen=True, slots=True)
class Seen:
    """A found statement with the features that a stage of the engine saw it by."""

    statement: Statement
    features: frozenset[str]


def article_of(row: dict[str, Any]) -> Article:
    """The article of an annotated row."""
    published = date.fromisoformat(row["published"][:10])
    return Article(outlet=row["outlet"], title=row["title"], body=row["body"], published=published)


def watch(
    extractor: Extractor, stage: str, features: Callable[..., frozenset[str]], row: dict[str, Any]
) -> Iterator[Seen]:
    """Extract from an article, with the features that ``features`` reads from the arguments of a stage: words and
    reading after its weights. What is found but dropped in settling is not seen."""
    noted: dict[tuple[str, Span, Span], frozenset[str]] = {}
    own = getattr(stages, stage)

    def note(*arguments: Any) -> Any:
        words, reading = arguments[1:3]
        noted[words.field, words.span(*reading.cue), content_span(words, reading)] = features(*arguments)
        return own(*arguments)

    setattr(stages, stage, note)
    try:
        found = extractor.extract(article_of(row)).statements
    finally:
        setattr(stages, stage, own)
    yield from (Seen(one, noted[one.field, one.cue, one.content]) for one in found)


def answer(wanted: list[dict[str, Any]], found: Statement) -> dict[str, Any] | None:
    """The annotated statement that shares half of its range or more with a found one, the best of them."""
    shares = []
    for k, row in enumerate(wanted):
        low, high = row["content"]
        both = min(found.content.end, high) - max(found.content.start, low)
        if row["field"] == found.field and both > 0:
            shares.append((both / (max(found.content.end, high) - min(found.content.start, low)), -k))
    best, place = max(shares, default=(0.0, 0))
    return wanted[-place] if best >= 0.5 else None
