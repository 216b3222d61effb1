"""Digits and calendars: chosen once, kept by the browser, and part of the address."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import eventually, local, settle, words

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def test_arabic_digits_are_kept_and_stand_on_charts_too(visit: Visit, address: str) -> None:
    page = visit("/?lang=ar")
    settle(page)
    expect(page.locator(".tiles b").first).to_have_text("6")
    page.locator(".writing").get_by_role("link", name="١٢٣").click()
    expect(page.locator(".tiles b").first).to_have_text("٦")
    eventually(page, lambda: words(page).get("digits"), ["arabic"])
    expect(page.locator(".st-key-volume .ytick text").last).to_have_text("٢")
    page.goto(f"{address}/actors?lang=ar")  # an address that does not say
    expect(page.locator(".facet .n").first).to_have_text("١")
    page.locator(".writing").get_by_role("link", name="123").click()
    expect(page.locator(".facet .n").first).to_have_text("1")
    page.goto(f"{address}/?lang=ar")
    expect(page.locator(".tiles b").first).to_have_text("6")


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "9 July 2020 (18 Dhu al-Qada 1441 AH)"), ("ar", "18 ذو القعدة 1441 هـ")]
)
def test_hijri_days_stand_beside_gregorian_ones_and_travel_with_the_address(visit: Visit, lang: str, told: str) -> None:
    page = visit(f"/timeline?lang={lang}")
    page.locator('.writing a[data-keep="calendar"]').last.click()
    expect(page.locator(".day").first).to_contain_text(told)
    expect(page).to_have_url(re.compile("calendar="))
    again = visit(local(page))
    expect(again.locator(".day").first).to_contain_text(told)
    if lang == "en":
        expect(again.get_by_role("group", name="Digits")).to_have_count(0)
