"""The way of an analyst: filter, timeline, article, back; a copied address; an extract. In both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import eventually, local, scrolls_sideways, settle, told_alike, words
from tests.browser.profiles import NARROW, WIDE, Pages

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]
AKAR = {"en": "Hulusi Akar", "ar": "خلوصي أكار"}
TYPED = {"en": "akar", "ar": "أكار"}
DIRECTION = {"en": "ltr", "ar": "rtl"}


def pick_actor(page: Page, lang: str) -> None:
    page.locator(".picker .pick").fill(TYPED[lang])
    page.get_by_role("option").filter(has_text=AKAR[lang]).first.click()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_from_the_overview_to_the_words_in_their_article_and_back(visit: Visit, lang: str) -> None:
    page = visit(f"/?lang={lang}")
    expect(page.locator("html")).to_have_attribute("dir", DIRECTION[lang])
    expect(page).to_have_title({"en": "Overview · Bayan", "ar": "نظرة عامة · بيان"}[lang])
    expect(page.locator(".card").first).to_be_visible()

    pick_actor(page, lang)
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(".heading h1")).to_contain_text(AKAR[lang])
    eventually(page, lambda: words(page).get("actor"), ["hulusi-akar"])

    page.locator("header.top nav a").nth(1).click()
    expect(page.locator(".scatterlayer .point")).to_have_count(2)
    eventually(page, lambda: urlsplit(page.url).path, "/timeline")
    eventually(page, lambda: words(page).get("actor"), ["hulusi-akar"])
    expect(page.locator(".card")).to_have_count(2)
    both = page.url

    page.locator(".scatterlayer .point").first.click(force=True)
    expect(page.locator(".card")).to_have_count(1)
    eventually(page, lambda: "point" in words(page), True)
    narrowed, quoted = page.url, page.locator(".card blockquote").inner_text()

    page.locator(".card .go").click()
    said = page.locator(".said.current")
    expect(said.first).to_be_in_viewport()
    eventually(page, lambda: "".join(said.all_inner_texts()), quoted)
    expect(page.locator(".note.current")).to_have_count(1)
    eventually(page, lambda: words(page).get("actor"), ["hulusi-akar"])

    page.go_back()
    expect(page.locator(".card")).to_have_count(1)
    expect(page).to_have_url(narrowed)
    page.go_back()
    expect(page.locator(".card")).to_have_count(2)
    expect(page).to_have_url(both)
    expect(page.locator(".chip")).to_have_count(1)


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_numbers_lead_into_the_margin_and_back(visit: Visit, viewport: dict[str, int]) -> None:
    page = visit("/articles?outlet=demo-bulletin&lang=en", viewport)
    page.locator(".result a").click()
    page.locator(".ref").nth(1).click()
    expect(page.locator(".note").nth(1)).to_be_in_viewport()
    page.locator(".note .number").nth(1).click()
    expect(page.locator(".said.act-deny").first).to_be_in_viewport()
    assert page.evaluate("document.querySelector('.stApp').scrollTop + document.documentElement.scrollTop") == 0


ADDRESSES = [
    "/?lang=en&for=turkey",
    "/timeline?for=turkey&from=2020-06-01&to=2020-07-31&lang=ar",
    "/timeline?act=deny,warn&dated=published&lang=en",
    "/articles?q=سرت&lang=ar",
    "/actors?outlet=demo-agency&lang=en",
]


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_address_alone_reproduces_the_view(visit: Visit, path: str) -> None:
    first, second = visit(path), visit(path)
    for page in (first, second):
        page.locator(".heading .chips").wait_for()
        page.locator(".card:visible, .result:visible, table.numbers:visible").first.wait_for()
    told_alike(first, second)
    expect(first.locator(".chip").first).to_be_visible()


def test_those_who_speak_for_a_state_come_with_it(visit: Visit) -> None:
    page = visit("/timeline?for=turkey&lang=en")
    expect(page.locator(".card")).to_have_count(4)
    expect(page.locator(".heading h1")).to_have_text("Statements by Türkiye and those who speak for it")
    expect(page.locator(".picked .served")).to_have_attribute("aria-current", "true")
    page.locator(".picked .served").click()
    expect(page.locator(".heading h1")).to_have_text("Statements by Türkiye")
    eventually(page, lambda: [words(page).get(word) for word in ("actor", "for")], [["turkey"], None])


@pytest.mark.parametrize("typed", ["كالين", "kalin", "قالِن", "Kalın"])
def test_an_actor_is_found_however_the_name_is_spelled(visit: Visit, typed: str) -> None:
    page = visit("/timeline?lang=en")
    box = page.locator(".picker .pick")
    box.press_sequentially(typed)
    expect(page.get_by_role("option")).to_have_count(1)
    box.press("ArrowDown")
    box.press("Enter")
    expect(page.locator(".heading h1")).to_have_text("Statements by İbrahim Kalın")
    eventually(page, lambda: words(page).get("actor"), ["ibrahim-kalin"])


def test_a_span_that_ends_with_the_corpus_is_one_click(visit: Visit) -> None:
    page = visit("/timeline?lang=en")
    page.locator(".choices a").filter(has_text="30 days").click()
    expect(page.locator(".card")).to_have_count(5)
    eventually(page, lambda: [words(page).get(word) for word in ("from", "to")], [["2020-06-10"], ["2020-07-09"]])


def test_a_facet_is_added_and_taken_away(visit: Visit) -> None:
    page = visit("/timeline?lang=en")
    page.locator(".facet a").filter(has_text="deny").click()
    expect(page.locator(".card")).to_have_count(1)
    eventually(page, lambda: words(page).get("act"), ["deny"])
    page.locator(".heading .chip").click()
    expect(page.locator(".card")).to_have_count(6)
    eventually(page, lambda: "act" in words(page), False)


def test_words_and_days_are_written_into_the_address(visit: Visit) -> None:
    page = visit("/timeline?lang=en")
    box = page.get_by_role("textbox", name="Words")
    box.fill("سرت")
    box.press("Enter")
    expect(page.locator(".card")).to_have_count(2)
    eventually(page, lambda: words(page).get("q"), ["سرت"])
    expect(page.locator(".card mark")).to_have_text(["سرت", "سرت"])
    page.go_back()
    expect(page.locator(".card")).to_have_count(6)
    expect(box).to_have_value("")


def test_the_language_is_switched_without_losing_the_view(visit: Visit) -> None:
    page = visit("/timeline?actor=hulusi-akar&lang=en")
    expect(page.locator(".card")).to_have_count(2)
    page.locator("header.top .language").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".heading h1")).to_have_text("تصريحات خلوصي أكار")
    eventually(page, lambda: words(page).get("actor"), ["hulusi-akar"])


def test_hostile_text_is_shown_letter_for_letter(visit: Visit) -> None:
    page = visit("/articles?outlet=demo-portal&lang=en")
    title = page.locator(".result h2")
    expect(title).to_contain_text('=1+1 <img src="http://attacker.example/x.png"> ![x](http://attacker.example/y.png)')
    title.locator("a").click()
    expect(page.locator(".said").first).to_be_visible()
    expect(page.locator(".sheet")).to_contain_text("<script>alert(1)</script> كلام كما هو")
    expect(page.locator(".stMain img")).to_have_count(0)


def test_hostile_text_is_cited_letter_for_letter(visit: Visit) -> None:
    """What is folded away comes as an attribute, which sanitizers drop where it looks like the end of a comment."""
    page = visit("/timeline?outlet=demo-portal&lang=en")
    page.locator(".cite summary").click()
    cited = page.locator(".cite dd.copied")
    expect(cited.first).to_contain_text('<img src="http://attacker.example/x.png"> ![x]')
    expect(cited.first).to_contain_text("--> </style>")
    expect(cited).to_have_count(3)
    expect(page.locator(".stMain img")).to_have_count(0)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_no_page_scrolls_sideways_on_a_narrow_screen(visit: Visit, address: str, lang: str) -> None:
    page = visit(f"/about?lang={lang}", NARROW)
    sides = "/compare?actor=hulusi-akar,ibrahim-kalin&"
    for path in ("/?", "/timeline?", "/actors?", "/actor?id=turkey&", sides, "/articles?", "/extracts?"):
        page.goto(f"{address}{path}lang={lang}")
        page.locator(".heading h1").first.wait_for()
        settle(page)
        eventually(page, lambda: scrolls_sideways(page), False)


@pytest.mark.parametrize(
    ("path", "english", "arabic"),
    [
        ("/timeline?act=shout", "“shout” is no act", "«shout» ليس فعلًا معروفًا"),
        ("/timeline?from=2020-13-01", "is no day", "ليس يومًا"),
        ("/timeline?point=nonsense", "is no mark of the timeline", "ليس علامة على الخط الزمني"),
        ("/timeline?place=nonsense", "is no place in this list", "ليس موضعًا في هذه القائمة"),
        ("/timeline?q=-%D8%B3%D8%B1%D8%AA", "holds no word to look for", "كلمة يُبحث عنها"),
        ("/extracts?form=pdf", "There is no extract", "لا مستخرج"),
        ("/article?id=nothing", "This article is not in the store", "هذا المقال ليس"),
        ("/article?id=nothing", "No article here has the id “nothing”.", "لا مقال هنا رقمه «nothing»."),
        ("/article?act=deny", "This address names no article", "هذا العنوان لا يسمّي مقالًا"),
        ("/actor?id=nobody", "no speaker found here has the id “nobody”.", "المتحدثين من رقمه «nobody»."),
        ("/timeline?actor=nobody", "Nothing fits these filters", "لا شيء يطابق هذه التصفية"),
        ("/nowhere?q=x", "There is no page at this address", "لا صفحة في هذا العنوان"),
        ("/nowhere?q=x", "It may have been mistyped", "لعله كُتب خطأ"),
    ],
)
def test_what_cannot_be_shown_is_said_in_the_readers_language(
    visit: Visit, path: str, english: str, arabic: str
) -> None:
    for lang, told in (("en", english), ("ar", arabic)):
        page = visit(f"{path}&lang={lang}")
        notice = page.locator(".notice")
        expect(notice).to_be_in_viewport()
        expect(page.locator("h1")).to_have_count(1)
        expect(notice).to_have_text(re.compile("[\u2066-\u2069]*".join(map(re.escape, told))))
        expect(notice.locator("p").first).to_have_css("direction", DIRECTION[lang])


def test_an_address_without_a_page_leads_to_the_first(visit: Visit) -> None:
    page = visit("/nowhere?lang=en")
    page.locator(".notice .button").first.click()
    expect(page.locator(".tiles")).to_be_visible()
    expect(page.locator(".notice")).to_have_count(0)


@pytest.mark.parametrize(("lang", "other"), [("en", "العربية"), ("ar", "English")])
def test_an_address_of_several_parts_leads_to_the_first_page(pages: Pages, address: str, lang: str, other: str) -> None:
    page = pages.new()
    page.goto(f"{address}/timeline/nowhere?lang={lang}")
    expect(page.locator(".notice h1")).to_be_visible()
    expect(page.locator("header.top")).to_have_css("position", "fixed")
    expect(page.locator(".language")).to_have_text(other)
    page.locator(".notice .button").first.click()
    expect(page.locator(".tiles")).to_be_visible()
    page.close()


def test_that_an_article_has_no_such_statement_is_said(visit: Visit) -> None:
    page = visit("/articles?lang=en")
    page.locator(".result a").first.click()
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.locator(".margin .unknown")).to_have_count(0)
    again = visit(f"{local(page)}&statement=nothing")
    expect(again.locator(".margin .unknown")).to_contain_text("not among those found in this article")


@pytest.mark.parametrize(("lang", "part"), [("en", "Codebook"), ("ar", "دليل الأعمدة")])
def test_the_method_leads_to_its_parts_and_unfolds_the_codebook(visit: Visit, lang: str, part: str) -> None:
    page = visit(f"/about?lang={lang}")
    title = page.get_by_role("heading", name=part, exact=True)
    expect(title).not_to_be_in_viewport()
    page.get_by_role("navigation").get_by_role("link", name=part, exact=True).click()
    expect(title).to_be_in_viewport()
    table = page.locator(".book").first
    table.locator("summary").click()
    expect(table.locator("dt").first).to_have_text("id")
    expect(table.locator("dd").first).to_contain_text("/article?id=")


def test_an_actor_that_the_store_does_not_know_is_said(visit: Visit) -> None:
    page = visit("/timeline?actor=nobody&lang=en")
    told = re.compile("^Statements by “\u2068nobody\u2069”, an actor that is not in the store$")
    expect(page.locator(".heading h1")).to_have_text(told)


def test_the_icon_of_the_tab_stays_with_the_page(visit: Visit) -> None:
    page = visit("/?lang=en")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    for name in ("Timeline", "Actors", "Articles"):
        page.locator("header.top nav a").filter(has_text=name).click()
        expect(page.locator("header.top nav a[aria-current=page]")).to_contain_text(name)
        settle(page)
    icon = page.locator("link[rel='shortcut icon']").get_attribute("href")
    draw = "async address => { const icon = new Image(); icon.src = address; await icon.decode(); return icon.width }"
    assert page.evaluate(draw, icon) > 0
    assert not [path for path in asked if path.startswith("/media/")]
