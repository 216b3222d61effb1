"""Files that are handed in: the store holds what `bayan ingest` would have stored, and every fault is told."""

from __future__ import annotations

import json
import time
from io import BytesIO
from pathlib import Path

import pytest

from bayan.errors import REASONS
from bayan.show.receiving import Desk, Handed, Intake
from bayan.show.words import load_words
from bayan.store import open_store

ARTICLE = json.dumps({"title": "خبر", "body": "قال سيرغي لافروف إن الحل سياسي.", "outlet": "x.example"})


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "bayan.db"
    open_store(path, write=True, create=True).close()
    monkeypatch.setenv("BAYAN_DB", str(path))
    return path


def hand_in(*files: tuple[str, bytes], outlet: str | None = None) -> Intake:
    desk = Desk()
    assert desk.receive([Handed(name, BytesIO(data)) for name, data in files], outlet)
    intake = desk.last
    assert intake is not None
    for _ in range(6_000):
        if intake.over:
            return intake
        time.sleep(0.01)
    raise AssertionError("the files were not read")


def test_files_are_stored_with_their_statements(db: Path) -> None:
    page = "<title>ع</title><p>صرح ناطق باسم وزارة الخارجية للصحفيين أن المباحثات ستستأنف في الأسبوع المقبل."
    intake = hand_in(("a.jsonl", f"{ARTICLE}\n[1]\n".encode()), ("page.html", page.encode()), outlet="y.example")
    report = intake.report
    assert report is not None
    assert (report.read, report.stored, report.known, report.rejected) == (3, 2, 0, {"not-object": 1})
    assert [one.where for one in intake.rejected] == ["a.jsonl:2"]
    with open_store(db) as store:
        assert {one.outlet for batch in store.articles() for one in batch} == {"x.example", "y.example"}
        assert store.stats().statements >= 1
        assert [(run.command, len(run.sources)) for run in store.runs()] == [("upload", 2)]


def test_files_of_one_name_are_both_read(db: Path) -> None:
    other = ARTICLE.replace("x.example", "z.example")
    report = hand_in(("a.jsonl", ARTICLE.encode()), ("a.jsonl", other.encode())).report
    assert report is not None and report.stored == 2


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..", "", "C:\\a\\b.html", "x" * 5_000, "خ" * 300, "a\x00b", "\ud800"]
)
def test_no_name_leads_out_of_the_folder_or_stops_the_reading(db: Path, name: str) -> None:
    report = hand_in((name, ARTICLE.encode())).report
    assert report is not None and report.stored == 1
    with open_store(db) as store:
        (article,) = next(store.articles())
    assert "/" not in article.source and "\\" not in article.source


def test_a_store_that_cannot_be_written_is_told(db: Path) -> None:
    db.write_bytes(b"this is no store")
    intake = hand_in(("a.jsonl", ARTICLE.encode()))
    assert intake.report is None and not intake.failure
    assert intake.fault
    assert str(db) in str(intake.fault) and intake.fault.code == "no_store"


def test_one_lot_at_a_time(db: Path) -> None:
    desk = Desk()
    desk.last = Intake(("earlier",))
    assert not desk.receive([Handed("a.jsonl", BytesIO(ARTICLE.encode()))], None)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_reason_is_told_in_both_languages(lang: str) -> None:
    words = load_words(lang)
    assert [reason for reason in REASONS if not words.has(f"reason.{reason.replace('-', '_')}")] == []
