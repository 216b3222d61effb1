"""Rows as CSV and JSON Lines, block by block, so that a download begins at once and memory stays flat."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson

from bayan.export.cells import WRITE, WRITE_SAFELY
from bayan.export.columns import Column
from bayan.export.sink import BLOCK, Sink

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a CSV file is UTF-8."""


def csv_blocks(columns: Sequence[Column], rows: Iterable[Any], *, excel: bool = False) -> Iterator[bytes]:
    """A CSV file in blocks, heading first. ``excel``: with byte order mark, and no cell is a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write(BYTE_ORDER_MARK if excel else "")
    writer.writerow(column.name for column in columns)
    cells = [(column.read, (WRITE_SAFELY if excel else WRITE)[column.value]) for column in columns]
    for row in rows:
        writer.writerow([write(read(row)) for read, write in cells])
        if buffer.tell() >= BLOCK:
            yield _drain(buffer)
    yield _drain(buffer)


def jsonl_blocks(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[bytes]:
    """JSON Lines in blocks, every text as it is."""
    sink = Sink()
    cells = [(column.name, column.read) for column in columns]
    for row in rows:
        sink.write(orjson.dumps({name: read(row) for name, read in cells}, option=orjson.OPT_APPEND_NEWLINE))
        yield from sink.take(BLOCK)
    yield from sink.take()


def _drain(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()
