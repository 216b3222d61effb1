"""XLSX workbooks → Article, one a row of each sheet, row by row: no cell takes memory before it is read."""

from __future__ import annotations

import datetime
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, BinaryIO

from openpyxl import load_workbook

from bayan.errors import Rejected
from bayan.ingest.columns import Columns, find_columns
from bayan.ingest.fields import MOST_KEPT, article_of, mendable
from bayan.ingest.harms import find_harm
from bayan.ingest.hygiene import clean_line
from bayan.ingest.sources import Source, Terms
from bayan.records import Article

_PART = "xl/workbook.xml"
_OFFICE = {
    "word/document.xml": "Word",
    "ppt/presentation.xml": "PowerPoint",
    "xl/workbook.bin": "XLSB",
    "content.xml": "ODF",
}
_MOST_ROWS = 1_048_576  # of a sheet in Excel
_TYPE = b"<!DOCTYPE"
_HEAD = 4_096
_AT_ONCE = 100


def is_workbook(archive: zipfile.ZipFile, where: str) -> bool:
    """Whether a zip file is a workbook. Raises Rejected (``format``) for other office files."""
    names = {info.filename for info in archive.infolist()}
    for part, what in _OFFICE.items():
        if part in names and ("[Content_Types].xml" in names or "mimetype" in names):
            raise Rejected("other_office", where, form=what)
    return _PART in names


def check_parts(archive: zipfile.ZipFile, where: str, terms: Terms) -> None:
    """Raises Rejected for a workbook that unpacks to too much (``too-large``) or declares ``entities``."""
    size = sum(info.file_size for info in archive.infolist())
    if size > terms.limits.workbook:
        raise Rejected("large_workbook", where, size=size, limit=terms.limits.workbook)
    terms.budget.spend(size, where)
    for info in archive.infolist():
        with _named(where, "damaged_workbook"), archive.open(info) as part:
            if _TYPE in part.read(_HEAD):
                raise Rejected("entities_in_workbook", where)


def read_workbook(file: BinaryIO, source: Source, terms: Terms) -> Iterator[Article | Rejected]:
    """Every row of every sheet, in order; the cells hold the values that were stored, no formula is computed.

    Raises Rejected: ``format`` for what is no workbook after all.
    """
    with _named(source.name, "no_workbook"):
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        name = f"{source.name}:{clean_line(sheet.title)}"
        try:
            yield from _read_sheet(_rows(sheet, name, terms), name, source, terms)
        except Rejected as rejected:
            yield rejected


def _read_sheet(
    rows: Iterator[tuple[int, list[str]]], name: str, source: Source, terms: Terms
) -> Iterator[Article | Rejected]:
    columns: Columns | None = None
    for number, cells in rows:
        if columns is None:
            columns = find_columns(cells, terms.columns, name, terms.notes)
            if columns.headed:
                continue
        where = f"{name}:{number}"
        try:
            _check_cells(cells, where, terms)
            cells += [""] * (len(columns.names) - len(cells))
            yield article_of(columns.record(cells, where), where, source, terms)
        except Rejected as rejected:
            if sum(map(len, cells)) < MOST_KEPT:
                rejected.record = mendable(dict(zip(columns.names, cells, strict=False)), source)
            yield rejected


def _rows(sheet: Any, where: str, terms: Terms) -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet that hold something, with their numbers. Raises Rejected: ``too-large``, ``truncated``."""
    left = terms.limits.cells
    for number, row in enumerate(_all_rows(sheet, where), start=1):
        left -= max(1, len(row))
        if left < 0 or number > _MOST_ROWS:
            raise Rejected("many_cells", where, most=terms.limits.cells)
        cells = [_plain(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells


def _all_rows(sheet: Any, where: str) -> Iterator[tuple[Any, ...]]:
    """Every row as it stands. Raises Rejected (``truncated``) after those that come before the damage."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(values_only=True)
    broken: Rejected | None = None
    while broken is None:
        some: list[tuple[Any, ...]] = []
        try:
            with _named(where, "damaged_workbook"):
                some.extend(islice(rows, _AT_ONCE))
        except Rejected as rejected:
            broken = rejected
        yield from some
        if not some and broken is None:
            return
    raise broken


@contextmanager
def _named(where: str, code: str) -> Iterator[None]:
    """Errors of the reader of workbooks, which are of many types, become a rejection; its warnings are not shown."""
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    except Rejected:
        raise
    except Exception as error:
        raise Rejected(code, where, harm=find_harm(error)) from error


def _plain(cell: Any) -> str:
    """A cell as text: days as ISO days, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        cell = cell.date()
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip()


def _check_cells(cells: list[str], where: str, terms: Terms) -> None:
    limit = terms.limits.cell
    if any(len(cell) > limit for cell in cells):
        raise Rejected("large_cell", where, limit=limit)
