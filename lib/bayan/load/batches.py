"""Articles in batches, each with the place in its file that is reached when the batch is saved."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bayan.actors import Decision
from bayan.errors import Rejected
from bayan.ingest import STANDARD_INPUT, File, Limits, Notes, read_file
from bayan.load.workers import Found, engine, extract_all, run_in_order
from bayan.records import Article, Extraction
from bayan.store import Store, Tally

BATCH = 500
_TASK = 50


@dataclass(slots=True)
class Batch:
    """Articles to save in one transaction. ``place`` is a file's key and how many of its records are then done.

    Its length counts the records that are dealt with now, not those that a run before has dealt with (``resumed``):
    so a run that goes on cuts the same batches as one that was never stopped.
    """

    articles: list[Article] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    known: list[Article] = field(default_factory=list)
    resumed: int = 0
    place: tuple[str, int] | None = None

    def __len__(self) -> int:
        return len(self.articles) + len(self.rejected) + len(self.known)

    def tally(self, run: int, found: Sequence[Found] = ()) -> Tally:
        """What it adds to a run; ``found`` tells in which of its articles the engine failed."""
        failed = [one for one in found if isinstance(one, Rejected)]
        read, known = len(self) + self.resumed, len(self.known)
        return Tally(run, read, known=known, resumed=self.resumed, rejected=[*self.rejected, *failed])


@dataclass(frozen=True, slots=True)
class Way:
    """How files are read: the outlet and the columns that were given, the limits, and whom to tell."""

    outlet: str | None
    limits: Limits
    columns: Mapping[str, str]
    notes: Notes

    def read(self, file: File) -> Iterator[Article | Rejected]:
        return read_file(file, outlet=self.outlet, limits=self.limits, notes=self.notes, columns=self.columns)


def read_batches(store: Store, files: Iterable[File | Rejected], way: Way) -> Iterator[Batch]:
    """All records of the files. A long file is left with its place cleared, so that it can be read again later."""
    batch = Batch()
    for file in files:
        if isinstance(file, Rejected):
            batch.rejected.append(file)
            continue
        key = place_key(file)
        done = store.checkpoint(key) if key else 0
        for number, item in enumerate(way.read(file), start=1):
            if number <= done:
                batch.resumed += 1
                continue
            if isinstance(item, Rejected):
                batch.rejected.append(item)
            else:
                batch.articles.append(item)
            if len(batch) >= BATCH:
                batch.place = (key, number) if key else None
                done = number
                yield batch
                batch = Batch()
        if key and done:
            batch.place = (key, 0)
            yield batch
            batch = Batch()
    if len(batch) or batch.resumed:
        yield batch


def place_key(file: File) -> str | None:
    """What a place in a file is kept under: the same path with other content is another file."""
    if file is STANDARD_INPUT:
        return None
    path = Path(file.path).resolve()
    state = path.stat()
    printed = os.fsencode(path).decode("utf-8", "backslashreplace")
    return f"{printed}|{state.st_size}|{state.st_mtime_ns}"


def extract_batches(
    batches: Iterable[Batch], workers: int, decisions: tuple[Decision, ...]
) -> Iterator[tuple[Batch, list[Found]]]:
    """Each batch with what the engine finds in its articles, in order, with actors as ``decisions`` leave them."""
    waiting: deque[Batch] = deque()
    found: list[Found] = []

    def tasks() -> Iterator[list[Article]]:
        for batch in batches:
            waiting.append(batch)
            starts = range(0, max(1, len(batch.articles)), _TASK)
            yield from (batch.articles[start : start + _TASK] for start in starts)

    function = partial(extract_all, decisions=decisions)
    for part in run_in_order(function, tasks(), workers, prepare=partial(engine, decisions)):
        found += part
        while waiting and len(found) >= len(waiting[0].articles):
            batch = waiting.popleft()
            count = len(batch.articles)
            yield batch, found[:count]
            found = found[count:]


def to_save(batch: Batch, found: Sequence[Found]) -> list[tuple[Article, Extraction | None]]:
    """The articles of a batch with what was found in them, None where that was rejected."""
    pairs = zip(batch.articles, found, strict=True)
    return [(article, one if isinstance(one, Extraction) else None) for article, one in pairs]
