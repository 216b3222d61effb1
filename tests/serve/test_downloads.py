"""Extracts over HTTP: everything that is selected, named and streamed, or one sentence."""

from __future__ import annotations

import asyncio
import csv
import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from starlette.requests import Request
from starlette.types import Message
from tests.browser.corpus import write_store
from tests.store.made import make_batch

from bayan.export import FORMS
from bayan.serve.downloads import download
from bayan.store import open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("downloads") / "bayan.db"
    write_store(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAYAN_DB", str(path))
        yield path


def fetch(table: str, form: str, query: str = "") -> tuple[int, dict[str, str], str]:
    status, headers, body = fetch_bytes(table, form, query)
    return status, headers, body.decode()


def fetch_bytes(table: str, form: str, query: str = "") -> tuple[int, dict[str, str], bytes]:
    scope = {"type": "http", "method": "GET", "headers": [], "query_string": query.encode()}
    response = download(Request({**scope, "path_params": {"table": table, "form": form}}))
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    asyncio.run(response({**scope, "asgi": {"spec_version": "2.4"}}, receive, send))
    body = b"".join(message.get("body", b"") for message in sent)
    return response.status_code, dict(response.headers), body


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(("table", "count"), [("statements", 6), ("articles", 4), ("mentions", 6)])
def test_an_extract_holds_everything(table: str, count: int) -> None:
    status, headers, text = fetch(table, "csv")
    assert status == 200
    assert headers["cache-control"] == "no-store"
    assert f'filename="bayan-{table}.csv"' in headers["content-disposition"]
    assert len(list(csv.DictReader(text.splitlines(keepends=True)))) == count


@pytest.mark.usefixtures("store")
def test_an_extract_for_excel_has_no_formula() -> None:
    _, headers, text = fetch("articles", "excel", "outlet=demo-portal")
    assert text.startswith("\ufeff")
    assert "excel.csv" in headers["content-disposition"]
    [row] = csv.DictReader(text.removeprefix("\ufeff").splitlines(keepends=True))
    assert row["title"].startswith("'=1+1")


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("path", "query", "status", "told"),
    [
        ("statements/xml", "", 404, "There is no extract"),
        ("secrets/csv", "", 404, "There is no extract"),
        ("statements/csv", "act=shout&lang=ar", 400, "ليس فعلًا معروفًا"),
        ("statements/csv", "without=speakr", 400, "no column 'speakr'"),
        ("statements/gexf", "", 400, "only pairs can"),
        ("statements,articles/package", "", 404, "There is no extract"),
    ],
)
def test_what_cannot_be_given_is_said(path: str, query: str, status: int, told: str) -> None:
    table, form = path.split("/")
    found, _, text = fetch(table, form, query)
    assert found == status
    assert told in text


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("form", "ending", "media", "begin"),
    [
        ("xlsx", "xlsx", "openxmlformats", b"PK"),
        ("parquet", "parquet", "parquet", b"PAR1"),
        ("package", "zip", "application/zip", b"PK"),
        ("jsonl", "jsonl", "ndjson", b"{"),
    ],
)
def test_files_are_named_by_their_forms(form: str, ending: str, media: str, begin: bytes) -> None:
    status, headers, body = fetch_bytes("statements", form, "from=2020-06-01")
    assert status == 200
    assert f'filename="bayan-statements-2020-06-01.{ending}"' in headers["content-disposition"]
    assert media in headers["content-type"]
    assert body.startswith(begin)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("form", [*FORMS, "package"])
def test_an_extract_of_nothing_is_a_file_too(form: str) -> None:
    status, _, _ = fetch_bytes("pairs", form, "outlet=nobody.example")
    assert status == 200


@pytest.mark.usefixtures("store")
def test_columns_are_left_out_and_the_language_turns_the_sheet() -> None:
    for lang, turned in (("ar", True), ("en", None)):
        _, _, body = fetch_bytes("articles", "xlsx", f"without=body,source&lang={lang}")
        sheet = openpyxl.load_workbook(io.BytesIO(body)).worksheets[0]
        names = [cell.value for cell in sheet[1]]
        assert "body" not in names and "source" not in names and "title" in names
        assert sheet.sheet_view.rightToLeft == turned


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet", "package"])
def test_the_store_is_let_go_when_the_browser_goes(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that stops after the first block leaves no view of the store open: writers could not tidy up."""
    path = tmp_path / "large.db"
    with open_store(path, write=True, create=True) as store:
        store.save(make_batch(6000), extractor="1")
    monkeypatch.setenv("BAYAN_DB", str(path))
    gone = asyncio.Event()
    sent = 0

    async def send(message: Message) -> None:
        nonlocal sent
        sent += bool(message.get("body"))
        if sent:
            gone.set()
            await asyncio.sleep(0.01)

    async def receive() -> Message:
        await gone.wait()
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": "GET", "headers": [], "query_string": b"", "asgi": {"spec_version": "2.3"}}
    response = download(Request({**scope, "path_params": {"table": "statements", "form": form}}))
    assert is_read(path)
    asyncio.run(response(scope, receive, send))
    assert 0 < sent < 10
    assert not is_read(path)


def is_read(path: Path) -> bool:
    """Whether a view of the store is open: then its journal cannot be emptied."""
    with open_store(path, write=True) as store:
        store.save(make_batch(1, first=10_000), extractor="1")
        store.save(make_batch(1, first=10_000), extractor="2", replace=True)
    connection = sqlite3.connect(path)
    busy: int = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    connection.close()
    return bool(busy)


def test_a_missing_store_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAYAN_DB", str(tmp_path / "none.db"))
    status, _, text = fetch("statements", "csv")
    assert status == 503
    assert "none.db" in text
