"""The timeline: its lanes are part of the address, marks and spans narrow it, turning points are told."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def lanes(page: Page) -> list[str]:
    page.locator(".scatterlayer .point").first.wait_for()
    return page.locator(".st-key-lanes .ytick text").all_text_contents()


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("states", ["Türkiye", "Egypt"]),
        ("outlets", ["Bayan demo agency", "Bayan demo bulletin", "Bayan demo portal", "Bayan demo daily"]),
        ("topics", ["Sirte and Jufra", "Maritime", "Foreign fighters"]),
        ("acts", ["support", "inform", "appeal", "warn", "deny", "reject"]),
    ],
)
def test_lanes_stand_for_what_is_chosen_and_a_mark_narrows_the_list(visit: Visit, by: str, told: list[str]) -> None:
    page = visit("/timeline?lang=en")
    page.get_by_role("group", name="Lanes").get_by_role("link", name=by).click()
    expect(page.locator(".st-key-lanes .ytick text")).to_have_count(len(told))
    assert sorted(lanes(page)) == sorted(told)
    page.locator(".scatterlayer .point").first.click(force=True)
    expect(page.locator(".narrowed")).to_be_visible()
    expect(page.locator(".card")).to_have_count(1)
    assert lanes(visit(urlsplit(page.url)._replace(scheme="", netloc="").geturl())) == lanes(page)


def test_turning_points_are_told_and_lead_to_their_day(visit: Visit) -> None:
    page = visit("/timeline?for=turkey&lanes=act&lang=en")
    turn = page.locator(".turns li")
    expect(turn).to_have_text(
        [
            "25 Jun appeal → warn 1 statement",
            "7 Jul warn → support 1 statement",
            "9 Jul support → deny 1 statement",
        ]
    )
    turn.nth(1).get_by_role("link").click()
    expect(page.locator(".card")).to_have_count(1)
    assert parse_qs(urlsplit(page.url).query)["from"] == ["2020-07-07"]


def test_a_span_drawn_over_the_bars_becomes_the_selection(visit: Visit) -> None:
    page = visit("/timeline?for=turkey&lang=en")
    bars = page.locator("[class*=st-key-strip_] .nsewdrag").first
    bars.scroll_into_view_if_needed()
    box = bars.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 20, steps=8)
    page.mouse.up()
    expect(page.locator(".card")).to_have_count(1)
    assert parse_qs(urlsplit(page.url).query)["from"][0] > "2020-06-25"
