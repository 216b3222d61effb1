"""Rows about reviewing; ``rows`` hands them out with the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """Reviewed statements of one band of confidence, from ``since`` up to ``until``.

    ``right`` are those with the speaker that the engine had found; ``low`` and ``high`` bound the share of right ones
    in 95 of 100 such samples.
    """

    since: float
    until: float
    reviewed: int
    right: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """What people have reviewed of a store. ``statements`` are all that were found, the wrong ones too."""

    statements: int
    confirmed: int
    corrected: int
    wrong: int
    bands: tuple[Band, ...]

    @property
    def reviewed(self) -> int:
        """How many statements people have looked at."""
        return self.confirmed + self.corrected + self.wrong


@dataclass(frozen=True, slots=True)
class UnlistedSpeaker:
    """A person whom an article quotes under a name that no actor bears, and the office told with it."""

    name: str
    role: str
    article_id: str
