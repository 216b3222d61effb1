"""What is found in one sentence so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bayan.extract.phrases import Head
from bayan.extract.readings import Reading

ReadCue = Callable[[int], Reading | None]


@dataclass(slots=True)
class Scan:
    """The readings of one sentence. ``relays`` are the place, head and name of sources that an attribution gives
    beside a cue of its own: they pass the words on and do not speak. A ``link`` to another article is not of this one:
    nobody goes on who speaks there."""

    low: int
    high: int
    readings: list[Reading] = field(default_factory=list)
    relays: list[tuple[int, Head, str]] = field(default_factory=list)
    link: bool = False
