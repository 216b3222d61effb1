"""Export: rows of the queries go in; CSV and JSON Lines come out, streamed.

- ``csv_blocks(table, rows, *, excel=False)`` and ``jsonl_blocks(table, rows)``: blocks of text, for downloads.
- ``write_csv(table, rows, stream, *, excel=False)`` and ``write_jsonl(table, rows, stream)``: into a text stream.
- ``COLUMNS``: the columns of ``statements``, ``mentions`` and ``articles`` with their meanings;
  ``print_codebook()``: the same for people.

``table`` names the columns, so that an extract of nothing has its heading too.
"""

from bayan.export.columns import COLUMNS, Table, print_codebook
from bayan.export.writing import csv_blocks, jsonl_blocks, write_csv, write_jsonl

__all__ = ["COLUMNS", "Table", "csv_blocks", "jsonl_blocks", "print_codebook", "write_csv", "write_jsonl"]
