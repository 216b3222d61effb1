"""The timeline: its lanes are part of the address, marks and spans narrow it, turning points are told."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import WHOLE, eventually, local, words
from tests.browser.profiles import NARROW, WIDE

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]


def lanes(page: Page) -> list[str]:
    """The names of the lanes, in one look: a chart is drawn anew more than once."""
    read = "labels => labels.map(label => (label.dataset.unformatted ?? '').replaceAll('<br>', ' '))"
    told: list[str] = page.locator("[class*=st-key-lanes_] .ytick text").evaluate_all(read)
    return told


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
    eventually(page, lambda: sorted(lanes(page)), sorted(told))
    drawn = lanes(page)
    page.locator(".scatterlayer .point").first.click(force=True)
    expect(page.locator(".narrowed")).to_be_visible()
    expect(page.locator(".card")).to_have_count(1)
    again = visit(local(page))
    eventually(again, lambda: lanes(again), drawn)


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
    eventually(page, lambda: words(page).get("from"), ["2020-07-07"])


def test_a_span_drawn_over_the_bars_becomes_the_selection(visit: Visit) -> None:
    page = visit("/timeline?for=turkey&lang=en")
    bar = page.locator("[class*=st-key-strip_] .barlayer .point path").last
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 1, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] - 5, steps=8)
    page.mouse.up()
    expect(page.locator(".card")).to_have_count(1)
    expect(page).to_have_url(re.compile("from="))
    assert [words(page)[word] for word in ("from", "to")] == [["2020-07-09"]] * 2


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_two_actors_are_mirrored_and_a_bar_narrows_the_list_to_its_side(visit: Visit, lang: str) -> None:
    page = visit(f"/timeline?for=turkey,egypt&lang={lang}")
    mirrored = page.get_by_role("group", name={"en": "Mirrored", "ar": "متقابلان"}[lang]).locator("a")
    mirrored.first.click()
    expect(page).to_have_url(re.compile("mirror=actors"))
    bars = page.locator("[class*=st-key-mirror_] .barlayer .trace")
    expect(bars).to_have_count(2)
    expect(page.locator(".halves strong")).to_have_count(2)
    alt = {"en": "Two halves over one axis", "ar": "نصفان على محور زمني واحد"}[lang]
    expect(page.locator(f'.st-key-lanes [aria-label*="{alt}"]')).to_have_count(1)
    page.locator(".twin summary").click()
    expect(page.locator(".twin tbody tr")).to_have_count(5)
    bars.nth(1).locator(".point path").first.click(force=True)
    expect(page.locator(".narrowed")).to_be_visible()
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".narrowed")).to_contain_text(re.compile("رفض|reject"))
    again = visit(local(page))
    expect(again.locator(".card")).to_have_count(1)
    expect(again.locator(".halves strong")).to_have_text(page.locator(".halves strong").all_inner_texts())


def test_days_are_mirrored_with_those_before(visit: Visit) -> None:
    page = visit("/timeline?for=turkey&from=2020-07-01&to=2020-07-14&lang=en")
    mirrored = page.get_by_role("group", name="Mirrored")
    expect(mirrored).to_contain_text("For two actors choose them")
    mirrored.get_by_role("link", name="the days before").click()
    expect(page.locator(".halves strong")).to_have_text(["1 July – 14 July 2020", "17 June – 30 June 2020"])
    bars = page.locator("[class*=st-key-mirror_] .barlayer .trace")
    bars.nth(1).locator(".point path").first.click(force=True)
    expect(page.locator(".card")).to_have_count(1)
    expect(page.locator(".card .meta").last).to_contain_text("June 2020")
    page.get_by_role("group", name="Lanes").get_by_role("link", name="speakers").click()
    expect(page.locator(".scatterlayer .point")).to_have_count(2)
    eventually(page, lambda: "mirror" in words(page), False)


def test_days_of_saying_are_mirrored_with_those_of_publication(visit: Visit) -> None:
    page = visit("/timeline?actor=hulusi-akar&lang=en")
    page.get_by_role("group", name="Mirrored").get_by_role("link", name="saying and publication").click()
    halves = page.locator(".halves li")
    expect(halves).to_have_count(2)
    expect(halves.first).to_contain_text("day of saying")
    expect(halves.last).to_contain_text("day of publication")
    bars = page.locator("[class*=st-key-mirror_] .barlayer .trace")
    expect(bars).to_have_count(2)
    bars.last.locator(".point").first.click(force=True)
    expect(page.locator(".narrowed")).to_contain_text("day of publication")
    expect(page.locator(".card").first).to_be_visible()


@pytest.mark.parametrize(("lanes", "cell"), [("speaker", "deny 1"), ("act", "1")])
def test_the_lanes_stand_as_a_table_too(visit: Visit, lanes: str, cell: str) -> None:
    page = visit(f"/timeline?actor=hulusi-akar&lanes={lanes}&lang=en")
    page.locator(".twin summary").click()
    rows = page.locator(".twin tbody tr")
    expect(rows.first).to_be_visible()
    told = rows.locator("td").all_inner_texts()
    assert cell in told


@pytest.mark.parametrize(("lang", "told"), [("en", "June 2020, without a day"), ("ar", "يونيو 2020، بلا يوم")])
def test_what_was_said_in_a_month_does_not_stand_under_its_first_day(
    visit: Visit, demo_address: str, lang: str, told: str
) -> None:
    page = visit(f"/timeline?act=deny&from=2020-06-01&to=2020-06-30&lang={lang}", root=demo_address)
    expect(page.locator("h3.day").last).to_have_text(told)


@pytest.mark.parametrize(("lanes", "told"), [("speaker", "of further speakers"), ("topic", "statements are not on")])
def test_what_has_no_lane_is_counted_as_what_it_is(visit: Visit, demo_address: str, lanes: str, told: str) -> None:
    page = visit(f"/timeline?lanes={lanes}&lang=en", root=demo_address)
    expect(page.locator(".legend + p")).to_contain_text(told)


@pytest.mark.parametrize(("lang", "told"), [("en", "June 2020, without a day"), ("ar", "يونيو 2020، بلا يوم")])
def test_a_month_without_a_day_is_hollow_and_told_as_the_month(
    visit: Visit, demo_address: str, lang: str, told: str
) -> None:
    page = visit(f"/timeline?act=deny&from=2020-06-01&to=2020-06-30&lanes=act&lang={lang}", root=demo_address)
    marks = page.locator("[class*=st-key-lanes_] .scatterlayer .point")
    left = "marks => marks.map(mark => mark.getBoundingClientRect().left)"
    eventually(page, lambda: len(marks.evaluate_all(left)) > 1, True)
    places: list[float] = marks.evaluate_all(left)
    first = marks.nth(places.index(min(places)))
    assert first.evaluate("mark => mark.style.fill") == "none"
    first.hover(force=True)
    expect(page.locator(".hoverlayer .hovertext")).to_contain_text(told.split(" ", 1)[1])  # months are short there
    page.locator(".twin summary").click()
    expect(page.locator(".twin tbody td").first).to_contain_text(told)


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
@pytest.mark.parametrize("asked", ["", "&mirror=actors"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_strip_is_flush_with_what_is_above_it(
    visit: Visit, demo_address: str, lang: str, asked: str, viewport: dict[str, int]
) -> None:
    page = visit(f"/timeline?for=turkiye,egypt{asked}&lang={lang}", viewport, demo_address)
    charts = page.locator(".st-key-lanes .stPlotlyChart")
    expect(charts).to_have_count(2)
    edges = """charts => charts.map(chart => {
        const plot = chart.querySelector(".js-plotly-plot")._fullLayout
        return [plot._size.l, plot._size.r, ...plot.xaxis.range].join()
    })"""
    eventually(page, lambda: len(set(charts.evaluate_all(edges))), 1)


def test_another_page_of_the_list_begins_at_its_first_day(visit: Visit, demo_address: str) -> None:
    page = visit("/timeline?lang=en", root=demo_address)
    first = page.locator(".stMain .day").first
    before = first.text_content()
    for way in ("Further", "To the start"):
        page.locator(".paging a").filter(has_text=way).click()
        expect(page.locator(WHOLE)).to_be_attached()
        expect(first).to_be_in_viewport()
    expect(first).to_have_text(before or "")
