"""Files handed in on the corpus page: read as `bayan ingest` reads them, and every fault told in a sentence."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect
from tests.browser.conftest import dashboard, settle
from tests.browser.corpus import write_store

from bayan.store import open_store, verify

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
RECORDS = [
    {"title": "هدنة", "body": "قال سيرغي لافروف إن الحل سياسي.", "outlet": "x.example", "published": "2020-07-08"},
    {"title": "بلا تاريخ", "body": "أعلنت البلدية إصلاح الطريق.", "outlet": "x.example"},
    {"title": "خبر", "body": 7, "outlet": "x.example"},
]
LINES = "\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS).encode()


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of its own: it is written to."""
    path = tmp_path_factory.mktemp("intake") / "bayan.db"
    write_store(path)
    return path


@pytest.fixture(scope="module")
def address(db: Path) -> Iterator[str]:
    with dashboard(db) as root:
        yield root


def hand_in(page: Page, *files: tuple[str, bytes]) -> Locator:
    """Choose files and have them read; gives the report."""
    payload: list[FilePayload] = [{"name": name, "mimeType": "", "buffer": data} for name, data in files]
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(payload)
    expect(page.locator("[data-testid=stFileUploader]")).to_contain_text(files[-1][0])
    page.locator("[data-testid=stFormSubmitButton] button").click()
    report = page.locator(".intake").filter(has_text=files[0][0])
    expect(report.locator("dl, b").first).to_be_visible()
    settle(page)
    return report


def counts(report: Locator) -> list[str]:
    """Read, stored, known, left out."""
    return report.locator("dd").all_inner_texts()


def test_a_file_is_read_and_the_page_holds_it(visit: Visit, db: Path, tmp_path: Path) -> None:
    page = visit("/corpus?lang=en")
    report = hand_in(page, ("هدنة.jsonl", LINES))
    assert counts(report) == ["3", "2", "0", "1"]
    expect(report).to_contain_text("field of a wrong type")
    with page.expect_download() as coming:
        report.get_by_role("link", name="Download what was left out").click()
    coming.value.save_as(tmp_path / "left.jsonl")
    (left,) = (tmp_path / "left.jsonl").read_text(encoding="utf-8").splitlines()
    assert (json.loads(left)["title"], json.loads(left)["rejected"]["reason"]) == ("خبر", "wrong-type")
    expect(page.locator(".panel").filter(has_text="1 article without a day")).to_contain_text("بلا تاريخ")
    expect(page.locator(".runs tbody tr").first).to_contain_text("upload هدنة.jsonl")
    expect(page.locator(".runs tbody tr").first).not_to_contain_text("not finished")
    with open_store(db) as store:
        assert list(verify(store)) == []


def test_what_is_known_is_not_stored_twice(visit: Visit) -> None:
    page = visit("/corpus?lang=ar")
    hand_in(page, ("first.jsonl", LINES))
    report = hand_in(page, ("second.jsonl", LINES))
    assert counts(report) == ["3", "0", "2", "1"]
    expect(report).to_contain_text("حقل من نوع خاطئ")
    expect(report).to_contain_text("هو عدد، لا نص")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("bomb.gz", gzip.compress("خبر ".encode() * 3_000_000, 1), "over a limit"),
        ("page.html", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, "not text"),
        ("feed.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><rss><channel/></rss>', "entities"),
        ("cut.gz", gzip.compress("\n".join(map(str, range(99_999))).encode())[:-40_000], "cut or damaged"),
        ("empty.csv", b" ", "empty"),
    ],
)
def test_a_hostile_file_is_one_sentence(visit: Visit, name: str, data: bytes, told: str) -> None:
    page = visit("/corpus?lang=en")
    report = hand_in(page, (name, data))
    expect(report.locator(".plain.left")).to_contain_text(told)
    assert counts(report)[1] == "0"
    expect(page.locator(".stException")).to_have_count(0)


def test_nothing_is_handed_in_where_others_may_ask(visit: Visit, db: Path) -> None:
    with dashboard(db, allow=("localhost",)) as root:
        page = visit("/corpus?lang=en", root=root)
        expect(page.locator(".runs")).to_be_visible()
        expect(page.locator("[data-testid=stFileUploader]")).to_have_count(0)
        page.close()


def test_the_summary_of_a_feed_is_told_in_the_article(visit: Visit) -> None:
    entry = "<item><title>ملخص خبر</title><description>أعلنت البلدية إصلاح الطريق الساحلي.</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{entry}</channel></rss>'
    page = visit("/corpus?lang=en")
    assert counts(hand_in(page, ("feed.xml", feed.encode())))[1] == "1"
    page.get_by_role("link", name="ملخص خبر").click()
    expect(page.locator(".sheet .source, .source").first).to_contain_text("the summary of a feed")
