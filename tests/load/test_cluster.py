"""Annotation on a cluster gives what one process gives, whoever dies in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.load.test_load import record
from tests.store.rows import contents

from bayan.load import annotate
from bayan.load.batches import extract_all
from bayan.load.shards import read_shard, write_shard
from bayan.records import Article
from bayan.store import open_store

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "lib"), "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "5s"}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": ENVIRONMENT}
SHARD = 500


@dataclass
class Cluster:
    """A scheduler and workers, each a process of this machine that speaks TCP."""

    file: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        from json import loads

        while not self.file.exists():
            time.sleep(0.05)
        return str(loads(self.file.read_text())["address"])

    def start(self, kind: str, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self.file), "--no-dashboard", *words]
        self.processes.append(subprocess.Popen(command, cwd=self.file.parent, **QUIET))
        return self.processes[-1]

    def start_worker(self) -> subprocess.Popen[bytes]:
        return self.start("worker", "--no-nanny", "--nthreads", "1")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    started = Cluster(tmp_path / "scheduler.json")
    started.start("scheduler", "--host", "127.0.0.1", "--port", "0")
    yield started
    for process in started.processes:
        process.kill()
        process.wait()


def articles(count: int) -> list[Article]:
    made = (record(number) for number in range(count))
    return [Article(one["outlet"], one["title"], one["body"], source=f"a:{number}") for number, one in enumerate(made)]


def fill(path: Path, count: int) -> Path:
    with open_store(path, write=True, create=True) as store:
        store.save([(article, None) for article in articles(count)])
    return path


def annotate_there(path: Path, address: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bayan", "--db", str(path), "annotate", "--cluster", address]
    return subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)


def wait_for_shards(path: Path, run: subprocess.Popen[str], count: int) -> None:
    """Until so many files are there, or articles that came of them are stored, or the run has ended."""
    while run.poll() is None:
        with open_store(path) as store:
            stored = store.stats().annotated // SHARD
        if stored + len(list(path.with_name(f"{path.name}.shards").glob("*.parquet"))) >= count:
            return
        time.sleep(0.05)


def test_workers_may_die_and_runs_may_be_stopped(tmp_path: Path, cluster: Cluster) -> None:
    """One worker is killed in the middle, then the command itself; run again, the store is that of one process."""
    count = 6 * SHARD + 7
    alone, there = fill(tmp_path / "alone.db", count), fill(tmp_path / "there.db", count)
    with open_store(alone, write=True) as store:
        annotate(store)
    victim, _ = cluster.start_worker(), cluster.start_worker()
    run = annotate_there(there, cluster.address)
    wait_for_shards(there, run, 1)
    victim.send_signal(signal.SIGKILL)
    wait_for_shards(there, run, 3)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    run = annotate_there(there, cluster.address)
    told = run.communicate()[1]
    assert run.returncode == 0, told
    assert contents(there, ("run", "state")) == contents(alone, ("run", "state"))
    assert list((tmp_path / "there.db.shards").iterdir()) == []


def test_a_scheduler_that_is_lost_or_not_there_is_told_in_one_line(tmp_path: Path, cluster: Cluster) -> None:
    path = fill(tmp_path / "s.db", 4 * SHARD)
    address = cluster.address
    cluster.start_worker()
    run = annotate_there(path, address)
    wait_for_shards(path, run, 1)
    cluster.processes[0].kill()
    told = run.communicate()[1]
    assert run.returncode in (0, 2)
    if run.returncode:
        assert "goes on" in told.splitlines()[-1] and "Traceback" not in told
    run = annotate_there(path, "tcp://127.0.0.1:9")
    told = run.communicate()[1]
    assert (run.returncode, told.count("\n")) == (2, 1), told
    assert "no Dask scheduler answers" in told
    with open_store(path, write=True) as store:
        annotate(store, stale_only=True)
        assert store.stats().annotated == 4 * SHARD


def test_a_shard_comes_back_as_it_was(tmp_path: Path) -> None:
    made = articles(40)
    found = extract_all(made)
    write_shard(tmp_path / "s.parquet", made, found)
    assert read_shard(tmp_path / "s.parquet", made) == found
    assert any(one.statements and one.mentions for one in found if not isinstance(one, Exception))
