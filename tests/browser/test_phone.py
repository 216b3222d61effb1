"""A narrow screen: the pages behind a button, filters that close after a choice, charts that show less."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import WHOLE, eventually, settle, words
from tests.browser.profiles import NARROW
from tests.browser.test_access import PAGES

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


@pytest.mark.parametrize(("lang", "label"), [("en", "Pages"), ("ar", "الصفحات")])
def test_the_pages_are_behind_a_button_and_none_is_out_of_sight(visit: Visit, lang: str, label: str) -> None:
    page = visit(f"/timeline?act=deny&lang={lang}", NARROW)
    settle(page)
    menu, pages = page.get_by_role("button", name=label), page.locator("header.top nav")
    expect(pages).not_to_be_visible()
    menu.click()
    for link in pages.locator("a").all():
        expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(pages).not_to_be_visible()
    expect(menu).to_be_focused()
    menu.click()
    pages.locator("a").nth(4).click()
    expect(page.locator(".result")).to_have_count(1)
    expect(pages).not_to_be_visible()
    eventually(page, lambda: words(page).get("act"), ["deny"])
    page.locator(".result a").first.click()
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.get_by_test_id("stExpandSidebarButton")).not_to_be_visible()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_filters_close_after_a_choice(visit: Visit, lang: str) -> None:
    page = visit(f"/timeline?lang={lang}", NARROW)
    expect(page.locator(".card")).to_have_count(6)
    expect(page.locator(".facet").first).not_to_be_visible()
    page.get_by_test_id("stExpandSidebarButton").click()
    facet = page.locator(".facet a").filter(has=page.locator(".act-deny"))
    expect(facet).to_be_in_viewport()
    facet.click()
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".facet").first).not_to_be_in_viewport()
    expect(page.locator(".heading h1")).to_be_in_viewport()


def test_a_narrow_chart_takes_longer_steps_than_a_wide_one(visit: Visit) -> None:
    path = "/timeline?for=turkey&from=2020-06-01&lang=en"
    hollow, told = visit(path), visit(path, NARROW)
    settle(hollow)
    settle(told)
    expect(hollow.locator(".scatterlayer .point")).to_have_count(4)
    # Both statements of June stand in one week, those of July in another.
    marks = told.locator(".scatterlayer .point")
    expect(marks).to_have_count(4)
    middles = "marks => marks.map(mark => mark.getBoundingClientRect()).map(at => Math.round(at.x + at.width / 2))"
    eventually(told, lambda: len(set(marks.evaluate_all(middles))), 2)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_page_opens_at_its_heading(visit: Visit, address: str, lang: str) -> None:
    page = visit(f"/?lang={lang}", NARROW)
    for path in filter(None, PAGES.values()):
        page.goto(f"{address}{path}lang={lang}")
        page.locator("h1").first.wait_for()
        page.locator(WHOLE).wait_for()
        page.wait_for_function("document.fonts.ready.then(() => true)")
        expect(page.locator("h1").first).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.querySelector('.stMain').scrollTop") == 0, path
