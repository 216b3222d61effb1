"""What people decide, on the command line: kept in the store, shown by other commands, taken to another store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.running import Bayan, one_line

from bayan.queries import Selection, questions
from bayan.records import Verdict
from bayan.store import open_store

NAME = "سمير القرقاحي"
BODY = f"قال مدير المستشفى {NAME} إن المستشفى مكتظ."


@pytest.fixture
def news(bayan: Bayan, tmp_path: Path) -> Path:
    lines = [json.dumps({"outlet": f"صحيفة {word}", "title": "المستشفى", "body": BODY}) for word in "اب"]
    path = tmp_path / "news.db"
    bayan("--db", path, "ingest", "-", given="\n".join(lines).encode())
    return path


def test_an_actor_is_accepted_renamed_and_taken_elsewhere(bayan: Bayan, news: Path, tmp_path: Path) -> None:
    suggested = bayan("--db", news, "actors", "suggest", "--stored").stdout.decode()
    assert suggested.split()[:3] == ["2", *NAME.split()]
    run = bayan("--db", news, "actors", "accept", "samir-qarqahi", NAME, "--for", "egypt", "--role", "مدير المستشفى")
    assert one_line(run.stderr) == "1 of 1 decisions kept, 2 articles annotated again.\n"
    assert bayan("--db", news, "actors", "rename", "samir-qarqahi", "--name-en", "Samir al-Qarqahi").returncode == 0
    shown = bayan("--db", news, "actors", "show", NAME).stdout.decode()
    assert "Samir al-Qarqahi" in shown and "مدير المستشفى" in shown
    assert bayan("--db", news, "actors", "suggest", "--stored").stdout.decode() == "no suggestions\n"
    bayan("--db", news, "actors", "export", "--out", tmp_path / "d.jsonl")
    other = tmp_path / "other.db"
    bayan("--db", other, "demo")
    run = bayan("--db", other, "actors", "import", tmp_path / "d.jsonl")
    assert (run.returncode, one_line(run.stderr)[:24]) == (0, "2 of 2 decisions kept, 0")
    assert "samir-qarqahi" in bayan("--db", other, "actors", "list").stdout.decode()


def test_names_are_merged_split_and_dismissed(bayan: Bayan, news: Path) -> None:
    assert bayan("--db", news, "actors", "merge", "sergei-lavrov", NAME).returncode == 0
    assert NAME in bayan("--db", news, "actors", "show", "sergei-lavrov").stdout.decode()
    assert bayan("--db", news, "actors", "split", "sergei-lavrov", NAME).returncode == 0
    run = bayan("--db", news, "actors", "split", "sergei-lavrov", NAME)
    assert run.returncode == 2 and "none of its further names" in one_line(run.stderr)
    assert bayan("--db", news, "actors", "dismiss", NAME).returncode == 0
    assert bayan("--db", news, "actors", "suggest", "--stored").stdout.decode() == "no suggestions\n"
    assert bayan("--db", news, "actors", "restore", NAME).returncode == 0
    assert NAME in bayan("--db", news, "actors", "suggest", "--stored").stdout.decode()


def test_a_bad_line_of_decisions_is_named(bayan: Bayan, news: Path, tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text("{}\n")
    run = bayan("--db", news, "actors", "import", tmp_path / "d.jsonl")
    assert run.returncode == 1 and b"rejected d.jsonl:1" in run.stderr


def test_corrections_are_taken_elsewhere(bayan: Bayan, news: Path, tmp_path: Path) -> None:
    with open_store(news, write=True) as store:
        [first, second] = questions.statements(store, Selection()).rows
        store.review(first.id, Verdict.CONFIRMED, by="nadia")
        store.review(second.id, Verdict.WRONG, by="nadia")
    bayan("--db", news, "corrections", "export", "--out", tmp_path / "c.jsonl")
    assert bayan("evaluate", tmp_path / "c.jsonl").returncode == 0
    run = bayan("--db", news, "corrections", "import", tmp_path / "c.jsonl")
    assert one_line(run.stderr).startswith("2 of 2 corrections taken")
    exported = bayan("--db", news, "export", "statements", "--reviewed", "confirmed", "--format", "jsonl").stdout
    assert [json.loads(line)["reviewed"] for line in exported.splitlines()] == ["confirmed"]
    (tmp_path / "bad.jsonl").write_text("{}\n")
    assert bayan("--db", news, "corrections", "import", tmp_path / "bad.jsonl").returncode == 1
