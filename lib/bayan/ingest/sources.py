"""What readers are handed besides bytes: where these come from, and under which terms they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bayan.ingest.limits import Budget, Limits, Notes


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read. Reports call them ``name``; ``outlet`` counts where nothing else names one.

    ``fixed`` is an outlet that was given by hand. ``file_name`` decides only where the bytes do not; ``address`` is
    where they were fetched; ``nesting`` is how many archives they lie in.
    """

    name: str
    outlet: str
    file_name: str = ""
    address: str | None = None
    nesting: int = 0
    fixed: bool = False

    def inside(self, name: str, outlet: str, file_name: str, address: str | None = None) -> Source:
        """A source that lies in this one."""
        outlet = self.outlet if self.fixed else outlet
        return replace(self, name=name, outlet=outlet, file_name=file_name, address=address, nesting=self.nesting + 1)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of reading one file: its limits and budget, whom to tell, and columns that were named by hand."""

    limits: Limits
    notes: Notes
    columns: Mapping[str, str]
    budget: Budget = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "budget", Budget(self.limits))


@dataclass(frozen=True, slots=True)
class Member:
    """A file that lies in another one, to be read as if it stood alone."""

    source: Source
    chunks: Iterator[bytes]
