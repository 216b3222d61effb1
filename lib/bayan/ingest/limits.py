"""What one file may cost, and what is worth telling about a run that went well."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bayan.errors import Rejected

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps in bytes. ``ratio`` is how many bytes one packed byte may become, counted after ``ratio_from`` bytes.

    ``nesting`` is how many archives may lie in one another, ``depth`` how deep the elements of a page, of which it
    may have ``tags`` tags.
    """

    page: int = 10 * MEGABYTE
    record: int = 10 * MEGABYTE
    cell: int = 2 * MEGABYTE
    workbook: int = 200 * MEGABYTE
    cells: int = 20_000_000
    unpacked: int = 8_000 * MEGABYTE
    ratio: int = 100
    ratio_from: int = 20 * MEGABYTE
    members: int = 200_000
    nesting: int = 4
    depth: int = 5_000
    tags: int = 300_000


@dataclass(slots=True)
class Notes:
    """What readers noticed without rejecting: fields that nobody reads, and repairs, each counted by its words.

    ``bytes`` have been read so far, as they stand in the files. ``columns`` tells which columns were taken for what,
    ``places`` where a repair was made first.
    """

    bytes: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    repairs: Counter[str] = field(default_factory=Counter)
    columns: Counter[str] = field(default_factory=Counter)
    places: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Budget:
    """The bytes that one file has given so far, packed and unpacked, through all archives that lie in it."""

    limits: Limits
    packed: int = 0
    unpacked: int = 0

    def spend(self, size: int, where: str) -> None:
        """Count unpacked bytes. Raises Rejected (``too-large``) where the file has become more than it may."""
        self.unpacked += size
        limits = self.limits
        if self.unpacked > limits.unpacked:
            detail = f"it unpacks to more than the limit of {in_megabytes(limits.unpacked)}."
        elif self.spent:
            detail = f"it unpacks to more than {limits.ratio} times its size, the limit for packed files."
        else:
            return
        raise Rejected("too-large", detail, where)

    @property
    def spent(self) -> bool:
        """Whether nothing more may be read from the file."""
        limits, unpacked = self.limits, self.unpacked
        return unpacked > limits.unpacked or (unpacked > limits.ratio_from and unpacked > self.packed * limits.ratio)


def in_megabytes(size: int) -> str:
    """A size for people, as in ``10 MB``."""
    return f"{size / MEGABYTE:,.0f} MB" if size >= MEGABYTE else f"{size:,} bytes"
