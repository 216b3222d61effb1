"""Folders, and the law that nothing is lost: any bytes are stored or rejected by name."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bayan.errors import Rejected, UsageError
from bayan.ingest import Notes, read
from bayan.records import Article

PAGE = "عنوان الخبر\nأعلنت الوزارة خطة جديدة."


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/3.txt", ".hidden/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    found = [item for item in read(tmp_path) if isinstance(item, Article)]
    assert [(article.outlet, Path(article.source).name) for article in found] == [
        ("a", "3.txt"),
        ("b", "1.txt"),
        ("b", "2.txt"),
    ]
    assert found[0].source == f"{tmp_path.name}/a/3.txt"


def test_nothing_but_regular_files_inside_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text(PAGE, encoding="utf-8")
    (folder / "good.txt").write_text(PAGE, encoding="utf-8")
    (folder / "inside.txt").symlink_to("good.txt")
    (folder / "outside.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(folder / "pipe")
    found = list(read(folder))
    assert [Path(item.source).name for item in found if isinstance(item, Article)] == ["good.txt", "inside.txt"]
    rejected = {Path(item.where).name: item.reason for item in found if isinstance(item, Rejected)}
    assert rejected == {"outside.txt": "not-regular", "pipe": "not-regular", "up": "not-regular"}


def test_a_pipe_alone_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (rejected,) = read(tmp_path / "pipe")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "not-regular"


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    (rejected,) = read(tmp_path)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "empty"


def test_names_that_are_no_text_become_text(tmp_path: Path) -> None:
    """A name of bytes that are no UTF-8 is told with U+FFFD: a store takes nothing else."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/o\xff"))
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/a\xfe\x1b.txt")).write_text(PAGE, encoding="utf-8")
    (article,) = read(folder)
    assert isinstance(article, Article)
    assert (article.outlet, article.source) == ("o\ufffd", "o\ufffd/a\ufffd\x1b.txt")


@pytest.mark.parametrize(
    "text",
    [
        '<html><head><base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=/x">'
        '<link rel="stylesheet" href="/a.css"><meta property="og:image" content="http://127.0.0.1:9/i"></head>'
        f'<body><img src="/b"><p>{PAGE}</p>',
        "http://127.0.0.1:9/feed.xml",
        '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss><channel>'
        f"<item><title>عنوان</title><description>{PAGE}</description></item></channel></rss>",
    ],
)
def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "socket", lambda *address, **_: asked.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **_: asked.append(address))
    (tmp_path / "x").write_text(text, encoding="utf-8")
    assert list(read(tmp_path / "x"))
    assert asked == []


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        list(read(tmp_path / "nowhere.txt"))


BEGINNINGS = [
    b"", b"<html><p>", b"<!doctype html><div class='", b"<rss><channel><item><title>", b"<feed><entry>", b"[",
    b'{"a": [{', b"PK\x03\x04", b"WARC/1.0\r\n", b"\x1f\x8b\x08\x00", b"MIME-Version: 1.0\nContent-Type: text/html\n\n",
    b"MIME-Version: 1.0\nContent-Type: multipart/x; boundary=x\n\n--x\n", b"title,text\n", b'title\ttext\n"',
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(257) + b"ustar",
]  # fmt: skip
CONTENTS = st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", ["x.txt", "x.jsonl", "x.csv"])
@given(data=st.tuples(st.sampled_from(BEGINNINGS), CONTENTS).map(b"".join))
@example(b'{"title": "\\ud800", "body": "\xff"}')
@example(b"\x1f\x8b\x08\x00")
@example(b"{\xff")
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
@example("\u200f\u200f".encode())
def test_any_bytes_are_read_or_rejected_by_name(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / name
    file.write_bytes(data)
    notes = Notes()
    found = list(read(file, notes=notes))
    assert found or notes.repairs
    for item in found:
        if isinstance(item, Rejected):
            assert name in item.where
        else:
            "".join((item.title, item.body, item.outlet, item.source, item.url or "", item.author or "")).encode()
            assert (item.title or item.body) and "\0" not in item.title + item.body
