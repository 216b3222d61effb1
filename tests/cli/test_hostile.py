"""The suite of hostile files beside this repository: each row is read by the command, and ends as the row says.

Its own runner also measures seconds and memory, which say nothing where other tests run at the same time.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.cli.running import Bayan, Ran

FILES = Path(__file__).resolve().parents[3] / "shared" / "hostile" / "files"
MOJIBAKE = ("ط§ظ", "Ø§Ù", "Ù„")
BY_CODE = {"U+0000": "\0", "U+FFFD": "\ufffd", "U+FEFF": "\ufeff"}

Row = dict[str, str]


def rows() -> list[Row]:
    if not FILES.is_dir():
        return []
    with (FILES / "manifest.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def plain(text: str) -> str:
    return re.sub(r"[\s\u2028\u2029\u0085]+", " ", text).strip()


def asked(kind: str) -> list[Any]:
    found = [row for row in rows() if row["expected"].startswith("as database") == (kind == "database")]
    return [pytest.param(row, id=row["file"]) for row in found]


@pytest.mark.parametrize("row", asked("file"))
def test_a_file_ends_as_its_row_says(bayan: Bayan, tmp_path: Path, row: Row) -> None:
    db = tmp_path / "b.db"
    ran = bayan("--db", db, "ingest", FILES / row["file"])
    stored = export(bayan, db)
    text = plain(" ".join(f"{one['title']} {one['body']}" for one in stored))
    least, _, most = row["articles_stored"].partition("-")
    assert int(least) <= len(stored) <= int(most or least)
    assert "Traceback" not in ran.stderr.decode()
    assert_told(row, ran, stored)
    assert_text(row, stored, text)
    assert not [one["url"] for one in stored if one["url"] and not re.match(r"https?://[^/\s]", one["url"])]
    again = bayan("--db", db, "ingest", FILES / row["file"])
    assert (again.returncode, b"stored 0," in again.stderr) == (ran.returncode, True)


def export(bayan: Bayan, db: Path) -> list[dict[str, Any]]:
    ran = bayan("--db", db, "export", "articles", "--format", "jsonl")
    return [json.loads(line) for line in ran.stdout.decode().splitlines()]


def assert_told(row: Row, ran: Ran, stored: list[Any]) -> None:
    """What is not taken makes the exit code 1 and is named; what is taken whole makes it 0."""
    expected, told = row["expected"], ran.stderr.decode()
    if expected.startswith(("reject", "partial")) or (expected.startswith("either") and not stored):
        assert ran.returncode == 1
        assert row["file"] in told
    elif expected.startswith("accept") and "or reject" not in expected:
        assert ran.returncode == 0, told
    else:
        assert ran.returncode in (0, 1)


def assert_text(row: Row, stored: list[dict[str, Any]], text: str) -> None:
    if not stored:
        return
    if row["expected_text"] and not row["expected"].startswith("either"):
        wanted = (FILES.parent / "files" / row["expected_text"]).read_text(encoding="utf-8")
        places = [text.find(plain(paragraph)) for paragraph in wanted.split("\n\n")]
        assert -1 not in places and places == sorted(places)
        if row["file"].startswith("t"):
            assert plain(wanted) in (text, plain(stored[0]["body"]))
    assert [part for part in row["must_contain"].split(" | ") if plain(part) not in text] == []
    for part in filter(None, row["must_not_contain"].split(" | ")):
        assert not any(one in text for one in (MOJIBAKE if part.startswith("mojibake") else [BY_CODE.get(part, part)]))


@pytest.mark.parametrize("row", asked("database"))
def test_what_is_no_store_stays_as_it_is(bayan: Bayan, tmp_path: Path, row: Row) -> None:
    db = tmp_path / row["file"]
    shutil.copyfile(FILES / row["file"], db)
    before = db.read_bytes()
    ran = bayan("--db", db, "stats")
    told = ran.stderr.decode()
    assert (ran.returncode, told.count("\n"), row["file"] in told) == (2, 1, True)
    assert db.read_bytes() == before


@pytest.mark.skipif(not FILES.is_dir(), reason="../shared is not there")
def test_the_suite_is_whole() -> None:
    assert len(rows()) == len([path for path in FILES.iterdir() if path.is_file()]) - 1
