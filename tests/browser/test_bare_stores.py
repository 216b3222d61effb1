"""Stores that hold little: every page says what is missing and what to do, and draws no chart of nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import WHOLE, dashboard, scrolls_sideways
from tests.browser.corpus import ACTORS, CORPUS, PRINCIPALS
from tests.browser.profiles import NARROW, Pages
from tests.browser.test_access import PAGES

from bayan.records import Article
from bayan.store import open_store

pytestmark = pytest.mark.browser

SPOKEN = ("/?", "/timeline?", "/timeline?mirror=previous&", "/actors?", "/compare?", "/review?")
"""Pages of what was said, whoever said it."""


def write_bare(path: Path, kind: str) -> None:
    """A store without articles, with one in which nobody says anything, or with one that has no day."""
    with open_store(path, write=True, create=True) as store:
        store.sync_actors(ACTORS, PRINCIPALS)
        if kind == "silent":
            store.save([(Article("demo-daily", "عنوان", "نص بلا تصريحات."), None)])
        if kind == "undated":
            article, extraction = CORPUS[2]
            store.save([(Article("demo-daily", article.title, article.body), extraction)], extractor="tests")


@pytest.fixture(scope="module", params=["empty", "silent", "undated"])
def bare(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    path = tmp_path_factory.mktemp("bare") / "bare.db"
    write_bare(path, request.param)
    with dashboard(path) as root:
        yield request.param, root


def open_all(pages: Pages, root: str, lang: str) -> Iterator[tuple[str, Page]]:
    page = pages.new(NARROW)
    for path in (*SPOKEN, *PAGES.values()):
        page.goto(f"{root}{path or '/article?id=000000000000&'}lang={lang}")
        page.locator("h1").first.wait_for()
        page.locator(WHOLE).wait_for()
        yield path, page
    page.close()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_page_says_what_to_do(pages: Pages, bare: tuple[str, str], lang: str) -> None:
    kind, root = bare
    command = {"empty": "bayan --db bayan.db demo", "silent": "bayan --db bayan.db annotate", "undated": ""}[kind]
    for name, page in open_all(pages, root, lang):
        told = page.locator(".stMain").inner_text()
        assert "Traceback" not in told and page.get_by_test_id("stException").count() == 0, name
        assert page.locator(".notice").count() <= 1, name
        if name in SPOKEN:
            assert command in told, name
        for chart in page.get_by_test_id("stPlotlyChart").all():
            chart.locator(".main-svg").first.wait_for()
            assert chart.locator(".point, .heatmaplayer image").count(), f"{name} draws a chart of nothing"
        assert not scrolls_sideways(page), name


def test_an_empty_store_leads_to_where_articles_are_handed_in(pages: Pages, tmp_path: Path) -> None:
    write_bare(tmp_path / "bare.db", "empty")
    with dashboard(tmp_path / "bare.db") as root:
        page = pages.new()
        page.goto(f"{root}/?lang=en")
        page.locator(".notice a").click()
        expect(page.get_by_text("Add articles")).to_be_visible()
        expect(page.get_by_text("Every article has a day")).to_have_count(0)
        page.close()
