"""What one file may cost, and what is worth telling about a run that went well."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps in bytes. ``ratio`` is how many bytes one packed byte may become, counted after ``ratio_from`` bytes."""

    page: int = 10 * MEGABYTE
    record: int = 10 * MEGABYTE
    unpacked: int = 8_000 * MEGABYTE
    ratio: int = 100
    ratio_from: int = 20 * MEGABYTE


@dataclass(slots=True)
class Notes:
    """What readers noticed without rejecting: fields that nobody reads, and repairs, each counted by its words.

    ``bytes`` have been read so far, as they stand in the files.
    """

    bytes: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    repairs: Counter[str] = field(default_factory=Counter)


def in_megabytes(size: int) -> str:
    """A size for people, as in ``10 MB``."""
    return f"{size / MEGABYTE:,.0f} MB" if size >= MEGABYTE else f"{size:,} bytes"
