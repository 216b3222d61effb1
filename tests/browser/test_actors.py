"""Actors: one, several side by side, and who is quoted more than before."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import eventually, scrolls_sideways, settle, told_alike, words
from tests.browser.profiles import NARROW

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


ADDRESSES = [
    "/actor?id=hulusi-akar&lang=en",
    "/actor?id=turkey&for=turkey&act=deny,support&lang=ar",
    "/actor?id=egypt&dated=published&from=2020-06-01&lang=en",
    "/compare?actor=hulusi-akar,ibrahim-kalin&for=egypt&lang=ar",
    "/compare?actor=hulusi-akar&against=previous&from=2020-07-01&to=2020-07-31&lang=en",
    "/compare?lang=ar",
    "/actors?from=2020-07-01&to=2020-07-31&lang=en",
]


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_address_alone_reproduces_the_view(visit: Visit, path: str) -> None:
    first, second = visit(path), visit(path)
    for page in (first, second):
        page.locator(".identity, .sides, .panel.start, .period").first.wait_for()
        settle(page)
    told_alike(first, second)


@pytest.mark.parametrize(("lang", "new"), [("en", "none before"), ("ar", "لا شيء قبلها")])
def test_who_is_quoted_more_and_who_appeared_from_nowhere(visit: Visit, lang: str, new: str) -> None:
    """From the overview in one click; the words of somebody new in two."""
    page = visit(f"/?from=2020-07-01&to=2020-07-31&lang={lang}")
    page.locator("header.top nav a").nth(2).click()
    expect(page.locator(".period h2")).to_contain_text("2020")
    expect(page.locator("table.numbers .change")).to_have_text([new])
    expect(page.locator(".newcomers li")).to_have_count(1)
    page.locator(".newcomers a").click()
    expect(page.locator(".identity")).to_be_visible()
    eventually(page, lambda: words(page).get("id"), ["hulusi-akar"])
    expect(page.locator(".card")).to_have_count(2)


def test_without_days_the_last_thirty_are_told_and_others_offered(visit: Visit) -> None:
    page = visit("/actors?lang=en")
    expect(page.locator(".period h2")).to_have_text("10 June – 9 July 2020, compared with 11 May – 9 June 2020")
    expect(page.locator(".period .muted")).to_contain_text("these are the last 30 days")
    expect(page.locator(".period .muted")).to_contain_text("there is no comparison")
    expect(page.locator(".period [aria-current]")).to_have_text("Last 30 days")
    page.locator(".period .choices a").first.click()
    expect(page.locator(".period [aria-current]")).to_have_text("Last 7 days")
    eventually(page, lambda: [words(page).get(word) for word in ("from", "to")], [["2020-07-03"], ["2020-07-09"]])


def test_a_change_is_told_in_numbers_and_words(visit: Visit) -> None:
    page = visit("/actors?from=2020-06-25&to=2020-06-25&lang=en")
    expect(page.locator("table.numbers .change")).to_have_text(["as many"])
    expect(page.locator(".newcomers")).to_have_count(0)


def test_names_lead_to_the_page_of_their_actor(visit: Visit) -> None:
    page = visit("/timeline?act=deny&lang=en")
    page.locator(".card .who").click()
    expect(page.locator(".heading h1")).to_have_text("Hulusi Akar")
    eventually(page, lambda: urlsplit(page.url).path, "/actor")
    eventually(page, lambda: words(page), {"id": ["hulusi-akar"], "act": ["deny"], "lang": ["en"]})
    expect(page.locator(".offices .role")).to_have_text("Minister of National Defence, Türkiye")
    expect(page.locator(".chip")).to_have_count(1)

    page.locator(".heading .clear").click()
    expect(page.locator(".card")).to_have_count(2)
    eventually(page, lambda: words(page), {"id": ["hulusi-akar"], "lang": ["en"]})
    page.locator(".who-is a").click()
    expect(page.locator(".heading h1")).to_have_text("Türkiye")


def test_the_bar_turns_to_another_actor(visit: Visit) -> None:
    page = visit("/actor?id=hulusi-akar&lang=en")
    page.locator(".picker .pick").fill("shoukry")
    page.get_by_role("option").filter(has_text="Shoukry").first.click()
    expect(page.locator(".heading h1")).to_have_text("Sameh Shoukry")
    eventually(page, lambda: words(page).get("id"), ["sameh-shoukry"])
    page.go_back()
    expect(page.locator(".heading h1")).to_have_text("Hulusi Akar")


def test_those_who_speak_for_a_state_are_counted_when_asked(visit: Visit) -> None:
    page = visit("/actor?id=turkey&lang=en")
    expect(page.locator(".panel").filter(has_text="Who speaks for it").locator("li")).to_have_count(2)
    expect(page.locator(".card")).to_have_count(0)
    page.locator(".identity .choices a").last.click()
    expect(page.locator(".card")).to_have_count(4)
    eventually(page, lambda: [words(page).get(word) for word in ("id", "for")], [["turkey"], ["turkey"]])
    expect(page.locator(".picked .served")).to_have_attribute("aria-current", "true")
    page.locator(".ways-on .button").first.click()
    expect(page.locator(".heading h1")).to_have_text("Statements by Türkiye and those who speak for it")


def test_an_actor_that_is_only_mentioned_has_a_page(visit: Visit) -> None:
    page = visit("/actor?id=egypt&lang=en")
    expect(page.locator(".st-key-panel_presence .legend")).to_have_text("mentions 2")
    expect(page.locator(".st-key-panel_acts")).to_have_count(0)
    expect(page.locator(".panel").filter(has_text="Named with")).to_be_visible()


def test_actors_are_picked_one_after_the_other_and_compared(visit: Visit) -> None:
    page = visit("/compare?lang=en")
    page.locator(".start .chip").filter(has_text="Akar").click()
    expect(page.locator(".sides li")).to_have_count(1)
    page.locator(".add .chip").filter(has_text="Kalın").click()
    expect(page.locator(".sides li")).to_have_count(2)
    eventually(page, lambda: words(page).get("actor"), ["hulusi-akar,ibrahim-kalin"])
    denied = page.locator(".matrix tbody tr").filter(has_text="deny").locator("td b")
    expect(denied).to_have_text(["50%", "0%"])
    expect(page.locator(".st-key-panel_statements .js-line")).to_have_count(2)


def test_an_actor_is_compared_with_its_own_past(visit: Visit) -> None:
    page = visit("/compare?actor=ibrahim-kalin&lang=en&from=2020-06-25&to=2020-06-25")
    page.locator(".add .button").click()
    expect(page.locator(".sides li")).to_have_count(2)
    expect(page.locator(".sides a")).to_have_text(["25 June 2020", "24 June 2020"])
    eventually(page, lambda: words(page).get("against"), ["previous"])
    page.locator("header.top .language").click()
    expect(page.locator(".sides a").first).to_have_text("25 يونيو 2020")
    eventually(page, lambda: words(page).get("against"), ["previous"])


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_page_scrolls_sideways_on_a_narrow_screen(visit: Visit, address: str, lang: str) -> None:
    page = visit(f"/about?lang={lang}", NARROW)
    for path in ("/actor?id=hulusi-akar", "/compare?actor=hulusi-akar,ibrahim-kalin,sameh-shoukry&for=egypt"):
        page.goto(f"{address}{path}&lang={lang}")
        page.locator(".identity, .sides").first.wait_for()
        settle(page)
        eventually(page, lambda: scrolls_sideways(page), False)


def test_the_key_of_an_unknown_actor_does_not_turn_its_sentence_around(visit: Visit) -> None:
    page = visit("/timeline?lang=ar&actor=john-nobody")
    told = page.locator("bdi", has_text="john-nobody")
    expect(told.first).to_be_visible()
    assert {one.evaluate("element => getComputedStyle(element).direction") for one in told.all()} == {"rtl"}


def test_what_cannot_be_shown_is_said(visit: Visit, address: str) -> None:
    page = visit("/about?lang=en")
    for path, told in (
        ("/actor?id=nobody", "This actor is not in the store"),
        ("/actor?act=deny", "names no actor"),
        ("/compare?actor=nobody", "Nothing fits"),
        ("/compare?actor=hulusi-akar&against=next", "nothing to compare with"),
    ):
        page.goto(f"{address}{path}&lang=en")
        expect(page.locator(".notice")).to_contain_text(told)
