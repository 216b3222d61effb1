"""Annotation on the machines of a Dask cluster: shards of articles go out, files come back, one process stores them.

A worker writes what it finds in a shard into a file that is named after the shard and the engine, and that gets its
name when it is whole: so a shard may be given out twice, a worker may die, and a run that was stopped goes on.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bayan.actors import Decision
from bayan.errors import BayanError, UsageError
from bayan.load.batches import Batch, to_save
from bayan.load.report import OnProgress, OnRejected, Report, ignore
from bayan.load.run import Run, begin_run
from bayan.load.shards import read_shard, write_shard
from bayan.load.workers import Found, engine, extract_all
from bayan.records import Article
from bayan.store import Store

_AHEAD = 4  # shards waiting for each thread of the cluster, so that memory stays flat
_SECONDS = 10
_RETRIES = 5


@dataclass(frozen=True, slots=True)
class Shard:
    """Articles that one worker reads, and the file that it writes."""

    articles: tuple[Article, ...]
    path: Path


def annotate_on_cluster(
    store: Store,
    address: str,
    folder: Path,
    *,
    stale_only: bool = False,
    on_progress: OnProgress = ignore,
    on_rejected: OnRejected = ignore,
) -> Report:
    """Extract again from stored articles on the workers of a Dask scheduler; ``folder`` must be one that all see.

    The rows are those that ``annotate`` makes, in the same order. Raises UsageError where Dask is not installed or does
    not answer, BayanError where the cluster fails, StoreError.
    """
    with begin_run(store, "annotate", on_progress, sources=[address]) as run, _cluster(address) as client:
        stale = run.extractor if stale_only else None
        total = store.stale(run.extractor) if stale_only else store.stats().articles
        shards = _shards(store.articles(stale=stale), folder, f"{run.extractor} {run.decisions}")
        for shard in _results(client, shards, run):
            batch, found = Batch(list(shard.articles)), _read(shard)
            tally = replace(batch.tally(run.number, found), known=len(batch))
            store.save(to_save(batch, found), extractor=run.extractor, replace=True, tally=tally)
            _remove(shard)
            run.add(tally, on_rejected)
            run.tell(run.report.read / total if total else None)
    return run.report


def _shards(stored: Iterator[tuple[Article, ...]], folder: Path, engine: str) -> Iterator[Shard]:
    folder.mkdir(parents=True, exist_ok=True)
    for articles in stored:
        name = hashlib.sha256("\n".join([engine, *(one.content_hash for one in articles)]).encode()).hexdigest()[:32]
        yield Shard(articles, folder.resolve() / f"{name}.parquet")


def _results(client: Any, shards: Iterator[Shard], run: Run) -> Iterator[Shard]:
    """The shards in their order, each when its file is there."""
    waiting: deque[tuple[Shard, Any]] = deque()
    for shard in shards:
        task = None
        if not shard.path.exists():
            given = (shard.articles, str(shard.path), run.extractor, run.decisions)
            task = client.submit(extract_shard, *given, pure=False, retries=_RETRIES)
        waiting.append((shard, task))
        while len(waiting) > _AHEAD * max(1, sum(client.nthreads().values())):
            yield _finish(*waiting.popleft())
    while waiting:
        yield _finish(*waiting.popleft())


def _finish(shard: Shard, task: Any) -> Shard:
    if task is not None:
        task.result()
    return shard


def _read(shard: Shard) -> list[Found]:
    if not shard.path.exists():
        told = "is not here: the workers must see the same folder; name one with --shards."
        raise UsageError(f"{shard.path}: what a worker wrote {told}")
    return read_shard(shard.path, shard.articles)


def extract_shard(articles: Sequence[Article], path: str, version: str, decisions: tuple[Decision, ...]) -> None:
    """What a worker does: the same function as on one machine, and a file that is whole or not there."""
    own = engine(decisions).version
    if own != version:
        raise BayanError(f"this worker has another version of Bayan or its data ({own}); install one.")
    started = Path(f"{path}.{os.getpid()}.part")
    write_shard(started, articles, extract_all(list(articles), decisions))
    started.replace(path)


def _remove(shard: Shard) -> None:
    """Remove the file of a shard that is stored, and what workers that died had begun of it."""
    shard.path.unlink()
    for begun in shard.path.parent.glob(f"{shard.path.name}.*.part"):
        begun.unlink(missing_ok=True)


@contextmanager
def _cluster(address: str) -> Iterator[Any]:
    """The cluster; what goes wrong there is told in one sentence. Raises UsageError, BayanError."""
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("--cluster needs Dask: install it with `pip install 'bayan[cluster]'`.") from None
    try:
        _silence()
        client: Any = Client(address, timeout=_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"{address}: no Dask scheduler answers there ({_told(error)}); check the address.") from None
    try:
        with client:
            yield client
    except (BayanError, KeyboardInterrupt, GeneratorExit):
        raise
    except Exception as error:
        told = "the cluster failed; what was stored stays, and the same command goes on"
        raise BayanError(f"{address}: {told} ({_told(error)}).") from None


def _silence() -> None:
    """Dask logs every loss with its traces; here what matters is told in one sentence."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _told(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
