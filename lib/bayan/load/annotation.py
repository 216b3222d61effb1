"""Stored articles → their statements and mentions once more, by the engine as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bayan.load.batches import Batch, extract_batches, to_save
from bayan.load.report import OnProgress, OnRejected, Report, ignore
from bayan.load.run import begin_run, sync_actors
from bayan.load.workers import engine
from bayan.records import Article
from bayan.store import Store

_WAITING = ""
"""No version of the engine: articles that wait are those that none has read as they are."""


def annotate(
    store: Store,
    *,
    stale_only: bool = False,
    most: int | None = None,
    workers: int = 1,
    on_progress: OnProgress = ignore,
    on_rejected: OnRejected = ignore,
) -> Report:
    """Extract again from stored articles and replace what was found in them, batch by batch.

    With ``stale_only`` only from articles that another version of the engine read, or none: a run that was stopped
    goes on where it ended. With ``most`` only from those that wait for any version, as the articles that a decision
    concerns: where they are more, none is read now, the report tells how many are ``waiting``, and the actors of the
    store are brought up to date. ``on_rejected`` hears of articles in which the engine failed. Raises StoreError.
    """
    if most is not None and not 0 < (waiting := store.stale(_WAITING)) <= most:
        sync_actors(store, engine(store.decisions()).grammar.registry)
        return Report(waiting=waiting)
    with begin_run(store, "annotate", on_progress) as run:
        version = _WAITING if most is not None else run.extractor if stale_only else None
        total = store.stats().articles if version is None else store.stale(version)
        for batch, found in extract_batches(_batches(store.articles(stale=version)), workers, run.decisions):
            tally = replace(batch.tally(run.number, found), known=len(batch))
            store.save(to_save(batch, found), extractor=run.extractor, replace=True, tally=tally)
            run.add(tally, on_rejected)
            run.tell(run.report.read / total if total else None)
    return run.report


def _batches(stored: Iterable[tuple[Article, ...]]) -> Iterator[Batch]:
    return (Batch(list(articles)) for articles in stored)
