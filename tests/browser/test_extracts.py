"""The page of extracts: whatever is chosen stands in the address, and a download holds what the store holds."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import eventually, words

from bayan.queries import Selection, questions
from bayan.store import open_store

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
TURKEY = Selection(behalf=("turkey",))


def take(page: Page, link: Locator, folder: Path) -> Path:
    with page.expect_download() as coming:
        link.click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def ids_in_store(path: Path) -> list[str]:
    with open_store(path) as store:
        return [row.id for row in questions.iter_statements(store, TURKEY)]


def ids_in_file(path: Path) -> list[str]:
    raw = path.read_bytes()
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(raw), read_only=True).worksheets[0]
        return [str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    text = raw.decode("utf-8-sig")
    if path.suffix == ".jsonl":
        return [json.loads(line)["id"] for line in text.splitlines()]
    assert raw.startswith(b"\xef\xbb\xbf") == (".excel." in path.name)
    return [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))]


@pytest.mark.parametrize(
    ("lang", "form"),
    [("en", "Excel (XLSX)"), ("ar", "إكسل (XLSX)"), ("en", "CSV for Excel"), ("ar", "CSV"), ("en", "JSON Lines")],
)
def test_an_extract_holds_exactly_what_the_store_holds(
    visit: Visit, store_path: Path, tmp_path: Path, lang: str, form: str
) -> None:
    page = visit(f"/extracts?for=turkey&lang={lang}")
    page.locator(".extracts .choices").get_by_role("link", name=form, exact=True).click()
    expect(page.locator(".extracts .choices [aria-current]")).to_have_text(form)
    stored = ids_in_store(store_path)
    assert ids_in_file(take(page, page.locator(".extracts .primary"), tmp_path)) == stored
    expect(page.locator(".kinds .n").first).to_have_text(str(len(stored)))


def test_the_package_of_an_actor_takes_four_clicks(visit: Visit, store_path: Path, tmp_path: Path) -> None:
    """Every statement of Türkiye and of those who speak for it, for R and for Excel, and how it was made."""
    page = visit("/?lang=en")
    page.locator(".picker .pick").click()  # 1
    page.keyboard.type("turkiye")
    page.get_by_role("option").filter(has_text="Türkiye").filter(has_text="and those who speak for it").click()  # 2
    expect(page.locator(".heading h1")).to_contain_text("those who speak for it")
    page.locator("header.top").get_by_role("link", name="Extracts").click()  # 3
    link = page.locator(".extracts .button:not(.primary)")
    with zipfile.ZipFile(take(page, link, tmp_path)) as package:  # 4
        rows = list(csv.DictReader(io.TextIOWrapper(package.open("data/statements.csv"), "utf-8", newline="")))
        manifest = json.loads(package.read("manifest.json"))
        assert {"excel/statements.xlsx", "codebook.md", "codebook-ar.md", "datapackage.json"} <= {*package.namelist()}
    assert [row["id"] for row in rows] == ids_in_store(store_path)
    assert all(row["act"] and row["day"] for row in rows)
    assert manifest["selection"] == {"for": "turkey"}


def test_columns_are_chosen_in_the_address(visit: Visit, tmp_path: Path) -> None:
    page = visit("/extracts?for=turkey&form=csv&lang=en")
    for name in ("url", "evidence"):
        page.locator(".columns a").filter(has=page.get_by_text(name, exact=True)).click()
        expect(page.locator(".columns a:not([aria-current])").filter(has_text=name)).to_have_count(1)
    page.locator("header.top .language").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".columns a:not([aria-current])")).to_have_count(2)
    eventually(page, lambda: words(page).get("without"), ["evidence,url"])
    heading = take(page, page.locator(".extracts .primary"), tmp_path).read_text(encoding="utf-8").splitlines()[0]
    assert "url" not in heading.split(",") and "speaker" in heading.split(",")


def test_choices_stay_when_filters_change(visit: Visit) -> None:
    page = visit("/extracts?lang=en")
    page.locator(".kinds a").filter(has_text="Pairs").click()
    page.locator(".choices a").filter(has_text="Network").click()
    expect(page.locator(".columns")).to_have_count(0)
    page.get_by_test_id("stSidebar").locator(".facet a").first.click()
    expect(page.locator(".heading .chip")).to_have_count(1)
    eventually(page, lambda: [words(page).get(word) for word in ("table", "form")], [["pairs"], ["gexf"]])
    page.locator(".kinds a").filter(has_text="Articles with text").click()
    expect(page.locator(".extracts .choices [aria-current]")).to_have_text("Excel (XLSX)")


@pytest.mark.parametrize("asked", ["table=secrets", "table=articles&form=gexf", "form=pdf"])
def test_an_extract_that_is_none_is_said(visit: Visit, asked: str) -> None:
    page = visit(f"/extracts?{asked}&lang=en")
    expect(page.locator(".notice")).to_contain_text("There is no extract")
