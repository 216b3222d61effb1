"""A run: noted in the store from its beginning to its end, telling its progress."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from bayan.actors import Decision, Registry
from bayan.load.report import OnProgress, OnRejected, Progress, Report
from bayan.load.workers import engine, rare_garbage
from bayan.store import Store, Tally


@dataclass(slots=True)
class Run:
    """What a run shares between its batches. ``extractor`` is the engine's version, which stamps what it finds.

    ``number`` is that of the run in the store, ``decisions`` are those of the store about actors.
    """

    extractor: str
    decisions: tuple[Decision, ...]
    number: int
    on_progress: OnProgress
    report: Report = field(default_factory=Report)
    start: float = field(default_factory=time.monotonic)

    def add(self, tally: Tally, on_rejected: OnRejected) -> None:
        """Add a batch to the report, and tell what was not taken of it."""
        self.report.read += tally.read
        self.report.known += tally.known
        self.report.resumed += tally.resumed
        for rejected in tally.rejected:
            self.report.rejected[rejected.reason] += 1
            on_rejected(rejected)

    def tell(self, share: float | None) -> None:
        """Tell the progress; ``share`` is the part of the whole that is done (0–1), None where it is not known."""
        self.report.seconds = passed = time.monotonic() - self.start
        left = passed * (1 - share) / share if share else None
        self.on_progress(Progress(self.report.read, self.report.read / max(passed, 0.001), left))


@contextmanager
def begin_run(store: Store, command: str, on_progress: OnProgress, *, sources: Sequence[str] = ()) -> Iterator[Run]:
    """A run on a store whose actors are those of the registry. One without an end in the store was broken off."""
    decisions = store.decisions()
    extractor = engine(decisions)
    sync_actors(store, extractor.grammar.registry)
    number = store.start_run(command, extractor=extractor.version, sources=sources)
    run = Run(extractor.version, decisions, number, on_progress)
    with rare_garbage():
        yield run
    run.report.seconds = time.monotonic() - run.start
    run.report.run = run.number
    store.end_run(run.number)


def sync_actors(store: Store, registry: Registry) -> None:
    """Bring the store's actors to the state of a registry: names, tenures, and for whom each speaks."""
    store.sync_actors(registry.actors, {actor.id: registry.principals(actor.id) for actor in registry.actors})
