"""An ingest that is killed at random moments and begun again: what is lost, doubled or different in the end.

By hand, with as many kills as wanted: PYTHONPATH=. .venv/bin/python -m tests.load.kills 129 ARTICLES.jsonl
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from sqlalchemy import select
from tests.places import Files
from tests.store.rows import contents

from bayan.errors import StoreError
from bayan.load import load_paths
from bayan.store import open_store, tables, verify

_PART = 0.25
"""Of the time of a whole run a try has so much at most: the next one goes on, so every moment is hit in the end."""


class Told(NamedTuple):
    """Kills, how many hit a run before its end, whole runs that came about, and every fault in words."""

    kills: int
    hits: int
    runs: int
    faults: tuple[str, ...]


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


def kill_often(
    new: Callable[[], str], free: Callable[[str], None], file: Path, kills: int, workers: int, dice: Random
) -> Told:
    """Kill so many times; a run that comes to its end is compared with one that was left alone, and the next begins."""
    whole = new()
    begun = time.monotonic()
    with open_store(whole, write=True, create=True) as store:
        load_paths(store, [file], workers=workers)
    longest = time.monotonic() - begun
    wanted = contents(whole)
    faults: list[str] = []
    hits = runs = 0
    db, acknowledged = new(), set[bytes]()
    for number in range(kills + 1):
        run = start_ingest(db, file, workers)
        if number < kills:
            time.sleep(dice.random() * longest * _PART)
            hits += run.poll() is None
            run.send_signal(signal.SIGKILL)
        ended = run.wait() == 0
        held = stored(db)
        if lost := acknowledged - held:
            faults.append(f"kill {number}: {len(lost)} articles were lost")
        acknowledged = held
        print(f"{number + 1} tries, {hits} killed, {runs + ended} runs whole, {len(faults)} faults", file=sys.stderr)
        if ended:
            runs += 1
            faults += [f"run {runs}: {name} differs" for name, rows in contents(db).items() if rows != wanted[name]]
            with open_store(db) as store:
                faults += verify(store)
            free(db)
            db, acknowledged = new(), set()
    return Told(kills, hits, runs, tuple(faults))


def main(kills: int, file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = Files(Path(folder))
        told = kill_often(files.new, files.free, file, kills, 1, Random(1))
    print(f"{told.kills} kills, {told.hits} of them before the end of a run, {told.runs} runs came to their end")
    print("\n".join(told.faults) or "nothing lost, nothing twice, each store as one of an undisturbed run")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
