"""The questions of an analyst, asked of the demo corpus: how many clicks each takes. docs/journeys.md tells them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import eventually, settle, words
from tests.browser.profiles import Pages

pytestmark = pytest.mark.browser

Open = Callable[[str], Page]


@pytest.fixture
def page(pages: Pages, demo_address: str) -> Iterator[Page]:
    opened = pages.new(permissions=["clipboard-read", "clipboard-write"])
    opened.goto(f"{demo_address}/?lang=en")
    expect(opened.locator(".card").first).to_be_visible()
    yield opened
    opened.close()


class Clicks:
    """Clicks that are counted; typing is not."""

    def __init__(self) -> None:
        self.made = 0

    def on(self, target: Locator) -> None:
        target.click()
        self.made += 1


def test_what_a_state_said_on_a_topic_and_how_it_shifted(page: Page) -> None:
    clicks = Clicks()
    page.locator(".pick").focus()
    page.keyboard.type("turkiye")
    offered = page.get_by_role("option").filter(has_text="Türkiye").filter(has_text="those who speak for it")
    clicks.on(offered.first)
    expect(page.locator(".heading h1")).to_contain_text("Türkiye and those who speak for it")
    clicks.on(page.locator(".facet a").filter(has_text="Ceasefire"))
    expect(page.locator(".heading h1")).to_contain_text("on Ceasefire")
    clicks.on(page.locator("header.top nav a").filter(has_text="Timeline"))
    expect(page.locator(".st-key-lanes")).to_be_visible()
    for label, day in (("From", "2020-06-01"), ("To", "2020-07-31")):
        clicks.on(page.get_by_label(label, exact=True))
        page.get_by_label(label, exact=True).fill(day)
        expect(page).to_have_url(re.compile(f"{day}"))
        expect(page.get_by_label(label, exact=True)).to_have_value(day)
        settle(page)
    acts = page.get_by_role("group", name="Lanes").get_by_role("link", name="acts")
    expect(acts).to_have_attribute("href", re.compile("2020-07-31"))
    clicks.on(acts)
    expect(page.locator(".turns li").first).to_be_visible()
    expect(page.locator(".card").first).to_be_visible()
    asked = {"for": ["turkiye"], "topic": ["ceasefire"], "from": ["2020-06-01"], "to": ["2020-07-31"]}
    eventually(page, lambda: {word: words(page).get(word) for word in asked}, asked)
    assert clicks.made <= 6


def test_who_was_quoted_most_against_before_and_who_is_new(page: Page) -> None:
    clicks = Clicks()
    clicks.on(page.locator("header.top nav a").filter(has_text="Actors"))
    expect(page.locator(".change.more, .change.fewer").first).to_be_visible()
    expect(page.locator(".newcomers li").first).to_be_visible()
    clicks.on(page.locator(".newcomers a").first)
    expect(page.locator(".card").first).to_be_visible()
    assert clicks.made <= 3


def test_an_article_is_found_read_and_its_sentence_cited(page: Page) -> None:
    clicks = Clicks()
    page.keyboard.press("/")
    page.keyboard.type("actor:kalin سرت")
    page.keyboard.press("Enter")
    expect(page.locator(".heading h1")).to_contain_text("İbrahim Kalın")
    clicks.on(page.locator(".card .go").first)
    said = page.locator(".said.current").first
    expect(said).to_be_in_viewport()
    clicks.on(page.locator(".note.current .cite summary"))
    clicks.on(page.locator(".note.current .copy").first)
    expect(page.locator(".note.current .copy").first).to_have_text("Copied")
    assert "Kalın" in page.evaluate("navigator.clipboard.readText()")
    assert clicks.made <= 4


def test_who_denied_what_and_what_it_was(page: Page) -> None:
    clicks = Clicks()
    clicks.on(page.locator(".facet a").filter(has_text="deny"))
    expect(page.locator(".heading h1")).to_contain_text("denials")
    way = page.get_by_role("link", name="What it may deny").first
    expect(way).to_have_text(re.compile(r"What it may deny: \d+ statement"))
    clicks.on(way)
    expect(page.locator(".note.current .denied")).to_be_visible()
    assert clicks.made <= 4


def test_what_came_in_since_yesterday(page: Page) -> None:
    clicks = Clicks()
    clicks.on(page.locator(".arrivals a").filter(has_text="since yesterday"))
    expect(page.locator(".heading h1")).to_contain_text("came in since")
    expect(page.locator(".tiles b").nth(1)).to_have_text("211")
    assert clicks.made <= 2


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus."""
    for _ in range(160):
        if page.evaluate("(selector) => Boolean(document.activeElement?.matches(selector))", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


def test_the_keyboard_alone_finds_a_turning_point(page: Page) -> None:
    tab_to(page, ".pick")
    page.keyboard.type("turkiye")
    offered = page.get_by_role("option")
    expect(offered.first).to_contain_text("Türkiye")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(offered.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".heading h1")).to_contain_text("Türkiye and those who speak for it")
    for selector, shown in (
        (".facet a[href*='topic=ceasefire']", ".chip:has-text('Ceasefire')"),
        ("header.top nav a[href^='/timeline']", ".st-key-lanes"),
        (".st-key-lanes .choices a[href*='lanes=act']", ".turns li"),
        (".turns a", ".card"),
    ):
        tab_to(page, selector)
        page.keyboard.press("Enter")
        expect(page.locator(shown).first).to_be_visible()
        settle(page)


