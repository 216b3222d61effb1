"""The rows that tell of copies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

FoldedKind = Literal["article", "statement"]
"""What a folded list is of."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What repeats a row of a list and stands under it: an article, or a statement and its article."""

    id: str
    article_id: str
    outlet: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A near copy of an article. ``first`` tells whether it is the one that was published first."""

    id: str
    outlet: str
    title: str
    published: date | None
    url: str | None
    first: bool
