"""The store: transactions, and what can be saved and read back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from types import TracebackType
from typing import Any

from sqlalchemy import Connection

import bayan.store.copies as copies
import bayan.store.decisions as decisions
import bayan.store.full_text as full_text
import bayan.store.naming as naming
import bayan.store.reading as reading
import bayan.store.reviewing as reviewing
import bayan.store.rollups as rollups
import bayan.store.runs as runs
import bayan.store.saving as saving
import bayan.store.views as views
from bayan.actors import Decision
from bayan.errors import Rejected, StoreError
from bayan.records import Actor, Article, Correction, Extraction, Verdict
from bayan.store.dialects import ERRORS, LOCK, Database, explain, optimize, time_limit
from bayan.store.runs import Run, Tally
from bayan.store.saving import SaveReport
from bayan.store.stats import Stats, read_stats


class Store:
    """A store that is open. Threads may share it; each transaction has a connection of its own."""

    def __init__(self, place: Database, *, write: bool) -> None:
        self._place = place
        self._engine = place.connect(write=write)
        self._write = write

    @property
    def address(self) -> str:
        """What opens this store once more."""
        return self._place.address

    @property
    def name(self) -> str:
        """The address as people are told it, without a password."""
        return self._place.name

    def is_read_only(self) -> bool:
        """Whether it can only be read from here: its file, folder or server takes no changes. Raises StoreError."""
        return self._place.is_read_only()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection. A writer leaves the planner's figures up to date."""
        if self._write:
            with suppress(*ERRORS, StoreError), self.write() as connection:
                optimize(connection)
        self._engine.dispose()

    @contextmanager
    def read(self, *, seconds: float | None = None) -> Iterator[Connection]:
        """One view of the store, unchanged by writers. Raises StoreError; TooSlow for what runs longer."""
        try:
            with (
                self._engine.connect() as connection,
                connection.begin(),
                nullcontext() if seconds is None else time_limit(connection, seconds),
            ):
                yield connection
        except ERRORS as error:
            raise explain(error, self._place) from None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is stored, or nothing. Raises StoreError."""
        if not self._write:
            raise StoreError(f"{self.name}: this store was opened for reading; open it with write=True.")
        try:
            with self._engine.connect().execution_options(**{LOCK: True}) as connection, connection.begin():
                yield connection
        except ERRORS as error:
            raise explain(error, self._place) from None

    @property
    def version(self) -> int:
        """The version of the data: it changes with every change of the rows, so it belongs into keys of caches."""
        with self.read() as connection:
            return reading.data_version(connection)

    def save(
        self,
        batch: Sequence[tuple[Article, Extraction | None]],
        *,
        extractor: str | None = None,
        replace: bool = False,
        checkpoint: tuple[str, int] | None = None,
        seen: Sequence[Article] = (),
        tally: Tally | None = None,
    ) -> SaveReport:
        """Save articles with what was found in them, in one transaction.

        An article that is known by its content hash is left as it is, or with ``replace`` gets its rows anew;
        ``extractor`` is the version that found them. ``checkpoint`` (source, record) is stored with them, as are
        the sources of articles that were ``seen`` again, and what the batch adds to its run (``tally``). Raises
        StoreError, and then nothing of the batch is stored.
        """
        with self.write() as connection:
            report = saving.save_batch(connection, batch, extractor, replace=replace, seen=seen)
            if tally:
                runs.add_to_run(connection, tally, report.stored, report.known)
            if checkpoint:
                runs.set_checkpoint(connection, *checkpoint)
        return report

    def sync_actors(self, actors: Iterable[Actor], principals: Mapping[str, Sequence[str]]) -> None:
        """Bring names, kinds, tenures and principals of registry actors up to date.

        ``principals`` gives for an actor's id everyone for whom it speaks, directly or through others.
        """
        with self.write() as connection:
            if naming.sync_actors(connection, tuple(actors), principals):
                rollups.recount_sides(connection)
                saving.raise_version(connection)

    def review(self, statement_id: str, verdict: Verdict, *, by: str, **changes: Any) -> Correction:
        """Keep what a person says of a statement, and let it win from now on, whatever is extracted later.

        ``changes`` are fields of the statement with the values that they should have. Raises UsageError where the
        store holds no such statement, StoreError.
        """
        with self.write() as connection:
            return reviewing.review(connection, statement_id, verdict, by, changes)

    def take_corrections(self, corrections: Iterable[Correction]) -> int:
        """Keep corrections made elsewhere that are newer than those here, and say how many these are."""
        with self.write() as connection:
            return reviewing.take_corrections(connection, corrections)

    def withdraw(self, correction: Correction) -> None:
        """Forget a correction: what the engine found stands again."""
        with self.write() as connection:
            reviewing.withdraw(connection, correction)

    def latest_corrections(self, limit: int) -> list[Correction]:
        """The corrections that were made last, the newest first."""
        with self.read() as connection:
            return reviewing.latest_corrections(connection, limit)

    def corrected_articles(self) -> Iterator[tuple[Article | None, list[Correction]]]:
        """Every article with its corrections, in the order of content hashes; None for one that is not stored."""
        with self.read() as connection:
            yield from reviewing.corrected_articles(connection)

    def decisions(self) -> tuple[Decision, ...]:
        """What people decided about actors, the first decision first."""
        with self.read() as connection:
            return decisions.list_decisions(connection)

    def decide(self, made: Sequence[Decision], *, concerned: Collection[str] = ()) -> None:
        """Keep decisions about actors; the articles with the content hashes ``concerned`` become stale."""
        with self.write() as connection:
            decisions.add_decisions(connection, made, concerned)
            saving.raise_version(connection)

    def views(self, owner: str) -> dict[str, str]:
        """The addresses that somebody keeps, by name."""
        with self.read() as connection:
            return views.list_views(connection, owner)

    def keep_view(self, owner: str, name: str, address: str) -> None:
        """Keep an address for somebody under a name; another one of this name gives way."""
        with self.write() as connection:
            views.keep_view(connection, owner, name, address)

    def drop_view(self, owner: str, name: str) -> None:
        """Forget an address that somebody keeps."""
        with self.write() as connection:
            views.drop_view(connection, owner, name)

    def known(self, hashes: Iterable[str]) -> set[str]:
        """Those of some content hashes whose articles the store has."""
        with self.read() as connection:
            return reading.known_hashes(connection, hashes)

    def stats(self) -> Stats:
        """Count what the store holds."""
        with self.read() as connection:
            return read_stats(connection)

    def checkpoint(self, source: str) -> int:
        """The number of the last record of a source that was dealt with, 0 for none."""
        with self.read() as connection:
            return runs.get_checkpoint(connection, source)

    def articles(self, batch_size: int = 500, *, stale: str | None = None) -> Iterator[tuple[Article, ...]]:
        """Every article in batches, oldest first; with ``stale`` only those not annotated by that extractor version.

        An empty one is none: those that were not annotated by any.
        Between batches nothing is held, so that a writer may save them.
        """
        after = None
        while True:
            with self.read() as connection:
                batch = reading.read_articles(connection, batch_size, after=after, stale=stale)
            if not batch:
                return
            after = batch[-1].key
            yield tuple(stored.article for stored in batch)

    def stale(self, version: str) -> int:
        """How many articles were not annotated by this version of the extractor; by any, where it is empty."""
        with self.read() as connection:
            return reading.count_stale(connection, version)

    def rebuild(self) -> None:
        """Make full text, rollups and groups of near copies anew from the rows, in one transaction."""
        with self.write() as connection:
            full_text.rebuild_texts(connection)
            copies.rebuild_copies(connection)
            rollups.rebuild(connection)
            saving.raise_version(connection)

    def start_run(self, command: str, *, extractor: str | None = None, sources: Sequence[str] = ()) -> int:
        """Note that a command begins to write; its number is for the tallies of ``save`` and for ``end_run``."""
        with self.write() as connection:
            return runs.start_run(connection, command, extractor, sources)

    def end_run(self, run: int) -> None:
        """Note that a run has ended."""
        with self.write() as connection:
            runs.end_run(connection, run)

    def runs(self) -> tuple[Run, ...]:
        """Every run, newest first; one without an end was broken off."""
        with self.read() as connection:
            return runs.list_runs(connection)

    def rejections(self, run: int) -> Iterator[Rejected]:
        """What a run did not take, in order, with the records that can be mended and read again."""
        with self.read() as connection:
            yield from runs.list_rejections(connection, run)
