"""Extracts over HTTP: everything that is selected, named and streamed, or one sentence."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.types import Message
from tests.browser.corpus import write_store

from bayan.serve.downloads import download


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("downloads") / "bayan.db"
    write_store(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAYAN_DB", str(path))
        yield path


def fetch(table: str, form: str, query: str = "") -> tuple[int, dict[str, str], str]:
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
    return response.status_code, dict(response.headers), body.decode()


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
        ("statements/csv", "act=shout", 400, "'shout' is no act"),
    ],
)
def test_what_cannot_be_given_is_said(path: str, query: str, status: int, told: str) -> None:
    table, form = path.split("/")
    found, _, text = fetch(table, form, query)
    assert found == status
    assert told in text


def test_a_missing_store_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAYAN_DB", str(tmp_path / "none.db"))
    status, _, text = fetch("statements", "csv")
    assert status == 503
    assert "none.db" in text
