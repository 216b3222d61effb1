"""Extraction in this process or in several: one pure function over batches, results in the order of the input.

ProcessPoolExecutor, never Pool: a worker that dies ends the run with a sentence instead of hanging for ever.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import lru_cache
from multiprocessing import get_context
from typing import TypeVar

from bayan.actors import Decision, decide, load_registry
from bayan.errors import BayanError, Rejected
from bayan.extract import Extractor
from bayan.records import Article, Extraction

Found = Extraction | Rejected
Task = TypeVar("Task")
Result = TypeVar("Result")

_MOST_STATEMENTS = 1_000  # the keys of a store have room for 1,024 in one article
_WATCH = 1.0  # seconds between two looks at whether the main process lives
_GARBAGE = 20_000
"""Objects between two looks for garbage. What is there when a run begins, the engine above all, stays until its end:
looking it over again and again took a twelfth of the time."""
_AHEAD = 4
"""Tasks that wait for each worker: so many that none is idle while the main process saves, so few that memory stays
flat."""


def engine(decisions: tuple[Decision, ...] = ()) -> Extractor:
    """The engine of this process, loaded once; with actors as a store's decisions leave them."""
    return _load(decisions)


@lru_cache(maxsize=1)
def _load(decisions: tuple[Decision, ...]) -> Extractor:
    return Extractor.load(decide(load_registry(), decisions))


@contextmanager
def rare_garbage() -> Iterator[None]:
    """Look for garbage seldom, and not among what is there already."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_GARBAGE)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def extract(extractor: Extractor, article: Article) -> Extraction:
    """What the engine finds. Raises Rejected (``engine``) where it fails: one article must not end a long run."""
    try:
        return extractor.extract(article)
    except Exception as error:
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        raise Rejected("engine_failed", article.source, cause=cause) from error


def extract_all(articles: list[Article], decisions: tuple[Decision, ...] = ()) -> list[Found]:
    """What the engine finds in each article, or why it failed there."""
    extractor = engine(decisions)  # a broken data file is no fault of an article
    return [_extract_or_tell(extractor, article) for article in articles]


def _extract_or_tell(extractor: Extractor, article: Article) -> Found:
    try:
        found = extract(extractor, article)
    except Rejected as rejected:
        return rejected
    if len(found.statements) > _MOST_STATEMENTS:
        return Rejected("many_statements", article.source, count=len(found.statements))
    return found


def run_in_order(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    workers: int,
    *,
    prepare: Callable[[], object] = engine,
) -> Iterator[Result]:
    """The results of a module-level function over tasks, in order; each worker calls ``prepare`` before the first.

    Raises BayanError where a worker process dies.
    """
    if workers <= 1:
        yield from map(function, tasks)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(prepare,))
    try:
        yield from _results(pool, function, tasks, workers * _AHEAD)
    except BrokenProcessPool as error:
        message = "a worker process died (out of memory?): what was stored stays; run again, with fewer workers."
        raise BayanError(message) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _results(
    pool: ProcessPoolExecutor, function: Callable[[Task], Result], tasks: Iterable[Task], ahead: int
) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque()
    for task in tasks:
        waiting.append(pool.submit(function, task))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _start_worker(prepare: Callable[[], object]) -> None:
    """Ctrl-C is for the main process alone, which ends its workers; where it was killed, they end by themselves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    prepare()
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def _end_with(parent: int) -> None:
    """A killed process leaves its workers waiting for tasks for ever, each with an engine in memory."""
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)
