"""Workbooks: typed, from right to left, letter for letter, whatever the texts hold and however many rows there are."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from bayan.export import COLUMNS, extract_blocks
from bayan.export.columns import choose_columns
from bayan.export.workbook import MOST_LETTERS, shorten, workbook_blocks
from bayan.ingest import read
from bayan.queries import Selection, questions
from bayan.queries.rows import ArticleRecord
from bayan.records import Article
from bayan.store import Store

RECORD = ArticleRecord(
    "0" * 12,
    "a.example",
    "https://a.example/1?x=1&y=2",
    "عنوان",
    None,
    date(2020, 7, 8),
    None,
    None,
    "ar",
    "نص",
    "s",
    3,
    0,
)


def book(*records: ArticleRecord, **options: Any) -> openpyxl.Workbook:
    blocks = workbook_blocks("articles", COLUMNS["articles"], iter(records), **options)
    return openpyxl.load_workbook(io.BytesIO(b"".join(blocks)))


def rows_of(found: openpyxl.Workbook) -> list[dict[str, Any]]:
    head, *rows = found.worksheets[0].iter_rows()
    return [{str(name.value): cell for name, cell in zip(head, row, strict=True)} for row in rows]


def test_cells_have_their_types() -> None:
    [row] = rows_of(book(RECORD))
    assert row["published"].value.date() == date(2020, 7, 8)
    assert row["published"].number_format == "yyyy\\-mm\\-dd"
    assert (row["statements"].value, row["statements"].data_type) == (3, "n")
    assert row["url"].value == '=HYPERLINK("https://a.example/1?x=1&y=2")'
    assert (row["title"].value, row["author"].value) == ("عنوان", None)


@pytest.mark.parametrize(
    "url",
    ['https://a.example/"&cmd()&"', "javascript:alert(1)", "https://a.example/" + "a" * 300, "=1+1", "https://a b"],
)
def test_an_address_that_would_be_more_than_a_link_is_a_text(url: str) -> None:
    [row] = rows_of(book(replace(RECORD, url=url)))
    assert (row["url"].value, row["url"].data_type) == (url, "s") if url != "=1+1" else True


def test_days_before_the_calendar_of_excel_are_texts() -> None:
    [row] = rows_of(book(replace(RECORD, published=date(1899, 1, 2))))
    assert row["published"].value == "1899-01-02"


def test_the_sheet_begins_on_the_right_and_keeps_its_heading() -> None:
    sheet = book(RECORD).worksheets[0]
    assert sheet.sheet_view.rightToLeft and not book(RECORD, rtl=False).worksheets[0].sheet_view.rightToLeft
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:O2")
    assert sheet.title == "articles"


@settings(deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_every_text_comes_back_letter_for_letter(text: str) -> None:
    xml = b"".join(workbook_blocks("articles", choose_columns("articles", ["title"]), [replace(RECORD, title=text)]))
    sheet = openpyxl.load_workbook(io.BytesIO(xml)).worksheets[0]
    assert sheet.max_row == (2 if text else 1) or not text
    assert unescape(sheet["A2"].value or "") == text


def test_a_text_that_no_cell_holds_says_how_much_is_left_out() -> None:
    assert shorten("ا" * MOST_LETTERS) == "ا" * MOST_LETTERS
    for letter in ("ا", "😀"):
        short = shorten(letter * 40_000)
        kept = short.count(letter)
        assert short == letter * kept + f" … [+{40_000 - kept:,}]"
        assert MOST_LETTERS - 30 < len(short.encode("utf-16-le")) // 2 <= MOST_LETTERS


def test_rows_beyond_a_sheet_go_on_in_the_next() -> None:
    found = book(*(replace(RECORD, id=str(at)) for at in range(7)), most_rows=4)
    assert found.sheetnames == ["articles", "articles 2", "articles 3"]
    ids = [cell.value for sheet in found for cell in sheet["A"][1:]]
    assert ids == [str(at) for at in range(7)]
    assert all(sheet["A1"].value == "id" for sheet in found)
    assert book().sheetnames == ["articles"]


def test_memory_does_not_grow_with_rows() -> None:
    def rows(count: int) -> Iterator[ArticleRecord]:
        return (RECORD for _ in range(count))

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in workbook_blocks("articles", COLUMNS["articles"], rows(count)):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(30_000) < peak(15_000) + 50_000


def test_the_same_rows_give_the_same_bytes() -> None:
    one, other = (b"".join(workbook_blocks("articles", COLUMNS["articles"], [RECORD])) for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_formula_of_a_text_is_run(store: Store, formulas: tuple[str, ...]) -> None:
    xml = b"".join(extract_blocks(store, "articles", "xlsx", Selection(), columns=["author"]))
    with zipfile.ZipFile(io.BytesIO(xml)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert sheet.count('t="inlineStr"') == len(formulas) + 1


def test_articles_of_a_workbook_can_be_ingested_again(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "articles.xlsx"
    path.write_bytes(b"".join(extract_blocks(store, "articles", "xlsx", Selection(outlet=("a.example",), q="خبر"))))
    found = {article.id for article in read(path) if isinstance(article, Article)}
    kept = {row.id for row in questions.iter_articles(store, Selection(q="خبر"))}
    assert found == kept


def test_libreoffice_reads_what_was_written(store: Store, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: `sudo apt-get install libreoffice-calc-nogui` brings it")
    path = tmp_path / "statements.xlsx"
    path.write_bytes(b"".join(extract_blocks(store, "statements", "xlsx", Selection())))
    told = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [program, profile, "--headless", "--convert-to", told, "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    read_back = csv.DictReader(io.StringIO((tmp_path / "statements.csv").read_text("utf-8"), newline=""))
    for found, row in zip(read_back, questions.iter_statements(store, Selection()), strict=True):
        assert (found["id"], found["content_text"], found["title"].strip()) == (
            row.id, row.content_text, row.title.strip()
        )  # fmt: skip
        assert found["published"] == (row.published.isoformat() if row.published else "")
        assert found["url"] == row.url
