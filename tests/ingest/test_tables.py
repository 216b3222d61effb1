"""CSV, TSV and workbooks: columns by their headers, rows that cannot be read by their numbers."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from bayan.errors import Rejected
from bayan.ingest import Limits, Notes, read
from bayan.records import Article

BODY = "قال الوزير إن الخطة تشمل قروضا ميسرة."


def write(file: Path, *rows: str, encoding: str = "utf-8") -> Path:
    file.write_bytes("\r\n".join(rows).encode(encoding) + b"\r\n")
    return file


def outcome(file: Path, **options: dict[str, str] | Limits | Notes) -> list[str]:
    """The titles of what is read, and place and reason of what is not."""
    found = read(file, **options)  # type: ignore[arg-type]
    return [item.title if isinstance(item, Article) else f"{item.where} {item.reason}" for item in found]


@pytest.mark.parametrize(("separator", "encoding"), [(",", "utf-8-sig"), (";", "windows-1256"), ("\t", "utf-16")])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt"])
def test_a_table_is_told_by_its_header(tmp_path: Path, separator: str, encoding: str, name: str) -> None:
    rows = [["العنوان", "نص الخبر", "تاريخ النشر", "الصحيفة", "رقم"], ["عنوان", BODY, "8 يوليو 2020", "الصباح", "7"]]
    (found,) = read(write(tmp_path / name, *map(separator.join, rows), encoding=encoding))
    assert isinstance(found, Article)
    assert (found.title, found.body, found.outlet) == ("عنوان", BODY, "الصباح")
    assert (found.published, found.source) == (date(2020, 7, 8), f"{name}:2")


def test_what_was_taken_for_what_is_told(tmp_path: Path) -> None:
    notes = Notes()
    assert outcome(write(tmp_path / "a.csv", "Headline,Full Text,Score", f"عنوان,{BODY},3"), notes=notes) == ["عنوان"]
    assert list(notes.columns) == ["title = Headline, body = Full Text"]
    assert notes.fields == {"Score": 1}


def test_quoted_cells_hold_lines_separators_and_quotation_marks(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "title,text,day", '"عنوان, طويل","قال ""نعم""', "", 'ثم سكت.",2020-07-08')
    (found,) = read(file)
    assert isinstance(found, Article)
    assert (found.title, found.body) == ("عنوان, طويل", 'قال "نعم"\nثم سكت.')


def test_a_stray_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    rows = [f"عنوان {n},{BODY},2020-07-0{n}" for n in range(1, 9)]
    rows[2] = f'"عنوان 3,{BODY},2020-07-03'
    rows[5] = f'"عنوان 6,{BODY},2020-07-06'
    assert outcome(write(tmp_path / "a.csv", "title,text,date", *rows)) == [
        "عنوان 1", "عنوان 2", "a.csv:4 bad-row", "عنوان 4", "عنوان 5", "a.csv:7 bad-row", "عنوان 7", "عنوان 8",
    ]  # fmt: skip


def test_rows_are_not_swallowed_where_stray_quotation_marks_pair(tmp_path: Path) -> None:
    rows = [f'عنوان 1,"{BODY},x,d', f"عنوان 2,{BODY},x,d", f'عنوان 3,{BODY}",x,d', f"عنوان 4,{BODY},x,d"]
    assert outcome(write(tmp_path / "a.csv", "title,text,outlet,date", *rows)) == [
        "a.csv:2 bad-row", "عنوان 2", "عنوان 3", "عنوان 4",
    ]  # fmt: skip


def test_rows_that_do_not_fit_are_named(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "title,text,date", "قصير,x", f"عنوان,{BODY},,", f"عنوان,{BODY},,زائد", "", ",,")
    assert outcome(file) == ["a.csv:2 bad-row", "عنوان", "a.csv:4 bad-row", "a.csv:6 no-text"]


def test_a_cell_over_the_limit_is_named(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "title,text", f'عنوان,"{BODY * 9}"', f"عنوان,{BODY}")
    assert outcome(file, limits=Limits(cell=200)) == ["a.csv:2 too-large", "عنوان"]


def test_a_table_without_known_columns_names_what_it_needs(tmp_path: Path) -> None:
    (rejected,) = read(write(tmp_path / "a.csv", f"https://n.example/1,خبر عاجل جدا,{BODY}"))
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "no-columns"
    assert "--map title=NAME" in rejected.detail


def test_columns_are_named_by_hand(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "العمود الأول,العمود الثاني", f"عنوان,{BODY}")
    assert outcome(file, columns={"title": "العمود الأول", "body": "العمود الثاني"}) == ["عنوان"]


def test_a_column_that_is_named_and_not_there_is_told(tmp_path: Path) -> None:
    """A mistyped name must not store articles without titles."""
    file = write(tmp_path / "a.csv", "العمود الأول,النص", f"عنوان,{BODY}")
    (rejected,) = read(file, columns={"title": "العمود الاولى", "published": "اليوم"})
    assert isinstance(rejected, Rejected)
    assert (rejected.code, rejected.values["fields"]) == ("absent_columns", "title, published")


def test_columns_are_named_by_number_where_there_is_no_header(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", f"x,عنوان 1,{BODY}", f"x,عنوان 2,{BODY}")
    assert outcome(file, columns={"title": "2", "body": "3"}) == ["عنوان 1", "عنوان 2"]


def test_a_text_with_commas_is_no_table(tmp_path: Path) -> None:
    assert outcome(write(tmp_path / "a.txt", "عنوان, طويل", BODY)) == ["عنوان, طويل"]


def workbook(file: Path, **sheets: Sequence[Sequence[str | float | date | None]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(file)
    return file


def with_part(file: Path, name: str, old: bytes, new: bytes) -> Path:
    """A workbook in which a part is written otherwise."""
    with zipfile.ZipFile(file) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return file


@pytest.mark.parametrize("name", ["a.xlsx", "a.dat"])
def test_each_sheet_of_a_workbook_is_a_table(tmp_path: Path, name: str) -> None:
    head = ["العنوان", "النص", "التاريخ"]
    first = [head, ["عنوان 1", BODY, date(2020, 7, 8)], [None, None, None], [2020.0, BODY, "8 تموز 2020"]]
    found = list(read(workbook(tmp_path / name, أخبار=first, Empty=[], Other=[["x", "y"], ["1", "2"]])))
    one, two, other = found
    assert isinstance(one, Article) and isinstance(two, Article) and isinstance(other, Rejected)
    assert (one.title, one.published, one.source) == ("عنوان 1", date(2020, 7, 8), f"{name}:أخبار:2")
    assert (two.title, two.published) == ("2020", date(2020, 7, 8))
    assert (other.where, other.reason) == (f"{name}:Other", "no-columns")


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", s=[["title"], ["عنوان " * 5_000]])
    assert outcome(file, limits=Limits(workbook=20_000)) == ["a.xlsx too-large"]


@pytest.mark.parametrize(
    "last", [b'<row r="1048576"><c r="ZZZ1048576"><v>1</v></c></row>', b'<row r="99999999999"><c><v>1</v></c></row>']
)
def test_a_sheet_with_cells_far_apart_is_refused_soon(tmp_path: Path, last: bytes) -> None:
    file = workbook(tmp_path / "a.xlsx", s=[["title", "text"], ["عنوان", BODY]])
    with_part(file, "xl/worksheets/sheet1.xml", b"</sheetData>", last * 3 + b"</sheetData>")
    assert outcome(file, limits=Limits(cells=40_000))[:1] == ["عنوان"]
    assert outcome(file, limits=Limits(cells=40_000))[-1] in ("a.xlsx:s too-large", "a.xlsx:s truncated")


def test_entities_in_a_workbook_are_refused(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", s=[["title"], ["عنوان"]])
    with_part(file, "xl/worksheets/sheet1.xml", b"<worksheet ", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet ')
    assert outcome(file) == ["a.xlsx entities"]


def test_a_sheet_that_is_cut_gives_the_rows_before_the_cut(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", s=[["title"], ["عنوان"], ["آخر"]])
    with_part(file, "xl/worksheets/sheet1.xml", b'<row r="3"', b"<row <row")
    assert outcome(file) == ["عنوان", "a.xlsx:s truncated"]


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.bin", "content.xml"])
def test_other_office_files_are_named(tmp_path: Path, part: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("[Content_Types].xml", "mimetype", part):
            archive.writestr(name, "x")
    assert outcome(tmp_path / "a.zip") == ["a.zip format"]


def test_a_damaged_workbook_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
    assert outcome(tmp_path / "a.xlsx") == ["a.xlsx format"]
