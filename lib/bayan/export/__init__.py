"""Export: a store and a selection go in; files come out in blocks of bytes, at flat memory.

- ``extract_blocks(store, table, form, selection, …)``: one table as one file; ``TABLES`` and ``FORMS`` name them.
- ``package_blocks(store, selection, tables, …)``: a zip file with data, codebook, datapackage.json and manifest;
  ``remade_blocks`` makes one anew from its own manifest, ``compare_packages`` says what differs.
- ``COLUMNS``: the columns of each table; ``tell_meaning`` and ``print_codebook`` explain them in both languages.
"""

from bayan.export.codebook import print_codebook, tell_meaning
from bayan.export.columns import COLUMNS, TABLES, Table
from bayan.export.comparing import compare_packages, remade_blocks
from bayan.export.forms import FORMS, extract_blocks
from bayan.export.package import package_blocks

__all__ = [
    "COLUMNS",
    "FORMS",
    "TABLES",
    "Table",
    "compare_packages",
    "extract_blocks",
    "package_blocks",
    "print_codebook",
    "remade_blocks",
    "tell_meaning",
]
