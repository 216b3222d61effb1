"""What the question about actors that are named together returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors mentioned in the same articles; ``first`` sorts before ``second``."""

    first: str
    second: str
    articles: int


@dataclass(frozen=True, slots=True)
class Together:
    """Pairs, most frequent first, in so many articles: all, or where ``whole`` is false the newest of them."""

    pairs: tuple[Pair, ...]
    looked: int
    whole: bool
