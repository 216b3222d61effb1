"""How a run goes and how it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from bayan.errors import Rejected
from bayan.ingest import Notes


@dataclass(frozen=True, slots=True)
class Progress:
    """A run under way: records done, records a second, and the seconds left where they can be told."""

    done: int
    rate: float
    left: float | None


@dataclass(slots=True)
class Report:
    """A run that has ended.

    ``read`` counts records; of these ``stored`` are new, ``known`` were stored before, ``resumed`` were dealt with by a
    run that was broken off, and ``rejected`` were left out, by reason. ``notes`` says what was noticed besides,
    ``run`` is the number of the run in the store. ``waiting`` counts stale articles that were too many to read at once.
    """

    read: int = 0
    stored: int = 0
    known: int = 0
    resumed: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    notes: Notes = field(default_factory=Notes)
    seconds: float = 0.0
    run: int = 0
    waiting: int = 0


OnProgress = Callable[[Progress], None]
OnRejected = Callable[[Rejected], None]


def ignore(_: object) -> None:
    """Where nobody listens."""
