"""Lists of articles and statements over the demo corpus: what is folded in them is told and unfolds; their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests.browser.conftest import eventually, local, settle, words
from tests.browser.profiles import NARROW, WIDE, Pages

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.fixture
def open_at(pages: Pages, demo_address: str) -> Iterator[Open]:
    """Opens a page of the demo corpus."""
    given: list[Page] = []

    def opened(path: str, viewport: dict[str, int] = WIDE) -> Page:
        page = pages.new(viewport)
        given.append(page)
        page.goto(demo_address + path)
        settle(page)
        return page

    yield opened
    for page in given:
        page.close()


@pytest.mark.parametrize(("lang", "viewport"), [("en", WIDE), ("ar", NARROW)], ids=["wide", "narrow"])
def test_repeated_words_stand_under_their_first_report_and_unfold(
    open_at: Open, lang: str, viewport: dict[str, int]
) -> None:
    page = open_at(f"/timeline?act=warn,deny&from=2020-12-01&lang={lang}", viewport)
    repeats = page.locator(".repeats").first
    expect(repeats.locator("summary")).to_have_text({"en": "in 2 outlets", "ar": "في مصدرين"}[lang])
    expect(repeats.locator("ul")).not_to_be_visible()
    folded = page.locator(".card").count()
    repeats.locator("summary").click()
    expect(repeats.locator("ul")).to_be_visible()
    page.locator(".folding a").click()
    expect(page.locator(".repeats")).to_have_count(0)
    eventually(page, lambda: page.locator(".card").count() > folded, True)
    eventually(page, lambda: words(page).get("copies"), ["all"])
    page.locator(".folding a").click()
    expect(page.locator(".card")).to_have_count(folded)
    eventually(page, lambda: "copies" in words(page), False)


def test_a_folded_report_leads_to_its_own_article(open_at: Open) -> None:
    page = open_at("/timeline?act=warn&from=2020-12-01&lang=en")
    repeats = page.locator(".repeats").first
    repeats.locator("summary").click()
    outlet = repeats.locator("a").first.inner_text()
    repeats.locator("a").first.click()
    expect(page.locator(".sheet .source")).to_contain_text(outlet)
    expect(page.locator(".said.current").first).to_be_visible()


def test_articles_are_ordered_by_relevance_where_words_are_searched(open_at: Open) -> None:
    page = open_at("/articles?q=الهدنة&lang=en")
    by_date = page.locator(".result h2").all_inner_texts()
    page.get_by_role("group", name="Order").get_by_role("link", name="best match first").click()
    expect(page).to_have_url(re.compile("sort=relevance"))
    chosen = page.get_by_role("group", name="Order").locator("a[aria-current]")
    expect(chosen).to_have_text("best match first")
    expect(page.locator(".result h2").first.locator("mark").first).to_be_visible()
    by_relevance = page.locator(".result h2").all_inner_texts()
    assert by_relevance != by_date
    expect(open_at(local(page)).locator(".result h2")).to_have_text(by_relevance)
    page.locator(".result h2 a").first.click()
    page.locator(".ways a").first.click()
    expect(page.locator(".result h2")).to_have_text(by_relevance)
    expect(open_at("/articles?lang=en").get_by_role("group", name="Order")).to_have_count(0)


def test_a_count_under_words_says_where_they_stand(open_at: Open) -> None:
    facts = open_at("/articles?q=سرت&lang=en").locator(".heading .facts")
    expect(facts.first).to_contain_text("articles")
    expect(facts.last).to_contain_text("where the words stand in what was said")
    expect(open_at("/articles?lang=en").locator(".heading .facts")).to_have_count(1)


def test_how_much_is_folded_is_told_of_the_whole_list(open_at: Open) -> None:
    page = open_at("/timeline?for=turkiye&lang=en")
    told = page.locator(".folding").inner_text()
    under = 0
    while True:
        # The last line under each leads to all of them side by side.
        under += page.locator(".repeats li").count() - page.locator(".repeats").count()
        following = page.locator(".paging a").filter(has_text="Further")
        if not following.count():
            break
        first = page.locator(".card").first.get_attribute("id") or ""
        following.click()
        expect(page.locator(f"#{first}")).to_have_count(0)
        settle(page)
        expect(page.locator(".folding")).to_have_text(told)
    assert told.startswith(f"{under} further reports")


def test_all_values_of_a_filter_unfold(open_at: Open) -> None:
    page = open_at("/timeline?lang=en")
    more = page.locator(".facet .more").first
    expect(more.locator("a").last).not_to_be_visible()
    more.locator("summary").click()
    name = more.locator("a .name").last.inner_text()
    more.locator("a").last.click()
    expect(page.locator(".chip")).to_contain_text(name)


@pytest.mark.parametrize(("path", "viewport"), [("/timeline?act=warn", WIDE), ("/articles?q=وقف", NARROW)])
def test_a_folded_list_has_no_serious_fault_of_access(open_at: Open, path: str, viewport: dict[str, int]) -> None:
    page = open_at(f"{path}&lang=ar", viewport)
    page.locator(".repeats summary").first.click()
    found = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in found if fault["impact"] in ("serious", "critical")] == []
