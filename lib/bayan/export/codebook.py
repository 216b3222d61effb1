"""The codebook: what the columns mean, for people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from bayan.data import data_path
from bayan.export.columns import COLUMNS, Column, Table

_SHARED = "shared"
_PAGE = "page"


@cache
def load_codebook() -> Mapping[str, Any]:
    """What data/codebook.yaml says: by table and column, by language."""
    book: Mapping[str, Any] = yaml.safe_load(data_path("codebook.yaml").read_text(encoding="utf-8"))
    return book


def tell_meaning(table: Table, column: str, lang: str = "en") -> str:
    """What a column means, in a language of the interface."""
    book = load_codebook()
    meaning: str = (book[table].get(column) or book[_SHARED][column])[lang]
    return meaning


def print_codebook(lang: str = "en", tables: Mapping[Table, Sequence[Column]] = COLUMNS) -> str:
    """The codebook of some tables as Markdown."""
    page = load_codebook()[_PAGE][lang]
    parts = [f"# {page['title']}", page["lead"]]
    for table, columns in tables.items():
        rows = "\n".join(f"| `{column.name}` | {tell_meaning(table, column.name, lang)} |" for column in columns)
        parts.append(f"## {table}\n\n| {page['column']} | {page['meaning']} |\n|---|---|\n{rows}")
    return "\n\n".join(parts) + "\n"
