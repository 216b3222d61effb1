"""Files → store → statements: once and whole, whatever stops the run."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bayan.errors import Rejected, UsageError
from bayan.load import annotate, load_paths
from bayan.store import open_store, stats, verify

SPEAKERS = ["سيرغي لافروف", "إبراهيم كالين", "خلوصي أكار", "إيمانويل ماكرون"]
TIMES = {"article_text": "ingested_at", "migration": "applied_at"}


def record(number: int) -> dict[str, Any]:
    speaker = SPEAKERS[number % len(SPEAKERS)]
    return {
        "outlet": f"صحيفة {number % 3}",
        "title": f"خبر رقم {number}",
        "published": f"2020-{number % 12 + 1:02}-{number % 28 + 1:02}",
        "body": f"قال {speaker} إن الخطة رقم {number} تشمل قروضا ميسرة.\nوأضاف أن الحل سياسي.",
    }


def write(file: Path, numbers: range) -> Path:
    lines = (json.dumps(record(number), ensure_ascii=False) for number in numbers)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but runs, without times. Of full text indexes: which rows they hold."""
    found = {}
    with sqlite3.connect(path) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        ]
        for name in names:
            if name == "run" or (name.startswith(("fts", "st_fts", "sqlite")) and not name.endswith("_docsize")):
                continue
            columns = [column[1] for column in connection.execute(f"PRAGMA table_info({name})")]
            kept = ", ".join(f'"{column}"' for column in columns if column != TIMES.get(name))
            found[name] = sorted(connection.execute(f"SELECT {kept} FROM {name}"), key=repr)
    return found


def fill(path: Path, *files: Path, **options: Any) -> Any:
    with open_store(path, write=True, create=True) as store:
        return load_paths(store, files, **options)


def test_articles_are_stored_with_their_statements(tmp_path: Path) -> None:
    report = fill(tmp_path / "a.db", write(tmp_path / "a.jsonl", range(20)))
    assert (report.read, report.stored, report.known, report.rejected.total()) == (20, 20, 0, 0)
    with open_store(tmp_path / "a.db") as store:
        held = stats(store)
        assert (held.articles, held.annotated, held.outlets) == (20, 20, 3)
        assert held.statements >= 20
        assert list(verify(store)) == []


def test_a_second_run_stores_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", range(30))
    fill(tmp_path / "a.db", file)
    before = contents(tmp_path / "a.db")
    report = fill(tmp_path / "a.db", file)
    assert (report.stored, report.known) == (0, 30)
    assert contents(tmp_path / "a.db") == before


def test_the_same_article_in_two_files_is_stored_once(tmp_path: Path) -> None:
    report = fill(tmp_path / "a.db", write(tmp_path / "a.jsonl", range(5)), write(tmp_path / "b.jsonl", range(3, 9)))
    assert (report.stored, report.known) == (9, 2)


def test_workers_change_nothing(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", range(120))
    fill(tmp_path / "one.db", file)
    fill(tmp_path / "two.db", file, workers=2)
    assert contents(tmp_path / "one.db") == contents(tmp_path / "two.db")


def test_what_is_rejected_is_told_and_counted(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with write(folder / "a.jsonl", range(3)).open("a") as file:
        file.write("[1]\n{bad\n")
    (folder / "empty.txt").touch()
    told: list[Rejected] = []
    report = fill(tmp_path / "a.db", folder, on_rejected=told.append)
    assert report.stored == 3
    assert report.rejected == {"not-object": 1, "not-json": 1, "empty": 1}
    assert [rejected.where for rejected in told] == ["folder/a.jsonl:4", "folder/a.jsonl:5", "folder/empty.txt"]
    with open_store(tmp_path / "a.db") as store:
        (run,) = store.runs()
        assert run.ended_at and run.rejected == report.rejected


def test_a_book_ends_no_run(tmp_path: Path) -> None:
    """More statements than a store holds of one article: named, and the other articles are stored."""
    body = "\n".join(f"قال سيرغي لافروف إن الخطة رقم {number} ضرورية." for number in range(1_100))
    with write(tmp_path / "a.jsonl", range(3)).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"title": "كتاب", "body": body}, ensure_ascii=False))
    report = fill(tmp_path / "a.db", tmp_path / "a.jsonl")
    assert (report.stored, report.rejected) == (4, {"too-large": 1})


def test_a_missing_path_stores_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        fill(tmp_path / "a.db", write(tmp_path / "a.jsonl", range(3)), tmp_path / "nowhere")
    with open_store(tmp_path / "a.db") as store:
        assert stats(store).articles == 0


def test_annotating_again_gives_the_same_rows(tmp_path: Path) -> None:
    fill(tmp_path / "a.db", write(tmp_path / "a.jsonl", range(30)))
    before = contents(tmp_path / "a.db")
    with open_store(tmp_path / "a.db", write=True) as store:
        assert annotate(store).read == 30
        assert annotate(store, stale_only=True).read == 0
    after = contents(tmp_path / "a.db")
    assert {name for name in before if before[name] != after[name]} <= {"state"}


def test_articles_of_another_engine_are_annotated(tmp_path: Path) -> None:
    fill(tmp_path / "a.db", write(tmp_path / "a.jsonl", range(30)))
    before = contents(tmp_path / "a.db")
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("UPDATE extractor SET name = 'older'")
    with open_store(tmp_path / "a.db", write=True) as store:
        assert annotate(store, stale_only=True).read == 30
    assert contents(tmp_path / "a.db")["statement"] == before["statement"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_kill_loses_nothing_and_doubles_nothing(tmp_path: Path, workers: int) -> None:
    """Killed at any moment and run again: the same store as a run that was left alone."""
    file = write(tmp_path / "a.jsonl", range(1_300))
    fill(tmp_path / "whole.db", file)
    killed, moments = tmp_path / "killed.db", random.Random(workers)
    for _ in range(2):
        run = start_ingest(killed, file, workers)
        wait_for_batch(run, killed, moments.randrange(3))
        time.sleep(moments.random() * 0.3)
        run.send_signal(signal.SIGKILL)
        run.wait()
    run = start_ingest(killed, file, workers)
    assert run.wait() == 0
    assert contents(killed) == contents(tmp_path / "whole.db")
    with open_store(killed) as store:
        assert list(verify(store)) == []


def start_ingest(db: Path, file: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bayan", "--db", str(db), "ingest", str(file), "--workers", str(workers)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def wait_for_batch(run: subprocess.Popen[bytes], db: Path, batches: int) -> None:
    """Until so many more batches are saved, or the run has ended."""

    def saved() -> int:
        try:
            with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
                return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
        except sqlite3.Error:
            return 0

    wanted = saved() + batches * 500
    while run.poll() is None and saved() < wanted:
        time.sleep(0.01)
