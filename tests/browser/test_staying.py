"""A choice draws parts of the page anew: the focus and what is being typed survive that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import settle

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_focus_stays_where_a_choice_was_made(visit: Visit, lang: str) -> None:
    page = visit(f"/timeline?lang={lang}")
    settle(page)
    page.locator(".facet a:has(.act-deny)").press("Enter")
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".facet a[aria-current]:has(.act-deny)")).to_be_focused()
    page.locator(".heading .chip").press("Enter")
    expect(page.locator(".card")).to_have_count(6)
    expect(page.locator("h1")).to_be_focused()
    page.locator(".card .go").first.press("Enter")
    expect(page.locator(".note.current .number")).to_be_focused()


def test_the_focus_stays_on_its_card(visit: Visit) -> None:
    page = visit("/timeline?lang=en")
    settle(page)
    way = page.locator(".card:has-text('İbrahim Kalın') .go").last
    way.focus()
    address = way.get_attribute("href")
    # The list is drawn anew without the others: the card is another element then.
    page.evaluate("document.querySelector(\".facet a[href*='actor=ibrahim-kalin']\").click()")
    expect(page.locator(".card")).to_have_count(2)
    settle(page)
    expect(page.locator(".card .go:focus")).to_have_count(1)
    assert str(page.locator(".card .go:focus").get_attribute("href")).split("statement=")[1] in str(address)


def test_what_is_being_typed_stays_as_it_is(visit: Visit) -> None:
    page = visit("/timeline?lang=en")
    settle(page)
    page.evaluate(
        """() => {
          document.querySelector(".facet a:has(.act-deny)").click();
          document.querySelector(".typed[data-word=from]").focus();
        }"""
    )
    page.keyboard.type("2020-0")
    expect(page.locator(".card")).to_have_count(1)
    settle(page)
    day = page.get_by_label("From", exact=True)
    expect(day).to_have_value("2020-0")
    expect(day).to_be_focused()
    page.keyboard.type("6-01")
    expect(page.locator(".heading h1")).to_contain_text("from 1 June 2020")
    page.locator(".clear").click()
    expect(page.locator(".card")).to_have_count(6)
    expect(day).to_have_value("")


def test_the_way_past_the_filters_is_the_first_stop(visit: Visit) -> None:
    page = visit("/articles?lang=en")
    settle(page)
    page.keyboard.press("Tab")
    way = page.get_by_role("link", name="To the content, past the filters")
    expect(way).to_be_focused()
    expect(way).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()


def test_the_next_stop_after_the_names_that_are_offered_is_the_next_filter(visit: Visit, demo_address: str) -> None:
    page = visit("/articles?lang=en", root=demo_address)
    box = page.locator(".picker .pick")
    box.focus()
    box.press_sequentially("a")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Words")).to_be_focused()
