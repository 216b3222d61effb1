"""Annotation on a cluster gives what one process gives, whoever dies in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.load.spread import (
    CHANGING,
    SHARD,
    Cluster,
    annotate_there,
    fill,
    lose_worker_and_command,
    start_cluster,
    wait_for_shards,
)
from tests.load.test_load import record
from tests.store.rows import contents

from bayan.load import annotate
from bayan.load.shards import read_shard, write_shard
from bayan.load.workers import extract_all
from bayan.records import Article
from bayan.store import open_store


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with start_cluster(tmp_path) as started:
        yield started


def articles(count: int) -> list[Article]:
    made = (record(number) for number in range(count))
    return [Article(one["outlet"], one["title"], one["body"], source=f"a:{number}") for number, one in enumerate(made)]


def test_workers_may_die_and_runs_may_be_stopped(tmp_path: Path, cluster: Cluster) -> None:
    """One worker is killed in the middle, then the command itself; run again, the store is that of one process."""
    count = 6 * SHARD + 7
    alone, there = fill(tmp_path / "alone.db", articles(count)), fill(tmp_path / "there.db", articles(count))
    with open_store(alone, write=True) as store:
        annotate(store)
    lose_worker_and_command(there, cluster, 6)
    for whole in list((tmp_path / "there.db.shards").glob("*.parquet")):
        whole.with_name(f"{whole.name}.1.part").write_bytes(b"what a worker had begun when it died")
    run = annotate_there(there, cluster.address)
    told = run.communicate()[1]
    assert run.returncode == 0, told
    assert contents(str(there), CHANGING) == contents(str(alone), CHANGING)
    assert list((tmp_path / "there.db.shards").iterdir()) == []


def test_a_scheduler_that_is_lost_or_not_there_is_told_in_one_line(tmp_path: Path, cluster: Cluster) -> None:
    path = fill(tmp_path / "s.db", articles(4 * SHARD))
    address = cluster.address
    cluster.start_worker()
    run = annotate_there(path, address)
    wait_for_shards(path, run, 1)
    cluster.scheduler.kill()
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
