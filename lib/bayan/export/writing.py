"""Rows as CSV and JSON Lines, block by block, so that a download begins at once and memory stays flat."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import orjson

from bayan.export.cells import write_cell
from bayan.export.columns import COLUMNS, Table

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a CSV file is UTF-8."""
_BLOCK = 64 * 1024


def csv_blocks(table: Table, rows: Iterable[Any], *, excel: bool = False) -> Iterator[str]:
    """A CSV file in blocks of text, heading first. ``excel``: with byte order mark, and no cell is a formula."""
    columns = COLUMNS[table]
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write(BYTE_ORDER_MARK if excel else "")
    writer.writerow(column.name for column in columns)
    for row in rows:
        writer.writerow(write_cell(column.read(row), excel=excel) for column in columns)
        if buffer.tell() >= _BLOCK:
            yield _drain(buffer)
    yield _drain(buffer)


def jsonl_blocks(table: Table, rows: Iterable[Any]) -> Iterator[str]:
    """JSON Lines in blocks of text, every text as it is."""
    columns = COLUMNS[table]
    buffer = io.StringIO()
    for row in rows:
        buffer.write(orjson.dumps({column.name: column.read(row) for column in columns}).decode())
        buffer.write("\n")
        if buffer.tell() >= _BLOCK:
            yield _drain(buffer)
    yield _drain(buffer)


def write_csv(table: Table, rows: Iterable[Any], stream: TextIO, *, excel: bool = False) -> None:
    """Write a CSV file into a text stream that leaves line ends alone (``newline=""``)."""
    stream.writelines(csv_blocks(table, rows, excel=excel))


def write_jsonl(table: Table, rows: Iterable[Any], stream: TextIO) -> None:
    """Write JSON Lines into a text stream."""
    stream.writelines(jsonl_blocks(table, rows))


def _drain(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
