"""Copies are whole and sound or not there, whatever goes on meanwhile; an older store is copied before it changes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from tests.places import Server
from tests.store.made import make_batch
from tests.store.older import make_older
from tests.store.rows import contents, dump

from bayan.errors import StoreError, UsageError
from bayan.store import backup, open_store, verify

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT / 'lib'}{os.pathsep}{ROOT}"}
WRITER = """
import sys
from bayan.store import open_store
from tests.store.made import make_batch
with open_store(sys.argv[1], write=True, create=True) as store:
    for at in range(0, 4000, 20):
        store.save(make_batch(20, first=at), extractor="1", checkpoint=("made", at + 20))
        print("saved", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_store(tmp_path / "s.db", write=True, create=True) as store:
        store.save(make_batch(300), extractor="1")
    return tmp_path / "s.db"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if not file.name.endswith(("-wal", "-shm")))


def test_a_copy_holds_what_the_store_holds(path: Path) -> None:
    with open_store(path) as store:
        backup(store, path.with_name("copy.db"))
    assert contents(path.with_name("copy.db"), ()) == contents(path, ())
    with open_store(path.with_name("copy.db"), write=True) as copy:
        assert copy.save(make_batch(301)).stored == 1
    assert names(path.parent) == ["copy.db", "s.db"]


def test_a_file_that_is_there_is_left_unless_it_may_be_replaced(path: Path) -> None:
    copy = path.with_name("copy.db")
    copy.write_text("precious")
    with open_store(path) as store:
        for target in (copy, path, path.parent):
            with pytest.raises(UsageError, match="there already"):
                backup(store, target)
        assert copy.read_text() == "precious"
        backup(store, copy, replace=True)
    assert contents(copy) == contents(path)


def test_a_copy_that_cannot_be_written_or_is_not_sound_is_not_kept(path: Path) -> None:
    with open_store(path, write=True) as store:
        with pytest.raises(StoreError, match="nowhere"):
            backup(store, path.parent / "nowhere" / "copy.db")
        with store.write() as connection:
            connection.exec_driver_sql("UPDATE st_day SET n = n + 1")
        with pytest.raises(StoreError, match="not sound"):
            backup(store, path.with_name("copy.db"))
    assert names(path.parent) == ["s.db"]


def test_a_copy_is_made_while_others_write(tmp_path: Path) -> None:
    """Every copy is one moment of the store: whole batches, each of twenty articles."""
    command = [sys.executable, "-c", WRITER, str(tmp_path / "s.db")]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        for number in range(3):
            with open_store(tmp_path / "s.db") as store:
                backup(store, tmp_path / f"{number}.db")
        assert writer.poll() is None
        writer.kill()
    done = []
    for number in range(3):
        with open_store(tmp_path / f"{number}.db") as copy:
            assert list(verify(copy)) == []
            done.append(copy.checkpoint("made"))
            assert sum(map(len, copy.articles())) == done[-1]
    assert done == sorted(done) and done[0] < done[-1]


@pytest.mark.parametrize("seed", range(4))
def test_a_copy_that_is_killed_is_not_there(path: Path, seed: int) -> None:
    before = contents(path, ())
    command = [sys.executable, "-m", "bayan", "--db", str(path), "backup", str(path.with_name("copy.db"))]
    run = subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    time.sleep(0.3 + Random(seed).random())
    run.send_signal(signal.SIGKILL)
    run.wait()
    if path.with_name("copy.db").exists():
        assert contents(path.with_name("copy.db"), ()) == before
    assert contents(path, ()) == before
    with open_store(path) as store:
        backup(store, path.with_name("copy.db"), replace=True)


def test_an_older_store_is_copied_before_it_is_brought_up_to_date(path: Path) -> None:
    make_older(path)
    older = path.read_bytes()
    told: list[str] = []
    with open_store(path, write=True, tell=told.append) as store:
        assert list(verify(store)) == []
    copy = path.with_name("s.db.schema-1.backup")
    assert len(told) == 1 and str(copy) in told[0]
    assert len(copy.read_bytes()) == len(older)
    with pytest.raises(StoreError, match="older Bayan"):
        open_store(copy)
    with open_store(copy, write=True) as store, open_store(path) as migrated:
        assert dump(store) == dump(migrated)


def test_an_older_store_stays_as_it_is_where_no_copy_can_be_made(path: Path) -> None:
    make_older(path)
    before = path.read_bytes()
    path.with_name(f".s.db.schema-1.backup.{os.getpid()}.part").touch()
    with pytest.raises(StoreError, match="no copy can be written"):
        open_store(path, write=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize("seed", range(4))
def test_a_migration_that_is_killed_is_done_or_not(path: Path, seed: int) -> None:
    whole = contents(path, ("run", "migration"))
    make_older(path)
    command = [sys.executable, "-m", "bayan", "--db", str(path), "migrate"]
    run = subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    time.sleep(0.5 + Random(seed).random() * 0.8)
    run.send_signal(signal.SIGKILL)
    run.wait()
    subprocess.run(command, env=ENVIRONMENT, check=True, stderr=subprocess.DEVNULL)
    assert contents(path, ("run", "migration")) == whole
    with open_store(path) as store:
        assert list(verify(store)) == []


def test_a_store_on_a_server_is_copied_by_the_server_s_tool(server: Server, tmp_path: Path) -> None:
    address = server.new()
    with open_store(address, write=True, create=True) as store:
        with pytest.raises(UsageError, match="pg_dump") as caught:
            backup(store, tmp_path / "copy.db")
        assert "not-told" not in str(caught.value)
    make_older(address)
    told: list[str] = []
    with open_store(address, write=True, tell=told.append):
        assert "no copy was made" in told[0] and "not-told" not in told[0]
    assert names(tmp_path) == []
