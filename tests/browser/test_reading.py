"""Cards and the reader: citations, the keyboard, the articles beside one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import eventually, words
from tests.browser.profiles import NARROW, WIDE

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def copied(page: Page) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_statement_is_cited_and_linked(visit: Visit, address: str) -> None:
    page = visit("/timeline?actor=hulusi-akar&act=support&lang=en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = page.locator(".card")
    card.get_by_text("Cite").click()
    for form, told in (
        ("APA", "Bayan demo bulletin (2020, July 9)."),
        ("Chicago", "Statement by Hulusi Akar, characters"),
        ("BibTeX", "date = {2020-07-09}"),
    ):
        row = card.locator(".cite div").filter(has=page.locator("dt", has_text=form))
        row.get_by_role("button", name="Copy").click()
        expect(row.get_by_role("button")).to_have_text("Copied")
        assert told in copied(page)
    card.get_by_role("button", name="Copy link").click()
    expect(card.get_by_role("button", name="Copied").last).to_be_visible()
    link = copied(page)
    assert link.startswith(address)
    page.goto(link)
    expect(page.locator(".said.current").first).to_be_in_viewport()


def test_a_card_says_for_whom_and_through_whom(visit: Visit) -> None:
    page = visit("/timeline?actor=hulusi-akar&act=support&lang=en")
    card = page.locator(".card")
    expect(card.locator(".principal")).to_have_text("for Türkiye")
    expect(card.locator(".chain")).to_contain_text("via بيان لوزارته")
    expect(card.locator(".sure")).to_have_text("confidence 90%")
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stSidebar")).not_to_be_visible()
    expect(card.locator(".tools")).not_to_be_visible()
    expect(page.locator(".st-key-strip")).not_to_be_visible()
    expect(page.locator(".heading h1")).to_be_visible()
    page.emulate_media(media="screen")
    card.locator(".principal a").click()
    expect(page.locator(".heading h1")).to_have_text("Türkiye")
    expect(page.locator(".picked .served")).to_have_attribute("aria-current", "true")


def test_the_keyboard_goes_from_statement_to_statement_and_from_article_to_article(visit: Visit) -> None:
    page = visit("/articles?lang=en")
    page.locator(".result a").first.click()
    expect(page.locator(".sheet")).to_be_visible()
    expect(page).to_have_url(re.compile("id="))
    first = words(page)["id"]
    for key, current in (("j", "1"), ("j", "2"), ("k", "1")):
        page.keyboard.press(key)
        expect(page.locator(".note.current .number")).to_have_text(current)
    page.keyboard.press("n")
    expect(page.locator(".headline")).to_contain_text("قالن يدعو")
    page.keyboard.press("p")
    expect(page.locator(".headline")).to_contain_text("أكار")
    eventually(page, lambda: words(page).get("id"), first)


def test_names_are_plain_when_they_are_not_wanted(visit: Visit) -> None:
    page = visit("/articles?outlet=demo-agency&lang=ar")
    page.locator(".result a").first.click()
    name = page.locator(".sheet .name").first
    expect(name).to_have_css("font-weight", "700")
    page.locator(".show-names").uncheck()
    expect(name).to_have_css("font-weight", "400")


LINES = """() => [...document.querySelectorAll(".sheet .said")].flatMap((said) => {
  const lines = [...said.getClientRects()].sort((one, other) => one.top - other.top);
  return lines.slice(1).map((line, at) => lines[at].bottom - line.top).filter((over) => over < 20);
})"""


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_text_is_set_large_and_no_line_covers_the_rule_of_another(visit: Visit, viewport: dict[str, int]) -> None:
    page = visit("/timeline?actor=hulusi-akar&act=support&lang=en", viewport)
    page.locator(".card .tools > .go").click()
    text = page.locator(".sheet p:not(.source)").last
    expect(text).to_be_visible()
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    assert text.evaluate(size) >= 18
    page.set_viewport_size({"width": 260, "height": 844})  # a statement takes several lines
    over = page.evaluate(LINES)
    assert over and max(over) <= 0


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_an_article_opens_at_the_words_that_were_looked_for(visit: Visit, viewport: dict[str, int]) -> None:
    page = visit("/articles?q=مرتزقة&lang=ar", viewport)
    page.locator(".result a").first.click()
    sought = page.locator(".sheet mark")
    expect(sought).to_have_text("مرتزقة")
    expect(sought).to_be_in_viewport(ratio=1)
    expect(page.locator(".said.current")).to_have_count(0)


def test_the_margin_follows_the_statement_that_is_read(visit: Visit, demo_address: str) -> None:
    page = visit("/articles?lang=en", root=demo_address)
    page.set_viewport_size({"width": 1440, "height": 420})
    page.locator(".result").filter(has_text="5 statements").locator("h2 a").first.click()
    expect(page.locator(".sheet")).to_be_visible()
    for at in ("1", "2", "3", "4"):
        page.keyboard.press("j")
        expect(page.locator(".note.current .number")).to_have_text(at)
        expect(page.locator(".note.current .speaker")).to_be_in_viewport()


def test_a_statement_says_how_it_was_found(visit: Visit, demo_address: str) -> None:
    page = visit("/timeline?lang=en", root=demo_address)
    page.locator(".card .go").first.click()
    why = page.locator(".note.current .why")
    why.locator("summary").click()
    expect(why.locator("dt")).to_have_text(["Entry of the word list", "Construction", "Speaker", "Act"])
    expect(why.locator("dd").nth(1)).to_contain_text("verb")


@pytest.mark.parametrize("path", ["/timeline?lang=en", "/articles?lang=ar"])
def test_the_way_back_leads_to_where_the_list_was_left(visit: Visit, demo_address: str, path: str) -> None:
    page = visit(path, root=demo_address)
    way = page.locator(".card .go, .result h2 a").nth(8)
    way.scroll_into_view_if_needed()
    way.click()
    expect(page.locator(".sheet")).to_be_visible()
    page.go_back()
    expect(page.locator(".sheet")).to_have_count(0)
    expect(way).to_be_in_viewport()
