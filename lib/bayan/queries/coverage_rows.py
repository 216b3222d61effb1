"""The rows that tell what the corpus covers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """Articles of one outlet in one month (2020-07)."""

    outlet: str
    month: str
    articles: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Outlets by number of articles, their articles by month, and how many have no day."""

    outlets: tuple[str, ...]
    cells: tuple[CoverageCell, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run that wrote into the store: its sources, its counts, what it left out by reason; ``ended`` is None where it
    was broken off or is not over yet."""

    id: int
    command: str
    sources: tuple[str, ...]
    started: datetime
    ended: datetime | None
    read: int
    stored: int
    known: int
    rejected: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """What a run did not take: file and record, the code of the reason, the code of a sentence and its values."""

    run: int
    where: str
    reason: str
    code: str
    values: Mapping[str, str | int]
