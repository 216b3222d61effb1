"""The codebook explains every column in both languages, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bayan.export import COLUMNS, print_codebook, tell_meaning
from bayan.export.codebook import load_codebook

DOCS = Path(__file__).parents[2] / "docs"
LANGUAGES = ("en", "ar")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_column_is_explained(lang: str) -> None:
    for table, columns in COLUMNS.items():
        assert all(tell_meaning(table, column.name, lang).strip() for column in columns)


def test_nothing_else_is_explained() -> None:
    book = load_codebook()
    assert set(book) == {*COLUMNS, "shared", "page", "package"}
    names = {table: {column.name for column in columns} for table, columns in COLUMNS.items()}
    assert all(set(book[table]) <= known for table, known in names.items())
    assert set(book["shared"]) <= set.union(*names.values())
    assert all(set(meaning) == set(LANGUAGES) for part in (*COLUMNS, "shared") for meaning in book[part].values())


@pytest.mark.parametrize(("lang", "name"), [("en", "codebook.md"), ("ar", "codebook-ar.md")])
def test_the_printed_codebook_is_up_to_date(lang: str, name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == print_codebook(lang), (
        "print it anew: bayan.export.print_codebook"
    )
