"""JSON documents: arrays, and objects that hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bayan.errors import Rejected
from bayan.ingest import Limits, read
from bayan.ingest.arrays import split_array
from bayan.records import Article

BODY = "قال الوزير إن الخطة تشمل قروضا ميسرة."
RECORDS = [{"title": f"عنوان {n}", "body": f'{BODY} "]}},{{[" {n}'} for n in range(3)]


def outcome(file: Path, data: bytes | str, limits: Limits | None = None) -> list[str]:
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    found = read(file, limits=limits)
    return [item.title if isinstance(item, Article) else f"{item.where} {item.reason}" for item in found]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "document",
    [
        RECORDS,
        {"articles": RECORDS},
        {"status": "ok", "totalResults": 3, "articles": RECORDS},
        {"response": {"meta": {"n": 3}, "docs": RECORDS}},
        {"المقالات": RECORDS},
    ],
)
def test_records_are_found_in_arrays_and_in_objects_that_hold_them(
    tmp_path: Path, document: Any, indent: int | None
) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=indent)
    assert outcome(tmp_path / "a.json", text) == ["عنوان 0", "عنوان 1", "عنوان 2"]


def test_an_object_over_several_lines_is_one_article(tmp_path: Path) -> None:
    assert outcome(tmp_path / "a.json", json.dumps(RECORDS[0], ensure_ascii=False, indent=1)) == ["عنوان 0"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256"])
def test_arrays_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    text = json.dumps(RECORDS, ensure_ascii=False)
    assert outcome(tmp_path / "a", text.encode(encoding)) == ["عنوان 0", "عنوان 1", "عنوان 2"]


def test_bad_elements_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    text = '[{"title": "عنوان"}, 7, {bad}, {"title": ["x"]}, {}, {"title": "آخر"},]'
    assert outcome(tmp_path / "a", text) == [
        "عنوان", "a:2 not-object", "a:3 not-json", "a:4 wrong-type", "a:5 no-text", "آخر",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ('[{"title": "عنوان"}, {"title": "مق', "a truncated"),
        ('[{"title": "عنوان"},', "a truncated"),
        ('[{"title": "عنوان"}] [{"title": "آخر"}]', "a not-json"),
        ('[{"title": "عنوان"}, {"title": "' + "ا" * 90_000, "a too-large"),
    ],
)
def test_what_breaks_an_array_off_is_named(tmp_path: Path, text: str, last: str) -> None:
    assert outcome(tmp_path / "a", text, Limits(record=10_000)) == ["عنوان", last]


def test_an_object_without_articles_is_named(tmp_path: Path) -> None:
    assert outcome(tmp_path / "a.json", '{\n"counts": {"a": 1},\n"tags": ["x"]\n}') == ["a.json no-text"]


@given(st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=9) | st.lists(st.text(max_size=3)))), st.data())
def test_an_array_is_split_alike_however_its_bytes_arrive(document: list[Any], data: st.DataObject) -> None:
    whole = json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=6)))
    chunks = [whole[start:end] for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    elements = list(split_array(chunks, 10_000, "x"))
    assert b"[" + b",".join(elements) + b"]" == whole


def test_an_empty_array_is_said(tmp_path: Path) -> None:
    (rejected,) = list(read(_written(tmp_path / "a.json", b"[]")))
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "empty"


def _written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file
