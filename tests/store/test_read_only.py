"""A store that was handed over on a share, or on a medium, that takes no changes: it is read, and never half of it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.modes import closed, heed_modes
from tests.places import Server
from tests.store.made import make_batch

from bayan.store import open_store

COUNT = """
import sys
from bayan.queries import Selection, questions
from bayan.store import open_store

with open_store(sys.argv[1]) as store:
    print(questions.totals(store, Selection()).articles, store.is_read_only(), flush=True)
    for line in sys.stdin:
        print(questions.totals(store, Selection()).articles, flush=True)
"""


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    with open_store(folder / "s.db", write=True, create=True) as store:
        store.save(make_batch(40))
    return folder / "s.db"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bayan", *map(str, words)]
    return subprocess.run(command, preexec_fn=heed_modes, capture_output=True, text=True, check=False)


def files(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


@pytest.mark.parametrize("what", ["folder", "file", "both"])
def test_it_is_read_as_it_lies(stored: Path, what: str, tmp_path: Path) -> None:
    paths = {"folder": [stored.parent], "file": [stored], "both": [stored, stored.parent]}[what]
    before = stored.read_bytes()
    with closed(*paths):
        told = run("--db", stored, "export", "articles", "--format", "jsonl")
        assert (told.returncode, told.stderr) == (0, "")
        assert len({json.loads(line)["id"] for line in told.stdout.splitlines()}) == 40
        for words in (["stats"], ["verify"], ["runs"], ["backup", tmp_path / "copy.db"]):
            assert run("--db", stored, *words).returncode == 0
    assert stored.read_bytes() == before


@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_would_write_is_refused_in_a_sentence(stored: Path, what: str, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("قال لافروف إن الحل سياسي.", encoding="utf-8")
    with closed({"folder": stored.parent, "file": stored}[what]):
        told = run("--db", stored, "ingest", tmp_path / "one.txt")
    assert told.returncode == 2
    assert "read-only" in told.stderr and told.stderr.count("\n") == 1, told.stderr


def test_changes_that_wait_beside_it_are_not_left_out(stored: Path) -> None:
    kept = stored.parent / "kept"
    with open_store(stored, write=True) as store:
        store.save(make_batch(5, first=100))
        wal = stored.with_name("s.db-wal").read_bytes()
        kept.write_bytes(stored.read_bytes())
    assert wal
    kept.replace(stored)
    stored.with_name("s.db-wal").write_bytes(wal)
    with closed(stored.parent):
        told = run("--db", stored, "stats")
    assert told.returncode == 2
    assert "s.db-wal" in told.stderr and told.stderr.count("\n") == 1, told.stderr
    with open_store(stored) as store:
        assert store.stats().articles == 45


@pytest.fixture
def reader(stored: Path) -> Iterator[subprocess.Popen[str]]:
    """A program that counts once more for each line that it is given, and may not write where the store lies."""
    with closed(stored.parent):
        command = [sys.executable, "-c", COUNT, str(stored)]
        with subprocess.Popen(
            command, preexec_fn=heed_modes, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as started:
            yield started


def ask(reader: subprocess.Popen[str]) -> str:
    assert reader.stdin and reader.stdout
    reader.stdin.write("\n")
    reader.stdin.flush()
    return reader.stdout.readline().strip()


def test_what_its_owner_writes_meanwhile_is_seen(stored: Path, reader: subprocess.Popen[str]) -> None:
    assert reader.stdout
    assert reader.stdout.readline().split() == ["40", "True"]
    with open_store(stored, write=True) as store:
        store.save(make_batch(5, first=100))
        assert ask(reader) == "45"
        store.save(make_batch(5, first=200))
        assert ask(reader) == "50"
    assert ask(reader) == "50"
    assert reader.stdin
    reader.stdin.close()


def test_a_store_in_its_owners_hands_is_not_read_only(stored: Path) -> None:
    with open_store(stored) as store:
        assert not store.is_read_only()


def test_a_user_of_a_server_who_may_only_look(server: Server) -> None:
    address = server.new()
    database = address.rpartition("?")[0].rpartition("/")[2]
    with open_store(address, write=True, create=True) as store:
        store.save(make_batch(3))
        assert not store.is_read_only()
    try:
        server.run("CREATE ROLE looks LOGIN", database=database)
        server.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO looks", database=database)
        with open_store(address.replace("bayan:not-told", "looks")) as store:
            assert store.stats().articles == 3
            assert store.is_read_only()
    finally:
        server.run("DROP OWNED BY looks", database=database)
        server.run("DROP ROLE looks")
        server.free(address)


def test_a_copy_without_a_log_of_changes(stored: Path) -> None:
    with closing(sqlite3.connect(stored)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    with closed(stored, stored.parent):
        assert run("--db", stored, "stats").returncode == 0
    assert files(stored) == ["s.db"]
