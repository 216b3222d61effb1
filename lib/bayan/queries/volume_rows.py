"""What the question about volume returns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bayan.queries.periods import Step


@dataclass(frozen=True, slots=True)
class VolumePoint:
    """Statements and articles in one bucket of time."""

    bucket: date
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Volume:
    """Volume over time. ``step`` follows from the span of the selection."""

    step: Step
    points: tuple[VolumePoint, ...]
