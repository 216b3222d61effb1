"""What a run left out, over HTTP."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from bayan.load import load_paths
from bayan.serve.rejections import rejections
from bayan.store import open_store


def ask(run: int) -> Response:
    return rejections(Request({"type": "http", "method": "GET", "headers": [], "path_params": {"run": run}}))


async def read(response: Response) -> bytes:
    return b"".join([part async for part in response.body_iterator])  # type: ignore[attr-defined]


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "bayan.db"
    monkeypatch.setenv("BAYAN_DB", str(path))
    return path


def test_the_records_of_a_run_can_be_taken_away(db: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"title": "خبر", "body": 7}\n{"title": "خبر آخر"}\n', encoding="utf-8")
    with open_store(db, write=True, create=True) as store:
        load_paths(store, [file])
    response = ask(1)
    assert response.headers["content-disposition"] == 'attachment; filename="bayan-left-out-1.jsonl"'
    (line,) = asyncio.run(read(response)).splitlines()
    assert json.loads(line)["title"] == "خبر"
    assert json.loads(line)["rejected"]["reason"] == "wrong-type"
    assert ask(2).status_code == 404


def test_a_missing_store_is_one_sentence(db: Path) -> None:
    response = ask(1)
    assert response.status_code == 503
    assert bytes(response.body).count(b"\n") == 1
