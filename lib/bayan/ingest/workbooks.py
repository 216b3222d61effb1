"""Excel and OpenDocument workbooks → Article, one a row of each sheet."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from python_calamine import CalamineWorkbook, SheetTypeEnum

from bayan.errors import Rejected
from bayan.ingest.columns import Columns, find_columns
from bayan.ingest.fields import article_of
from bayan.ingest.limits import in_megabytes
from bayan.ingest.sources import Source, Terms
from bayan.records import Article

_PARTS = frozenset({"xl/workbook.xml", "xl/workbook.bin"})
_FIRST = 1_000


def is_workbook(archive: zipfile.ZipFile) -> bool:
    """Whether a zip file is a workbook."""
    names = {info.filename for info in archive.infolist()[:_FIRST]}
    return not names.isdisjoint(_PARTS) or {"mimetype", "content.xml", "styles.xml"} <= names


def check_size(archive: zipfile.ZipFile, where: str, terms: Terms) -> None:
    """Raises Rejected (``too-large``) for a workbook that unpacks to more than fits into memory."""
    size = sum(info.file_size for info in archive.infolist())
    if size > terms.limits.workbook:
        limit = in_megabytes(terms.limits.workbook)
        raise Rejected("too-large", f"the workbook unpacks to {in_megabytes(size)}, over the limit of {limit}.", where)
    terms.budget.spend(size, where)


def read_workbook(file: BinaryIO, source: Source, terms: Terms) -> Iterator[Article | Rejected]:
    """Every row of every sheet, in order; the cells hold values, no formula is ever computed.

    Raises Rejected: ``format`` for what is no workbook after all.
    """
    book = _open(file, source.name)
    for name in book.sheet_names:
        if any(sheet.name == name and sheet.typ != SheetTypeEnum.WorkSheet for sheet in book.sheets_metadata):
            continue
        try:
            yield from _read_sheet(_rows(book, name, source.name), f"{source.name}:{name}", source, terms)
        except Rejected as rejected:
            yield rejected


def _read_sheet(rows: list[list[Any]], name: str, source: Source, terms: Terms) -> Iterator[Article | Rejected]:
    columns: Columns | None = None
    for number, row in enumerate(rows, start=1):
        cells = [_plain(cell) for cell in row]
        if not any(cells):
            continue
        if columns is None:
            columns = find_columns(cells, terms.columns, name, terms.notes)
            if columns.headed:
                continue
        where = f"{name}:{number}"
        try:
            _check_cells(cells, where, terms)
            yield article_of(columns.record(cells, where), where, source, terms)
        except Rejected as rejected:
            yield rejected


def _open(file: BinaryIO, where: str) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(file)
    except Exception as error:
        detail = f"this is no workbook that can be read ({_one_line(error)})."
        raise Rejected("format", detail, where) from error


def _rows(book: CalamineWorkbook, name: str, where: str) -> list[list[Any]]:
    try:
        return book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except Exception as error:
        raise Rejected("truncated", f"the sheet is damaged ({_one_line(error)}).", f"{where}:{name}") from error


def _plain(cell: Any) -> str:
    """A cell as text: days as ISO days, whole numbers without a point."""
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
        raise Rejected("too-large", f"a cell is over the limit of {in_megabytes(limit)}.", where)


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]
