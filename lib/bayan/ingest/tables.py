"""CSV and TSV → Article, one a row. A row that cannot be read is named by its line, the rest goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from bayan.errors import Rejected
from bayan.ingest.columns import Columns, find_columns, find_separator
from bayan.ingest.csv_rows import Row, read_rows
from bayan.ingest.fields import MOST_KEPT, article_of, mendable
from bayan.ingest.sources import Source, Terms
from bayan.ingest.streams import split_lines
from bayan.records import Article

_EXCEL = "sep="


def read_table(chunks: Iterable[bytes], source: Source, terms: Terms) -> Iterator[Article | Rejected]:
    """Every row of a UTF-8 stream, in order. Raises Rejected: ``no-columns``."""
    lines = _lines(chunks, terms.limits.record)
    head = list(_head(lines))
    separator = find_separator(head[-1] or "", terms.columns)
    columns: Columns | None = None
    rows = 0
    for row in read_rows(chain(head, lines), separator, terms.limits):
        where = f"{source.name}:{row.number}"
        if columns is None:
            columns = find_columns(_cells(row, where), terms.columns, source.name, terms.notes)
            if columns.headed:
                continue
        try:
            yield article_of(columns.record(_cells(row, where), where), where, source, terms)
        except Rejected as rejected:
            rejected.record = mendable(_kept(row, columns), source)
            yield rejected
        rows += 1
    if not rows:
        raise Rejected("empty_table", source.name)


def _kept(row: Row, columns: Columns) -> dict[str, str]:
    """A row that was not taken, so that it can be mended and read again."""
    return {"line": row.line[:MOST_KEPT]} if row.cells is None else dict(zip(columns.names, row.cells, strict=False))


def _head(lines: Iterator[str | None]) -> Iterator[str | None]:
    """The lines up to the first that is not blank."""
    for line in lines:
        yield line
        if line and line.strip():
            return


def _cells(row: Row, where: str) -> list[str]:
    if row.cells is None:
        raise Rejected(row.fault, where, **row.values)
    return row.cells


def _lines(chunks: Iterable[bytes], limit: int) -> Iterator[str | None]:
    """The lines of a table, None for one over the limit. The line by which Excel is told the separator is blank."""
    for number, line in enumerate(split_lines(chunks, limit)):
        text = None if line is None else line.decode("utf-8", "replace").rstrip("\r")
        yield "" if number == 0 and text and text.lower().startswith(_EXCEL) else text
