"""Which of several is spoken of clearly more than the others."""

from __future__ import annotations

from collections import Counter

CLEARLY = 2
"""How many times more often than any other an actor must be spoken of for a shared name to be its own."""


def clear_first(counts: Counter[str], *, least: int = 1, clearly: int = CLEARLY) -> str | None:
    """The one counted at least so often and so many times more often than any other."""
    if not counts:
        return None
    (first, most), *rest = counts.most_common(2)
    return first if most >= least and (not rest or most >= clearly * rest[0][1]) else None
