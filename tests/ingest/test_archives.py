"""zip, tar and gzip: what lies in them is read as if it stood alone, under limits."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from bayan.errors import Rejected
from bayan.ingest import Limits, read
from bayan.records import Article

BODY = "قال الوزير إن الخطة تشمل قروضا ميسرة."
PAGE = f"عنوان الخبر\n{BODY}".encode()
LINES = "\n".join(json.dumps({"title": f"عنوان {n}", "body": BODY}) for n in range(2)).encode()
FILES = {"b/page.txt": PAGE, "lines.jsonl": LINES, "a/empty.txt": b""}


def zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


def outcome(file: Path, data: bytes, limits: Limits | None = None) -> list[str]:
    file.write_bytes(data)
    found = read(file, limits=limits)
    return [item.source if isinstance(item, Article) else f"{item.where} {item.reason}" for item in found]


@pytest.mark.parametrize("pack", [zipped, tarred, lambda files: gzip.compress(tarred(files))])
def test_files_are_read_in_their_order_and_named_by_their_place(tmp_path: Path, pack) -> None:  # type: ignore[no-untyped-def]
    assert outcome(tmp_path / "x", pack(FILES)) == [
        "x:b/page.txt", "x:lines.jsonl:1", "x:lines.jsonl:2", "x:a/empty.txt empty",
    ]  # fmt: skip


def test_folders_in_an_archive_name_the_outlet(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"الصباح/1.txt": PAGE, "2.txt": PAGE}))
    assert [item.outlet for item in read(tmp_path / "x.zip") if isinstance(item, Article)] == ["الصباح", "x"]
    assert {item.outlet for item in read(tmp_path / "x.zip", outlet="given") if isinstance(item, Article)} == {"given"}


@pytest.mark.parametrize("name", ["../1.txt", "..\\1.txt", "a/../1.txt", "./1.txt", "/1.txt", " /1.txt"])
def test_a_folder_without_a_name_names_no_outlet(tmp_path: Path, name: str) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({name: PAGE}))
    (tmp_path / "x.tar").write_bytes(tarred({name: PAGE}))
    found = [item for file in ("x.zip", "x.tar") for item in read(tmp_path / file)]
    assert [item.outlet for item in found if isinstance(item, Article)] == ["x", "x"]


def test_archives_lie_in_archives_up_to_the_limit(tmp_path: Path) -> None:
    inner = zipped({"deep.tar.gz": gzip.compress(tarred({"page.txt": PAGE}))})
    outer = tarred({"inner.zip": inner})
    assert outcome(tmp_path / "x", outer) == ["x:inner.zip:deep.tar.gz:page.txt"]
    assert outcome(tmp_path / "x", outer, Limits(nesting=3)) == ["x:inner.zip:deep.tar.gz too-large"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    files = {"__MACOSX/._page.txt": b"x", ".hidden/page.txt": PAGE, "a/": b"", "a/page.txt": PAGE}
    assert outcome(tmp_path / "x.zip", zipped(files)) == ["x.zip:a/page.txt"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_an_archive_without_files_is_said(tmp_path: Path, pack) -> None:  # type: ignore[no-untyped-def]
    assert outcome(tmp_path / "x", pack({".x": b"x"})) == ["x empty"]


def test_links_and_devices_in_archives_are_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in (("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert outcome(tmp_path / "x", packed.getvalue()) == [f"x:{name} not-regular" for name in ("link", "hard", "pipe")]
    info = zipfile.ZipInfo("link")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")
    (rejected,) = read(tmp_path / "x.zip")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "not-regular"


def test_names_that_climb_out_are_only_names(tmp_path: Path) -> None:
    assert outcome(tmp_path / "x.zip", zipped({"../../up.txt": PAGE, "/root.txt": PAGE})) == [
        "x.zip:../../up.txt", "x.zip:/root.txt",
    ]  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]


@pytest.mark.parametrize("pack", [zipped, lambda files: gzip.compress(tarred(files))])
def test_a_bomb_is_refused_with_its_limit(tmp_path: Path, pack) -> None:  # type: ignore[no-untyped-def]
    data = pack({"a.jsonl": b'{"title": "' + b" " * 30_000_000, "b.txt": PAGE})
    (tmp_path / "x").write_bytes(data)
    first, *_ = read(tmp_path / "x")
    assert isinstance(first, Rejected)
    assert (first.reason, "100 times" in first.detail) == ("too-large", True)


def test_a_page_over_the_limit_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    files = {"big.txt": PAGE * 50, "page.txt": PAGE}
    assert outcome(tmp_path / "x.zip", zipped(files), Limits(page=1_000)) == [
        "x.zip:big.txt too-large", "x.zip:page.txt",
    ]  # fmt: skip


def test_names_that_are_no_text_become_text(tmp_path: Path) -> None:
    found = outcome(tmp_path / "x", tarred({"d\udcff/a\x1b.txt": PAGE}))
    assert found == ["x:d\ufffd/a\x1b.txt"]


def test_names_that_a_zip_holds_in_its_old_encoding_are_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"الصباح/1.txt": PAGE}))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flags = data.index(sign) + place
        data[flags : flags + 2] = bytes(2)
    assert outcome(tmp_path / "x", bytes(data)) == ["x:الصباح/1.txt"]


@pytest.mark.parametrize("name", ["x.epub", "x.zip"])
def test_an_electronic_book_is_named_and_nothing_of_it_is_read(tmp_path: Path, name: str) -> None:
    book = {"mimetype": b"application/epub+zip\n", "META-INF/container.xml": b"<x/>", "a.xhtml": PAGE}
    (tmp_path / name).write_bytes(zipped(book))
    (rejected,) = read(tmp_path / name)
    assert isinstance(rejected, Rejected)
    assert (rejected.reason, rejected.values["form"]) == ("format", "EPUB")
    assert outcome(tmp_path / "y.zip", zipped({"mimetype": PAGE, "b.txt": PAGE})) == ["y.zip:mimetype", "y.zip:b.txt"]


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    files = {f"{n}.txt": PAGE for n in range(4)}
    assert outcome(tmp_path / "x.zip", zipped(files), Limits(members=3)) == ["x.zip too-large"]
    assert outcome(tmp_path / "x.tar", tarred(files), Limits(members=3))[-1] == "x.tar too-large"


@pytest.mark.parametrize("pack", [zipped, tarred, lambda files: gzip.compress(tarred(files))])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_cut_archive_is_named(tmp_path: Path, pack, part: float) -> None:  # type: ignore[no-untyped-def]
    data = pack({f"{n}.jsonl": LINES * 400 for n in range(3)}).rstrip(b"\0")
    found = outcome(tmp_path / "x", data[: int(len(data) * part)])
    assert any(item.endswith(("truncated", "not-json")) for item in found)
    assert found[-1].endswith("truncated")


def test_a_damaged_or_encrypted_file_in_a_zip_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": PAGE * 40, "b.txt": PAGE}))
    data[60:70] = bytes(10)
    assert outcome(tmp_path / "x.zip", bytes(data)) == ["x.zip:a.txt truncated", "x.zip:b.txt"]
    data = bytearray(zipped({"a.txt": PAGE, "b.txt": PAGE}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert outcome(tmp_path / "x.zip", bytes(data)) == ["x.zip:a.txt unreadable", "x.zip:b.txt"]


def test_a_zip_comes_by_standard_input_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.zip").write_bytes(zipped(FILES))
    with (tmp_path / "x.zip").open("rb") as stream, io.TextIOWrapper(stream) as text:
        monkeypatch.setattr("sys.stdin", text)
        found = [item.source for item in read("-") if isinstance(item, Article)]
    assert found == ["standard input:b/page.txt", "standard input:lines.jsonl:1", "standard input:lines.jsonl:2"]
