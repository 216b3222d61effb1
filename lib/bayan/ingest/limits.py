"""What one file may cost, and what is worth telling about a run that went well."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from bayan.errors import Rejected

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps in bytes. ``ratio`` is how many bytes one packed byte may become, counted after ``ratio_from`` bytes.

    ``mail`` is the whole of a mail or of a page that was saved in parts, of which one is read as a ``page``.
    ``nesting`` is how many archives may lie in one another, ``depth`` how deep the elements of a page, of which it
    may have ``tags`` tags.
    """

    page: int = 10 * MEGABYTE
    mail: int = 50 * MEGABYTE
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


class Repair(NamedTuple):
    """Something that was mended or left out of a record: one of REPAIRS, and what completes its words."""

    code: str
    value: str = ""

    def __str__(self) -> str:
        return REPAIRS[self.code].format(value=self.value)


REPAIRS: dict[str, str] = {
    "byte": "a byte that is no text was replaced by U+FFFD",
    "mojibake": "text that was read in a wrong encoding before it was saved was read anew",
    "lost_byte": "letters that had lost a byte in a wrong encoding were read as U+0641, the likeliest",
    "unread_day": "a publication date that cannot be read was left out",
    "numeric_day": "a numeric date was read as day, month, year",
    "field": "a field {value} that is no text was left out",
    "address": "an address that is not http or https was left out",
    "summary": "the summary of an entry stands for its text",
    "no_entries": "a feed without entries",
    "broken_feed": "a feed that is no well-formed XML was read as far as it goes",
    "status": "a record that is no page (status {value})",
    "kind": "a record that is no page ({value})",
}
"""Every code of a repair, with its words; the dashboard has them in its own languages."""


@dataclass(slots=True)
class Notes:
    """What readers noticed without rejecting: fields that nobody reads, and repairs, each counted.

    ``bytes`` have been read so far, as they stand in the files. ``columns`` tells which columns were taken for what,
    ``places`` where a repair was made first.
    """

    bytes: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    repairs: Counter[Repair] = field(default_factory=Counter)
    columns: Counter[str] = field(default_factory=Counter)
    places: dict[Repair, str] = field(default_factory=dict)


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
            raise Rejected("large_unpacked", where, limit=limits.unpacked)
        if self.spent:
            raise Rejected("large_ratio", where, ratio=limits.ratio)

    @property
    def spent(self) -> bool:
        """Whether nothing more may be read from the file."""
        limits, unpacked = self.limits, self.unpacked
        return unpacked > limits.unpacked or (unpacked > limits.ratio_from and unpacked > self.packed * limits.ratio)
