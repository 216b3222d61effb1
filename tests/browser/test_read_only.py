"""A store on a share that takes no changes: every page opens, says so, and offers nothing that would write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import dashboard, scrolls_sideways
from tests.browser.corpus import write_store
from tests.browser.profiles import NARROW, WIDE
from tests.modes import closed
from tests.store.made import make_batch

from bayan.store import open_store

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
PAGES = ("", "timeline", "actors", "actor?id=hulusi-akar", "compare", "articles", "extracts", "about")
TOLD = {"en": "This store is read-only", "ar": "هذا المخزن للقراءة فقط"}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("share") / "bayan.db"
    write_store(path)
    return path


@pytest.fixture(scope="module")
def address(db: Path) -> Iterator[str]:
    with closed(db, db.parent), dashboard(db) as root:
        yield root


@pytest.mark.parametrize("page_name", PAGES)
def test_every_page_opens(visit: Visit, page_name: str) -> None:
    page = visit(f"/{page_name}{'&' if '?' in page_name else '?'}lang=en")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".notice")).to_have_count(0)
    expect(page.locator(".top .closed")).to_have_text("read-only")


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_that_writes_is_offered_and_it_is_said_why(visit: Visit, lang: str, viewport: dict[str, int]) -> None:
    page = visit(f"/corpus?lang={lang}", viewport)
    expect(page.locator(".notice h2")).to_have_text(TOLD[lang])
    expect(page.locator("[data-testid=stFileUploader]")).to_have_count(0)
    expect(page.locator(".top .closed")).to_be_visible()
    assert not scrolls_sideways(page)
    page = visit(f"/review?lang={lang}", viewport)
    expect(page.locator(".notice h1")).to_have_text(TOLD[lang])
    expect(page.locator("[data-testid=stButton]")).to_have_count(0)
    page = visit(f"/timeline?lang={lang}", viewport)
    assert page.locator("a[href*='review?']").count() == 0


def test_an_extract_is_given(visit: Visit) -> None:
    page = visit("/extracts?lang=en")
    with page.expect_download() as begun:
        page.locator("a[download], .ways a, a.button[href*='download']").first.click()
    assert Path(begun.value.path()).stat().st_size > 0


def test_what_the_owner_adds_is_seen(visit: Visit, db: Path) -> None:
    page = visit("/articles?lang=en")
    before = page.locator(".facts").first.inner_text()
    with open_store(db, write=True) as store:
        store.save(make_batch(3))
    page.reload()
    expect(page.locator(".facts").first).not_to_have_text(before)
