"""One table as one file: the tables, the forms that they are written in, and the rows that go into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bayan.errors import UsageError
from bayan.export.columns import TABLES, Column, Table, choose_columns
from bayan.export.network import network_blocks
from bayan.export.parquet import parquet_blocks
from bayan.export.texts import csv_blocks, jsonl_blocks
from bayan.export.workbook import workbook_blocks
from bayan.queries import Selection, questions
from bayan.store import Store

ROWS: dict[Table, Callable[[Store, Selection], Iterator[Any]]] = {
    "statements": questions.iter_statements,
    "mentions": questions.iter_mentions,
    "articles": questions.iter_articles,
    "actors": questions.iter_actors,
    "pairs": questions.iter_pairs,
}
"""The question that gives the rows of each table."""
Write = Callable[[Table, Sequence[Column], Iterator[Any], str], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of file: what it is called on the web, how its name ends, and which tables can be written so."""

    media: str
    ending: str
    write: Write
    tables: tuple[Table, ...] = TABLES


_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS: dict[str, Form] = {
    "xlsx": Form(
        _SHEET, "xlsx", lambda table, columns, rows, lang: workbook_blocks(table, columns, rows, rtl=lang == "ar")
    ),
    "excel": Form("text/csv", "excel.csv", lambda _, columns, rows, __: csv_blocks(columns, rows, excel=True)),
    "csv": Form("text/csv", "csv", lambda _, columns, rows, __: csv_blocks(columns, rows)),
    "jsonl": Form("application/x-ndjson", "jsonl", lambda _, columns, rows, __: jsonl_blocks(columns, rows)),
    "parquet": Form(
        "application/vnd.apache.parquet",
        "parquet",
        lambda table, columns, rows, _: parquet_blocks(table, columns, rows),
    ),
    "gexf": Form("application/xml", "gexf", lambda _, __, rows, lang: network_blocks(rows, lang=lang), ("pairs",)),
}
"""Every form, the likeliest first."""


def extract_blocks(
    store: Store,
    table: Table,
    form: str,
    selection: Selection,
    *,
    columns: Sequence[str] | None = None,
    without: Sequence[str] = (),
    lang: str = "ar",
) -> Iterator[bytes]:
    """Everything of a table that a selection holds, as a file in blocks.

    ``columns`` chooses some, ``without`` leaves some out; ``lang`` is that of the reader: in Arabic a workbook begins
    on the right and a network has Arabic labels. Raises UsageError.
    """
    if table not in FORMS[form].tables:
        raise UsageError(f"{table} cannot be written as {form}: only {', '.join(FORMS[form].tables)} can.")
    if form == "gexf" and (columns is not None or without):
        raise UsageError("a network has no columns to choose: leave the choice out.")
    chosen = choose_columns(table, columns, without)
    return FORMS[form].write(table, chosen, ROWS[table](store, selection), lang)
