"""What the machine does to an ingest: one clear line, the right exit code, and a store that is sound."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.cli.running import one_line
from tests.load.kills import start_ingest, stored
from tests.load.test_load import fill, write
from tests.store.rows import contents

from bayan.queries import Selection, questions
from bayan.store import open_store, verify


def ingest(db: Path, file: Path, before: Sequence[str] = (), room: int | None = None) -> tuple[int, bytes]:
    """Run the command, with so many bytes for a file at most; its exit code and what it said."""

    def limit() -> None:
        if room:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    command = [*before, sys.executable, "-m", "bayan", "--db", str(db), "ingest", str(file)]
    run = subprocess.run(command, stderr=subprocess.PIPE, preexec_fn=limit)
    return run.returncode, run.stderr


def is_sound(db: Path) -> bool:
    with open_store(db) as store:
        return list(verify(store)) == []


@pytest.mark.parametrize("part", [0.3, 0.6, 0.8])
def test_a_disk_that_takes_no_more(tmp_path: Path, part: float) -> None:
    """What was stored before stays, and the next run goes on."""
    file, whole, db = write(tmp_path / "a.jsonl", range(1_300)), tmp_path / "whole.db", tmp_path / "b.db"
    fill(str(whole), file)
    code, said = ingest(db, file, room=int(whole.stat().st_size * part))
    assert code == 2
    assert str(db) in one_line(said)
    assert is_sound(db)
    assert ingest(db, file)[0] == 0
    assert contents(str(db)) == contents(str(whole))


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    without = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    before = without if os.geteuid() == 0 else []
    if before and not shutil.which("setpriv"):
        pytest.skip("setpriv is not installed: root may write everywhere without it")
    folder = tmp_path / "folder"
    folder.mkdir()
    db, file = folder / "b.db", write(tmp_path / "a.jsonl", range(20))
    fill(str(db), file)
    kept = db.read_bytes()
    db.chmod(0o444)
    folder.chmod(0o555)
    try:
        for place in (db, folder / "new.db"):
            code, said = ingest(place, write(tmp_path / "b.jsonl", range(20, 40)), before)
            assert code == 2
            assert str(place) in one_line(said)
    finally:
        folder.chmod(0o755)
    assert db.read_bytes() == kept


def test_two_ingests_and_a_reader_at_once(tmp_path: Path) -> None:
    """Both end well, articles that both bring are stored once, and whoever reads sees whole batches alone."""
    db = str(tmp_path / "b.db")
    files = write(tmp_path / "a.jsonl", range(1_200)), write(tmp_path / "b.jsonl", range(800, 2_000))
    fill(db)
    runs = [start_ingest(db, file, 1) for file in files]
    seen = [0]
    while any(run.poll() is None for run in runs):
        with open_store(db) as store:
            seen.append(questions.totals(store, Selection()).articles)
            assert sum(run.stored for run in store.runs()) >= seen[-1]
    assert [run.returncode for run in runs] == [0, 0]
    assert seen == sorted(seen)
    assert len(stored(db)) == 2_000
    assert is_sound(Path(db))
