"""What the questions about change return."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Change:
    """Statements of a speaker or on a topic: in the last days, and in as many days as a rule before."""

    key: str
    name_ar: str
    name_en: str | None
    now: int
    usual: float


@dataclass(frozen=True, slots=True)
class Changes:
    """The last days of a selection against the days before: what is said more than usual, most striking first.

    ``usual`` are the statements in as many days, on average over the weeks before; None where these hold none.
    """

    since: date
    until: date
    now: int
    usual: float | None
    speakers: tuple[Change, ...]
    topics: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """An outlet that has been silent since a day, though it used to publish every few days."""

    outlet: str
    last: date
    days: int
