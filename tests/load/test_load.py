"""Files → store → statements: once and whole, whatever stops the run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import partial
from multiprocessing import Process
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.load.kills import kill_often, start_ingest
from tests.places import Places
from tests.store.rows import change, contents

from bayan.errors import Rejected, UsageError
from bayan.load import annotate, load_paths, write_rejects
from bayan.queries import Selection, questions
from bayan.store import open_store, verify

SPEAKERS = ["سيرغي لافروف", "إبراهيم كالين", "خلوصي أكار", "إيمانويل ماكرون"]


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


def fill(place: str, *files: Path, **options: Any) -> Any:
    with open_store(place, write=True, create=True) as store:
        return load_paths(store, files, **options)


def test_articles_are_stored_with_their_statements(place: str, tmp_path: Path) -> None:
    report = fill(place, write(tmp_path / "a.jsonl", range(20)))
    assert (report.read, report.stored, report.known, report.rejected.total()) == (20, 20, 0, 0)
    with open_store(place) as store:
        held = store.stats()
        assert (held.articles, held.annotated, held.outlets) == (20, 20, 3)
        assert held.statements >= 20
        assert list(verify(store)) == []


def test_a_second_run_stores_nothing(place: str, tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", range(30))
    fill(place, file)
    before = contents(place)
    report = fill(place, file)
    assert (report.stored, report.known) == (0, 30)
    assert contents(place) == before


def test_the_same_article_in_two_files_is_stored_once(place: str, tmp_path: Path) -> None:
    report = fill(place, write(tmp_path / "a.jsonl", range(5)), write(tmp_path / "b.jsonl", range(3, 9)))
    assert (report.stored, report.known) == (9, 2)


def test_workers_change_nothing(places: Places, tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", range(120))
    one, two = places.new(), places.new()
    fill(one, file)
    fill(two, file, workers=2)
    assert contents(one) == contents(two)


def test_what_is_rejected_is_told_and_counted(place: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with write(folder / "a.jsonl", range(3)).open("a") as file:
        file.write("[1]\n{bad\n")
    (folder / "empty.txt").touch()
    told: list[Rejected] = []
    report = fill(place, folder, on_rejected=told.append)
    assert report.stored == 3
    assert report.rejected == {"not-object": 1, "not-json": 1, "empty": 1}
    assert [rejected.where for rejected in told] == ["folder/a.jsonl:4", "folder/a.jsonl:5", "folder/empty.txt"]
    with open_store(place) as store:
        (run,) = store.runs()
        assert run.ended_at and run.rejected == report.rejected
        left = questions.left_out(store)
        assert [(row.run, row.where, row.reason) for row in left] == [(1, one.where, one.reason) for one in told]
        assert len(questions.left_out(store, limit=2)) == 2


def test_what_is_rejected_can_be_mended_and_read_again(place: str, tmp_path: Path) -> None:
    """Records come back with their outlet and all their fields; what is not mended is rejected again."""
    folder = tmp_path / "صحيفة"
    folder.mkdir()
    bad = {"title": "خبر", "body": 7, "published": "2020-07-08", "id": "x-1"}
    (folder / "a.jsonl").write_text(json.dumps(bad, ensure_ascii=False) + '\n{"title": "cut\n', encoding="utf-8")
    (folder / "b.json").write_text(json.dumps([bad | {"title": "آخر"}], ensure_ascii=False), encoding="utf-8")
    (folder / "c.csv").write_text("title,body,outlet\nعنوان,,x.example\n,,\nأ,ب\n", encoding="utf-8")
    (folder / "empty.txt").touch()
    mend = tmp_path / "mend.jsonl"
    with open_store(place, write=True, create=True) as store:
        report = load_paths(store, [folder])
        assert (report.stored, report.rejected.total()) == (1, 6)
        assert write_rejects(mend, store.rejections(report.run)) == 6
        rows = [json.loads(line) for line in mend.read_text(encoding="utf-8").splitlines()]
        assert [row["rejected"]["reason"] for row in rows] == [
            "wrong-type", "not-json", "wrong-type", "no-text", "bad-row", "empty",
        ]  # fmt: skip
        assert rows[0] == {"outlet": "صحيفة", **bad, "rejected": rows[0]["rejected"]}
        assert rows[1]["line"] == '{"title": "cut'
        assert rows[4]["title"] == "أ"
        assert rows[5].keys() == {"rejected"}
        for row in rows[:3]:
            row["body"] = "قال سيرغي لافروف إن الحل سياسي."
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        mend.write_text("\n".join(lines), encoding="utf-8")
        again = load_paths(store, [mend])
        assert (again.stored, again.rejected.total(), again.notes.fields) == (4, 2, {"line": 1})
        outlets = {article.outlet for batch in store.articles() for article in batch}
        assert outlets == {"صحيفة", "x.example"}
        assert [run.rejected.get("no-text") for run in store.runs()] == [2, 1]
        assert [run.sources for run in store.runs()] == [(str(mend),), (str(folder),)]


def test_a_run_that_was_killed_tells_how_far_it_came(place: str, tmp_path: Path) -> None:
    with write(tmp_path / "a.jsonl", range(1_100)).open("a") as file:
        file.write("[1]\n" * 300)
    run = Process(target=ingest_until_a_batch_is_saved, args=(place, tmp_path / "a.jsonl"))
    run.start()
    run.join()
    assert run.exitcode == -signal.SIGKILL
    with open_store(place, write=True) as store:
        (broken,) = store.runs()
        assert broken.ended_at is None
        assert broken.stored == store.stats().articles == 500
        report = load_paths(store, [tmp_path / "a.jsonl"])
        ended = store.runs()[0]
        counts = (ended.read, ended.stored, ended.known, ended.resumed)
        assert counts == (report.read, report.stored, report.known, report.resumed)
        assert (broken.stored + ended.stored, ended.read) == (1_100, 1_400)
        told = [list(store.rejections(one.id)) for one in (broken, ended)]
        assert sorted(one.where for many in told for one in many) == sorted(f"a.jsonl:{n}" for n in range(1_101, 1_401))


def test_every_source_of_an_article_is_kept(place: str, tmp_path: Path) -> None:
    fill(place, write(tmp_path / "a.jsonl", range(2)), write(tmp_path / "b.jsonl", range(1, 3)))
    fill(place, write(tmp_path / "c.jsonl", range(1, 2)))
    with open_store(place) as store:
        rows = {row.title: (row.source, *row.also_from) for row in questions.iter_articles(store, Selection())}
    assert rows == {
        "خبر رقم 0": ("a.jsonl:1",),
        "خبر رقم 1": ("a.jsonl:2", "b.jsonl:1", "c.jsonl:1"),
        "خبر رقم 2": ("b.jsonl:2",),
    }


def test_a_book_ends_no_run(place: str, tmp_path: Path) -> None:
    """More statements than a store holds of one article: named, and the other articles are stored."""
    body = "\n".join(f"قال سيرغي لافروف إن الخطة رقم {number} ضرورية." for number in range(1_100))
    with write(tmp_path / "a.jsonl", range(3)).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"title": "كتاب", "body": body}, ensure_ascii=False))
    report = fill(place, tmp_path / "a.jsonl")
    assert (report.stored, report.rejected) == (4, {"too-large": 1})


def test_a_missing_path_stores_nothing(place: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        fill(place, write(tmp_path / "a.jsonl", range(3)), tmp_path / "nowhere")
    with open_store(place) as store:
        assert store.stats().articles == 0


def test_annotating_again_gives_the_same_rows(place: str, tmp_path: Path) -> None:
    fill(place, write(tmp_path / "a.jsonl", range(30)))
    before = contents(place)
    with open_store(place, write=True) as store:
        assert annotate(store).read == 30
        assert annotate(store, stale_only=True).read == 0
    after = contents(place)
    assert {name for name in before if before[name] != after[name]} <= {"state"}


def test_articles_of_another_engine_are_annotated(place: str, tmp_path: Path) -> None:
    fill(place, write(tmp_path / "a.jsonl", range(30)))
    before = contents(place)
    change(place, "UPDATE extractor SET name = 'older'")
    with open_store(place, write=True) as store:
        assert annotate(store, stale_only=True).read == 30
    assert contents(place)["statement"] == before["statement"]


@pytest.mark.parametrize("workers", [1, 2])
def test_kills_lose_nothing_and_double_nothing(places: Places, tmp_path: Path, workers: int) -> None:
    """Killed at any moment and run again: the same store as a run that was left alone."""
    file, dice = write(tmp_path / "a.jsonl", range(1_300)), Random(workers)
    start = partial(start_ingest, workers=workers)
    told = kill_often(places.new, places.free, file, 2, dice, start)
    assert told.faults == ()
    assert (told.kills, told.runs) >= (2, 1)


def test_a_worker_holds_no_reader_and_no_database() -> None:
    """Each worker of a run is a process of its own: what it loads in vain is paid for once a worker."""
    loaded = "import sys, bayan.__main__, bayan.load.workers; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert {"sqlalchemy", "openpyxl", "httpx", "bayan.ingest", "bayan.store"}.isdisjoint(told.stdout.split())


def ingest_until_a_batch_is_saved(db: str, file: Path) -> None:
    """An ingest that is killed right after its first batch, before it can go on."""
    with open_store(db, write=True, create=True) as store:
        load_paths(store, [file], on_progress=lambda _: os.kill(os.getpid(), signal.SIGKILL))
