"""A narrow screen: the pages behind a button, filters that close after a choice, charts that show less."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import WHOLE, eventually, settle, words
from tests.browser.profiles import NARROW, TABLET
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
def test_on_a_tablet_no_page_is_out_of_sight_and_no_chart_is_squeezed(
    visit: Visit, demo_address: str, lang: str
) -> None:
    page = visit(f"/actors?lang={lang}", TABLET, demo_address)
    page.locator("header.top .menu").click()
    for link in page.locator("header.top nav a").all():
        expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    names = page.locator(".stPlotlyChart").first.locator(".ytick text")
    expect(names.first).to_be_visible()
    within = """names => names.every(name => {
        const [at, chart] = [name, name.closest(".stPlotlyChart")].map(one => one.getBoundingClientRect())
        return at.left >= chart.left - 1 && at.right <= chart.right + 1
    })"""
    eventually(page, lambda: names.evaluate_all(within), True)


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


def test_filters_that_were_open_do_not_cover_the_next_page_that_is_opened(visit: Visit) -> None:
    page = visit("/timeline?lang=ar", NARROW)
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.locator(".facet").first).to_be_in_viewport()
    page.reload()
    settle(page)
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_in_viewport()
    expect(page.locator(".facet").first).not_to_be_in_viewport()


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


LABELS = """labels => labels.map(label => label.getBoundingClientRect())
  .map(({ left, right, top }) => [left, right, top]).sort((one, other) => one[0] - other[0])"""


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(
    "path", ["/timeline?act=deny&from=2020-06-01&to=2020-06-30", "/?act=deny", "/actor?id=turkiye&for=turkiye"]
)
def test_the_words_below_a_chart_have_room_and_tell_the_year(
    visit: Visit, demo_address: str, path: str, lang: str
) -> None:
    page = visit(f"{path}&lang={lang}", NARROW, root=demo_address)
    settle(page)
    charts = page.get_by_test_id("stPlotlyChart").filter(has=page.locator(".xaxislayer-above .xtick"))
    expect(charts.first).to_be_visible()
    for chart in charts.all():
        labels = chart.locator(".xtick text")
        expect(labels.first).to_be_visible()
        expect(labels.filter(has_text="2020").first).to_be_visible()
        places = labels.evaluate_all(LABELS)
        assert places[0][0] >= 0 and places[-1][1] <= NARROW["width"]
        assert all(after[0] > before[1] for before, after in pairwise(places)), path


@pytest.mark.parametrize(("lang", "way"), [("en", "What it may deny:"), ("ar", "ما قد ينفيه:")])
def test_the_way_to_what_is_denied_leads_past_the_text_to_it(
    visit: Visit, demo_address: str, lang: str, way: str
) -> None:
    page = visit(f"/timeline?act=deny&lang={lang}", NARROW, root=demo_address)
    page.get_by_role("link", name=way).first.click()
    expect(page.locator(".note.current .denied h3")).to_be_in_viewport(ratio=1)
    page.go_back()
    page.locator(".card .tools > .go").first.click()
    expect(page.locator(".said.current").first).to_be_in_viewport()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_a_row_is_about_stays_in_sight_beside_five_sides(visit: Visit, demo_address: str, lang: str) -> None:
    sides = "/compare?for=turkiye,egypt,russia&actor=khalifa-haftar,fayez-al-sarraj"
    page = visit(f"{sides}&lang={lang}", NARROW, root=demo_address)
    table = page.locator(".matrix .scroll").first
    table.scroll_into_view_if_needed()
    expect(table.locator("thead th").last).not_to_be_in_viewport(ratio=0.9)
    table.evaluate("box => box.scrollLeft = 1000 * (getComputedStyle(box).direction === 'rtl' ? -1 : 1)")
    expect(table.locator("thead th").last).to_be_in_viewport(ratio=0.9)
    expect(table.locator("tbody th").first).to_be_in_viewport(ratio=0.9)