def test_the_keyboard_alone_cites_a_sentence(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("actor:kalin سرت")
    page.keyboard.press("Enter")
    expect(page.locator(".heading h1")).to_contain_text("İbrahim Kalın")
    settle(page)
    tab_to(page, ".card .go")
    page.keyboard.press("Enter")
    expect(page.locator(".said.current").first).to_be_in_viewport()
    expect(page.locator(".note.current .number")).to_be_focused()
    tab_to(page, ".note.current summary")
    page.keyboard.press("Enter")
    tab_to(page, ".note.current .copy")
    page.keyboard.press("Enter")
    expect(page.locator(".note.current .copy").first).to_have_text("Copied")


def test_the_keyboard_alone_compares_with_the_days_before(page: Page) -> None:
    enter(page, "header.top nav a[href^='/actors']", ".newcomers li")
    enter(page, ".newcomers a", ".card")


def test_the_keyboard_alone_finds_what_was_denied(page: Page) -> None:
    enter(page, ".facet a[href*='act=deny']", ".chip:has-text('deny')")
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".facet a:has(.act-criticise)")).to_be_focused()
    tab_to(page, ".card .copy + a:not(.go)")
    page.keyboard.press("Enter")
    expect(page.locator(".note.current .denied")).to_be_visible()
    expect(page.locator(".note.current .number")).to_be_focused()


def test_the_keyboard_alone_takes_a_package(page: Page) -> None:
    tab_to(page, ".pick")
    page.keyboard.type("egypt")
    served = page.get_by_role("option").filter(has_text="Egypt").filter(has_text="those who speak for it").first
    expect(served).to_be_visible()
    for _ in range(9):
        page.keyboard.press("ArrowDown")
        if served.get_attribute("aria-selected") == "true":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".heading h1")).to_contain_text("Egypt and those who speak for it")
    settle(page)
    expect(page.locator(".pick")).to_be_focused()
    enter(page, "header.top nav a[href^='/extracts']", ".extracts .buttons")
    tab_to(page, ".extracts .buttons a[href*='package']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".zip")


def test_the_keyboard_alone_sees_what_came_in(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    enter(page, ".arrivals a:first-child", ".chip:has-text('came in')")
    expect(page.locator(".arrivals a[aria-current]")).to_be_focused()


def enter(page: Page, selector: str, shown: str) -> None:
    """Go to a control by the keyboard, press Enter, and wait for what comes of it."""
    tab_to(page, selector)
    page.keyboard.press("Enter")
    expect(page.locator(shown).first).to_be_visible()
    settle(page)
