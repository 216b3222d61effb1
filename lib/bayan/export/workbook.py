"""Rows as an Excel workbook, written straight into a stream: no temporary file, no row is held.

Writers of workbooks (openpyxl, XlsxWriter) lay a sheet into a temporary file and can give the first byte after the last
row. A sheet is plain XML in a zip file: written in its own order it needs neither.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from bayan.export.cells import WRITE
from bayan.export.columns import Column, Table, Value
from bayan.export.parts import CONTENT_TYPES, STYLES, WIDTHS, book_parts
from bayan.export.sink import BLOCK, Sink
from bayan.export.zipping import member

MOST_ROWS = 1_048_576
"""Rows of a sheet in Excel, its heading among them; what is left goes on in a further sheet."""
MOST_BYTES = 1_500_000_000
"""Of a sheet's XML: over 2 GB a part of a workbook must be written in a way that Excel does not read."""
MOST_LETTERS = 32_767
"""UTF-16 units of a cell in Excel."""
_LONGEST_LINK = 255
_WEB = re.compile(r"https?://[^\s\"\x00-\x20]+")
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel's calendar is wrong, and other programs do not follow."""
_EPOCH = date(1899, 12, 30).toordinal()
_HEAD, _DAY, _LINK = 1, 2, 3
"""Styles of cells, by their places in ``STYLES``."""
# What XML cannot hold is written as _xHHHH_, and so is an underline that would be read so.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
Cell = Callable[[str, Any], str]


def workbook_blocks(
    table: Table, columns: Sequence[Column], rows: Iterable[Any], *, rtl: bool = True, most_rows: int = MOST_ROWS
) -> Iterator[bytes]:
    """An XLSX file in blocks; ``rtl`` has its first column on the right."""
    sink = Sink()
    names: list[str] = []
    found = iter(rows)
    following: Any = next(found, None)
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr(member("[Content_Types].xml"), CONTENT_TYPES)
        archive.writestr(member("xl/styles.xml"), STYLES)
        while following is not None or not names:
            names.append(f"{table} {len(names) + 1}" if names else table)
            with archive.open(member(f"xl/worksheets/sheet{len(names)}.xml"), "w") as part:
                sheet = _Sheet(columns, rtl=rtl)
                part.write(sheet.head().encode())
                while following is not None and sheet.rows < most_rows and sheet.size < MOST_BYTES:
                    part.write(sheet.row(following))
                    following = next(found, None)
                    yield from sink.take(BLOCK)
                part.write(sheet.tail().encode())
        for name, text in book_parts(names).items():
            archive.writestr(member(name), text)
    yield from sink.take()


class _Sheet:
    """One sheet as XML: ``rows`` and ``size`` (in bytes) grow with every row."""

    def __init__(self, columns: Sequence[Column], *, rtl: bool) -> None:
        letters = [_letters(at) for at in range(len(columns))]
        self._columns = columns
        self._cells = [
            (letter, column.read, _CELLS[column.value]) for letter, column in zip(letters, columns, strict=True)
        ]
        self._last = letters[-1]
        self._rtl = rtl
        self.rows = 1
        self.size = 0

    def head(self) -> str:
        """What stands before the rows, and the heading, which stays in sight."""
        turned = ' rightToLeft="1"' if self._rtl else ""
        widths = "".join(
            f'<col min="{at}" max="{at}" width="{WIDTHS.get(column.name, WIDTHS[column.value])}" customWidth="1"/>'
            for at, column in enumerate(self._columns, 1)
        )
        cells = "".join(
            f'<c r="{letter}1" s="{_HEAD}" t="inlineStr"><is><t>{column.name}</t></is></c>'
            for (letter, _, _), column in zip(self._cells, self._columns, strict=True)
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f'<sheetViews><sheetView{turned} workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
            f'<cols>{widths}</cols><sheetData><row r="1">{cells}</row>'
        )

    def row(self, row: Any) -> bytes:
        """One row; cells without a value are left out."""
        self.rows += 1
        cells = "".join(
            [
                write(f"{letter}{self.rows}", value)
                for letter, read, write in self._cells
                if (value := read(row)) is not None
            ]
        )
        xml = f'<row r="{self.rows}">{cells}</row>'.encode()
        self.size += len(xml)
        return xml

    def tail(self) -> str:
        """What stands after the rows: filters in the heading."""
        return f'</sheetData><autoFilter ref="A1:{self._last}{self.rows}"/></worksheet>'


def _letters(at: int) -> str:
    """The letters of a column, from 0."""
    return (_letters(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _xml(text: str) -> str:
    return escape(_UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text))


def shorten(text: str) -> str:
    """A text as long as a cell can be; one that is longer ends with the number of characters left out."""
    if len(text) <= MOST_LETTERS // 2 or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= MOST_LETTERS:
        return text
    room = MOST_LETTERS - 20
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * room].decode("utf-16-le", "ignore")
    return f"{kept} … [+{len(text) - len(kept):,}]"


def _text(place: str, value: str) -> str:
    if not value:
        return ""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{_xml(shorten(value))}</t></is></c>'


def _link(place: str, value: str) -> str:
    """An address that opens; lists of links would have to stand after the rows, and Excel takes 65,530 of those."""
    if len(value) > _LONGEST_LINK or not _WEB.fullmatch(value):
        return _text(place, value)
    told = _xml(value)
    return f'<c r="{place}" s="{_LINK}" t="str"><f>HYPERLINK("{told}")</f><v>{told}</v></c>'


def _day(place: str, value: date) -> str:
    if value < _FIRST_DAY:
        return _text(place, value.isoformat())
    return f'<c r="{place}" s="{_DAY}"><v>{value.toordinal() - _EPOCH}</v></c>'


def _number(place: str, value: float) -> str:
    return f'<c r="{place}"><v>{value}</v></c>'


def _truth(place: str, value: bool) -> str:
    return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'


def _written(value: Value) -> Cell:
    return lambda place, found: _text(place, WRITE[value](found))


_CELLS: dict[Value, Cell] = {
    "text": _text,
    "link": _link,
    "day": _day,
    "time": _written("time"),
    "number": _number,
    "share": _number,
    "truth": _truth,
    "list": _written("list"),
}
