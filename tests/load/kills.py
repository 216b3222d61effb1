"""An ingest that is killed at random moments and begun again: what is lost, doubled or different in the end.

By hand, with as many kills as wanted: PYTHONPATH=. .venv/bin/python -m tests.load.kills 129 ARTICLES.jsonl [SEED]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import NamedTuple, Protocol

from sqlalchemy import select
from tests.places import Files
from tests.store.rows import contents

from bayan.errors import StoreError
from bayan.load import load_paths
from bayan.store import open_store, tables, verify

_BATCH = 500


class Told(NamedTuple):
    """Kills that hit a run before its end, whole runs that came about, and every fault in words."""

    kills: int
    runs: int
    faults: tuple[str, ...]


class Run(Protocol):
    """A process that ingests: None while it runs, then its exit code."""

    def poll(self) -> int | None: ...
    def kill(self) -> None: ...
    def wait(self) -> int | None: ...


class Forked:
    """An ingest in a copy of this process, which has the engine already: for many kills in little time."""

    def __init__(self, db: str, file: Path) -> None:
        self._process = get_context("fork").Process(target=ingest, args=(db, file))
        self._process.start()

    def poll(self) -> int | None:
        return self._process.exitcode

    def kill(self) -> None:
        self._process.kill()

    def wait(self) -> int | None:
        self._process.join()
        return self._process.exitcode


def ingest(db: str, file: Path) -> None:
    with open_store(db, write=True, create=True) as store:
        load_paths(store, [file])


def start_ingest(db: str, file: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bayan", "--db", db, "ingest", str(file), "--workers", str(workers)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def stored(db: str) -> set[bytes]:
    """The hashes of what a store holds; nothing where there is none yet."""
    try:
        with open_store(db) as store, store.read() as connection:
            return {bytes(one) for one in connection.execute(select(tables.article.c.hash)).scalars()}
    except StoreError:
        return set()


def wait_for_batches(run: Run, db: str, wanted: int) -> set[bytes]:
    """What was seen to be stored when it were so many articles, or when the run had ended."""
    while run.poll() is None:
        if len(seen := stored(db)) >= wanted:
            return seen
        time.sleep(0.05)
    return set()


def faults_of(db: str) -> list[str]:
    """What `verify` finds; nothing where there is no store yet."""
    try:
        with open_store(db) as store:
            return list(verify(store))
    except StoreError:
        return []


def kill_often(
    new: Callable[[], str],
    free: Callable[[str], None],
    file: Path,
    kills: int,
    dice: Random,
    start: Callable[[str, Path], Run],
) -> Told:
    """Kill so many times, and verify after each; a run that comes to its end is compared with one that was left
    alone, and the next begins."""
    whole = new()
    begun = time.monotonic()
    ingest(whole, file)
    a_batch = (time.monotonic() - begun) * _BATCH / len(stored(whole))
    wanted = contents(whole)
    faults: list[str] = []
    hits = runs = tries = 0
    db, acknowledged = new(), set[bytes]()
    while hits < kills or not runs or acknowledged:
        run = start(db, file)
        if hits < kills:
            acknowledged |= wait_for_batches(run, db, len(acknowledged) + dice.randrange(2) * _BATCH)
            time.sleep(dice.random() * a_batch)
            hits += run.poll() is None
            run.kill()
        ended = run.wait() == 0
        held = stored(db)
        tries += 1
        if lost := acknowledged - held:
            faults.append(f"try {tries}: {len(lost)} articles were lost")
        acknowledged = held
        faults += [f"try {tries}: {fault}" for fault in faults_of(db)]
        if ended:
            runs += 1
            faults += [f"run {runs}: {name} differs" for name, rows in contents(db).items() if rows != wanted[name]]
            free(db)
            db, acknowledged = new(), set()
        print(f"{tries} tries, {hits} killed, {runs} runs whole, {len(faults)} faults", file=sys.stderr, flush=True)
    return Told(hits, runs, tuple(faults))


def main(kills: int, file: Path, seed: int = 1) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = Files(Path(folder))
        told = kill_often(files.new, files.free, file, kills, Random(seed), Forked)
    print(f"{told.kills} kills before the end of a run, {told.runs} runs came to their end")
    print("\n".join(told.faults) or "nothing lost, nothing twice, each store as one of an undisturbed run")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
