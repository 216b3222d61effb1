"""WARC crawls: pages out of answers, whatever else lies between them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from bayan.errors import Rejected
from bayan.ingest import Limits, Notes, read
from bayan.records import Article

BODY = "قال الوزير في مؤتمر صحفي إن الخطة تشمل قروضا ميسرة ومعدات ري حديثة تصل إلى ثلاثة آلاف أسرة."
PAGE = f"<!DOCTYPE html><html><head><title>عنوان الخبر</title></head><body><p>{BODY}</p></body></html>"


def answer(
    body: bytes = PAGE.encode(), status: str = "200 OK", kind: str = "text/html", extra: str = "", number: int = 1
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n".encode()
    return record(head + body, "response", "application/http; msgtype=response", number)


def record(block: bytes, kind: str, content: str, number: int = 1) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://www.news.example/{number}\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def outcome(file: Path, data: bytes, limits: Limits | None = None, notes: Notes | None = None) -> list[str]:
    file.write_bytes(data)
    found = read(file, limits=limits, notes=notes)
    return [item.source if isinstance(item, Article) else f"{item.where} {item.reason}" for item in found]


INFO = record(b"software: x\r\n", "warcinfo", "application/warc-fields")


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_answer_that_is_a_page_is_an_article_of_its_address(tmp_path: Path, pack) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "x").write_bytes(pack(INFO) + pack(answer()))
    (article,) = read(tmp_path / "x")
    assert isinstance(article, Article)
    assert (article.title, article.body, article.source) == ("عنوان الخبر", BODY, "x:2")
    assert (article.url, article.outlet) == ("https://www.news.example/1", "news")


def test_what_is_no_page_is_counted_by_reason(tmp_path: Path) -> None:
    notes = Notes()
    data = INFO + answer(b"\x89PNG", kind="image/png") + answer(status="404 Not Found") + answer()
    assert outcome(tmp_path / "x", data, notes=notes) == ["x:4"]
    assert sorted(map(str, notes.repairs)) == [
        "a record that is no page (image/png)",
        "a record that is no page (status 404)",
    ]


def test_bodies_are_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE.encode())
    chunked = f"{len(PAGE.encode()):x}\r\n".encode() + PAGE.encode() + b"\r\n0\r\n\r\n"
    data = answer(packed, extra="Content-Encoding: gzip\r\n") + answer(chunked, extra="Transfer-Encoding: chunked\r\n")
    assert outcome(tmp_path / "x", data) == ["x:1", "x:2"]


def test_texts_of_a_crawl_are_read_too(tmp_path: Path) -> None:
    data = record(f"عنوان\n{BODY}".encode(), "conversion", "text/plain")
    assert outcome(tmp_path / "x", data) == ["x:1"]


def test_a_body_that_is_a_bomb_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<html>" + b" " * 30_000_000)
    data = answer(bomb, extra="Content-Encoding: gzip\r\n") + answer()
    assert outcome(tmp_path / "x", data) == ["x:1 too-large", "x:2"]


def test_a_damaged_record_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    damaged = answer().replace(b"Content-Length", b"Content-Width")
    assert outcome(tmp_path / "x", answer() + damaged + answer()) == ["x:1", "x:2 truncated", "x:3"]


@pytest.mark.parametrize("part", [0.2, 0.7, 0.9])
def test_a_cut_record_is_named(tmp_path: Path, part: float) -> None:
    found = outcome(tmp_path / "x", answer() + answer()[: int(len(answer()) * part)])
    assert found == ["x:1", "x:2 truncated"]


def test_a_head_alone_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"WARC/1.0\r\n")
    (rejected,) = read(tmp_path / "x")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "truncated"
