"""Gold: articles with statements annotated by hand, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bayan.errors import UsageError
from bayan.records import Act, Article, Kind, Span, SpeakerKind, Statement


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with the statements that a careful reader finds in it."""

    id: str
    article: Article
    statements: tuple[Statement, ...]


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """Read a gold file. Raises UsageError that names file, line and reason."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}); give a gold file in UTF-8.") from None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _gold_article(json.loads(line))
        except (KeyError, TypeError, ValueError) as error:
            raise UsageError(
                f"{path}: line {number} is no gold article ({error!r}); mend or remove the line."
            ) from None


def _gold_article(row: dict[str, Any]) -> GoldArticle:
    published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    article = Article(outlet=row.get("outlet", ""), title=row["title"], body=row["body"], published=published)
    return GoldArticle(row["id"], article, tuple(_statement(found) for found in row["statements"]))


def _statement(row: dict[str, Any]) -> Statement:
    return Statement(
        field=row["field"],
        cue=Span(*row["cue"]),
        content=Span(*row["content"]),
        kind=Kind(row["kind"]),
        speaker=row["speaker"],
        speaker_kind=SpeakerKind(row["speaker_kind"]),
        act=Act(row["act"]),
        role=row.get("role"),
        via=row.get("via"),
        said_on=row.get("said_on"),
    )
