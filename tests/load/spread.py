"""Annotation on a Dask cluster of this machine while its parts are killed: the rows must be those of one process.

By hand, with as many articles as a file has: PYTHONPATH=. .venv/bin/python -m tests.load.spread ARTICLES.jsonl.gz
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tests.store.rows import contents

from bayan.ingest import read
from bayan.load import annotate
from bayan.records import Article
from bayan.store import open_store, verify

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "lib"), "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s"}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": ENVIRONMENT}
SHARD = 500
CHANGING = ("run", "state")


@dataclass
class Cluster:
    """A scheduler and workers, each a process of this machine that speaks TCP."""

    file: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where the scheduler listens, once it has said so: its file is there before anything stands in it."""
        while True:
            with suppress(FileNotFoundError, ValueError):
                return str(json.loads(self.file.read_text())["address"])
            time.sleep(0.05)

    @property
    def scheduler(self) -> subprocess.Popen[bytes]:
        return self.processes[0]

    def start(self, kind: str, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self.file), "--no-dashboard", *words]
        self.processes.append(subprocess.Popen(command, cwd=self.file.parent, **QUIET))
        return self.processes[-1]

    def start_worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", "--no-nanny", "--nthreads", "1")


@contextmanager
def start_cluster(folder: Path) -> Iterator[Cluster]:
    """A scheduler without workers; what is still alive of its cluster ends with it."""
    started = Cluster(folder / "scheduler.json")
    started.file.unlink(missing_ok=True)
    started.start("scheduler", "--host", "127.0.0.1", "--port", "0")
    try:
        yield started
    finally:
        for process in started.processes:
            process.kill()
            process.wait()


def fill(path: Path, articles: Iterable[Article]) -> Path:
    """A store of articles in which nothing was looked for yet."""
    given = iter(articles)
    with open_store(path, write=True, create=True) as store:
        while batch := list(islice(given, SHARD)):
            store.save([(article, None) for article in batch])
    return path


def annotate_there(path: Path, address: str, *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bayan", "--db", str(path), "annotate", "--cluster", address, *words]
    return subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)


def count_shards(path: Path) -> int:
    """Files that are there, and those of which the articles are stored."""
    with open_store(path) as store:
        stored = store.stats().annotated // SHARD
    return stored + len(list(path.with_name(f"{path.name}.shards").glob("*.parquet")))


def wait_for_shards(path: Path, run: subprocess.Popen[str], count: int) -> None:
    """Until there are so many, or the run has ended."""
    while run.poll() is None and count_shards(path) < count:
        time.sleep(0.05)


def lose_worker_and_command(there: Path, cluster: Cluster, shards: int) -> bool:
    """Two workers annotate; one is killed after a third of the shards, the command itself after two thirds.

    Whether the command was still at work then.
    """
    victim, _ = cluster.start_worker(), cluster.start_worker()
    run = annotate_there(there, cluster.address)
    wait_for_shards(there, run, shards // 3)
    victim.send_signal(signal.SIGKILL)
    wait_for_shards(there, run, shards * 2 // 3)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    return run.returncode == -signal.SIGKILL


def lose_scheduler(there: Path, cluster: Cluster, shards: int) -> str:
    """Two workers go on; their scheduler is killed after some shards. The exit code, and what the command says."""
    cluster.start_worker()
    cluster.start_worker()
    before = count_shards(there)
    run = annotate_there(there, cluster.address, "--stale")
    wait_for_shards(there, run, before + max(1, shards // 6))
    cluster.scheduler.kill()
    told = run.communicate()[1]
    return f"exit {run.returncode}: {told.splitlines()[-1]}"


def main(file: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = [one for one in read(file) if isinstance(one, Article)]
        alone, there = fill(folder / "alone.db", articles), fill(folder / "there.db", articles)
        shards = len(articles) // SHARD
        with open_store(alone, write=True) as store:
            annotate(store)
        print(f"one process has annotated {len(articles):,} articles", flush=True)
        with start_cluster(folder) as cluster:
            hit = lose_worker_and_command(there, cluster, shards)
        print(f"a worker was killed, then the command, {'at work' if hit else 'after its end'}", flush=True)
        with start_cluster(folder) as cluster:
            print("the scheduler was killed:", lose_scheduler(there, cluster, shards), flush=True)
        with start_cluster(folder) as cluster:
            cluster.start_worker()
            cluster.start_worker()
            run = annotate_there(there, cluster.address, "--stale")
            print(run.communicate()[1], "exit", run.returncode, flush=True)
        wanted, found = contents(str(alone), CHANGING), contents(str(there), CHANGING)
        with open_store(there) as store:
            faults = list(verify(store))
    for table, rows in wanted.items():
        print(f"{table}: {len(rows):,} rows {'are the same' if rows == found[table] else 'DIFFER'}")
    print("\n".join(faults) or "verify finds nothing wrong")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
