"""Files and folders → the store: read, extract, save in batches with their checkpoint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bayan.data import data_path
from bayan.errors import Rejected
from bayan.ingest import STANDARD_INPUT, File, Limits, find_files
from bayan.load.batches import Batch, Way, extract_batches, read_batches, to_save
from bayan.load.report import OnProgress, OnRejected, Report, ignore
from bayan.load.run import Run, begin_run
from bayan.load.workers import Found
from bayan.records import Article
from bayan.store import Store


def load_paths(
    store: Store,
    paths: Sequence[str | Path],
    *,
    outlet: str | None = None,
    limits: Limits | None = None,
    columns: Mapping[str, str] | None = None,
    workers: int = 1,
    command: str = "ingest",
    rejected: Sequence[Rejected] = (),
    keep_sources: bool = True,
    on_progress: OnProgress = ignore,
    on_rejected: OnRejected = ignore,
) -> Report:
    """Store every article of the paths (``-`` is standard input) with its statements and mentions.

    ``columns`` names the columns of tables that hold our fields. What is stored already stays as it is; with
    ``keep_sources`` it is kept where it was met again. A run that was stopped goes on where its last batch ended.
    ``on_rejected`` hears of everything that is not taken, and of articles stored without statements because the engine
    failed. ``rejected`` was left out before, and is told with the rest.
    Raises UsageError for a path that is not there, StoreError where saving fails; batches saved before stay.
    """
    files = [*rejected, *_find_all(paths)]
    total = sum(file.path.stat().st_size for file in files if isinstance(file, File) and file is not STANDARD_INPUT)
    with begin_run(store, command, on_progress, sources=[str(path) for path in paths]) as run:
        way = Way(outlet, limits or Limits(), columns or {}, run.report.notes)
        batches = _skip_known(store, read_batches(store, files, way))
        for batch, found in extract_batches(batches, workers, run.decisions):
            _save(store, batch, found, run, on_rejected, seen=batch.known if keep_sources else ())
            run.tell(run.report.notes.bytes / total if total else None)
    return run.report


def load_demo(
    store: Store, *, workers: int = 1, on_progress: OnProgress = ignore, on_rejected: OnRejected = ignore
) -> Report:
    """Store the demo corpus that Bayan carries."""
    demo = [data_path("demo", "gold.jsonl")]
    return load_paths(store, demo, workers=workers, command="demo", on_progress=on_progress, on_rejected=on_rejected)


def _find_all(paths: Iterable[str | Path]) -> Iterator[File | Rejected]:
    for path in paths:
        if str(path) == "-":
            yield STANDARD_INPUT
        else:
            yield from find_files(Path(path))


def _skip_known(store: Store, batches: Iterable[Batch]) -> Iterator[Batch]:
    """The batches without the articles that the store has: nothing is extracted in vain."""
    for batch in batches:
        hashed = [(article.content_hash, article) for article in batch.articles]
        known = store.known([content_hash for content_hash, _ in hashed])
        batch.known = [article for content_hash, article in hashed if content_hash in known]
        batch.articles = [article for content_hash, article in hashed if content_hash not in known]
        yield batch


def _save(
    store: Store,
    batch: Batch,
    found: Sequence[Found],
    run: Run,
    on_rejected: OnRejected,
    *,
    seen: Sequence[Article],
) -> None:
    """One transaction: the batch's articles, what was found in them, the place that is reached, and the report."""
    tally = batch.tally(run.number, found)
    saved = store.save(to_save(batch, found), extractor=run.extractor, checkpoint=batch.place, seen=seen, tally=tally)
    run.report.stored += saved.stored
    run.report.known += saved.known
    run.add(tally, on_rejected)
