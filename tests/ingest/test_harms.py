"""Damaged files: how they are damaged is told in words of our own, whatever a library says."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from bayan.errors import Rejected
from bayan.ingest import read

PAGE = ("قال الوزير إن الهدنة ستبدأ غدا. " * 200).encode()


def zipped(packing: int = zipfile.ZIP_DEFLATED) -> bytearray:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", packing) as archive:
        archive.writestr("a.txt", PAGE)
    return bytearray(kept.getvalue())


def tarred() -> bytes:
    kept = io.BytesIO()
    with tarfile.open(fileobj=kept, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(PAGE)
        archive.addfile(info, io.BytesIO(PAGE))
    return kept.getvalue()


def workbook() -> bytes:
    kept = io.BytesIO()
    book = Workbook()
    book.active.append(["title", "body"])  # type: ignore[union-attr]
    book.save(kept)
    return kept.getvalue()


def without_part(data: bytes, part: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(kept, "w") as archive:
        for name in whole.namelist():
            if name != part:
                archive.writestr(name, whole.read(name))
    return kept.getvalue()


def changed(data: bytearray | bytes, at: int, to: bytes) -> bytes:
    return bytes(data[:at]) + to + bytes(data[at + len(to) :])


PACKED, STORED = zipped(), zipped(zipfile.ZIP_STORED)
METHOD = STORED.index(b"PK\x01\x02") + 10


@pytest.mark.parametrize(
    ("name", "data", "code", "harm"),
    [
        ("a.zip", bytes(PACKED[:-40]), "damaged_zip", "cut"),
        ("a.zip", changed(PACKED, PACKED.index(b"PK\x01\x02"), b"XX"), "damaged_zip", "names"),
        ("a.zip", changed(STORED, 400, b"xxxx"), "damaged_member", "sum"),
        ("a.zip", changed(PACKED, 45, b"\xff" * 20), "damaged_member", "packed"),
        ("a.zip", changed(changed(STORED, METHOD, b"\x09"), 8, b"\x09"), "damaged_member", "method"),
        ("a.txt.gz", changed(gzip.compress(PAGE), 20, b"\xff" * 20), "damaged_gzip", "packed"),
        ("a.txt.gz", changed(packed := gzip.compress(PAGE), len(packed) - 8, b"xxxx"), "damaged_gzip", "sum"),
        ("a.tar", tarred()[:2_000], "damaged_member", "cut"),
        ("a.xlsx", without_part(workbook(), "[Content_Types].xml"), "no_workbook", "parts"),
        ("a.xlsx", workbook()[:-60], "damaged_zip", "cut"),
    ],
)
def test_how_a_file_is_damaged_is_one_of_our_words(
    tmp_path: Path, name: str, data: bytes, code: str, harm: str
) -> None:
    (tmp_path / name).write_bytes(data)
    first = next(one for one in read(tmp_path / name) if isinstance(one, Rejected))
    assert (first.code, first.values.get("harm")) == (code, harm)
