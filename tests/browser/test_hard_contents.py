"""Names and texts without an end, of mixed directions and with emoji: no page breaks or outgrows the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import WHOLE, dashboard, scrolls_sideways
from tests.browser.corpus import ACTORS, CORPUS, PRINCIPALS
from tests.browser.profiles import NARROW, WIDE, Pages

from bayan.records import Actor, Article, Extraction, Mention, Span, SpeakerKind
from bayan.store import open_store

pytestmark = pytest.mark.browser

LONG_AR = ("رئيس اللجنة العليا المشتركة لمتابعة تنفيذ بنود الاتفاق (UN) " * 3)[:120]
LONG_EN = ("Chairman of the High Joint Committee 🕊 for the قضايا of the Agreement " * 3)[:120]
ACTOR = Actor("long", SpeakerKind.BODY, LONG_AR, LONG_EN, principal="turkey")
UNBROKEN = "outlet" * 13 + "xx"
TITLE = ("الرئيس يقول إن United Nations 🇱🇾 ستعمل مع (EU) قبل 2021، و" * 8)[:400]
CONTENT = "إن الاتفاق 🕊 سيُنفذ خلال UN-led talks «قريبا» " + "w" * 300
PATHS = (
    "/?",
    "/timeline?",
    "/timeline?mirror=previous&",
    "/actors?",
    "/actor?id=long&",
    "/compare?actor=long,egypt&",
    "/articles?",
    "/extracts?",
    "/review?",
    "/corpus?",
)


def write_hard(path: Path) -> None:
    """Two articles whose every part is long: one of an outlet without a space, one of a paragraph of 40,000 letters."""
    statement = CORPUS[2][1].statements[0]
    found = []
    for outlet, title, before in ((UNBROKEN, "W" * 400, ""), (LONG_AR[:80], TITLE, "وتشهد المنطقة تحركات. " * 1800)):
        body = f"{before}قال {LONG_AR} {CONTENT} 😀."
        at, content = len(before), body.index(CONTENT)
        said = replace(
            statement,
            cue=Span(at, at + 3),
            content=Span(content, content + len(CONTENT)),
            speaker=LONG_AR,
            speaker_id="long",
            role=LONG_AR,
            via=UNBROKEN,
            said_on=None,
        )
        mention = Mention("body", Span(at + 4, at + 4 + len(LONG_AR)), "long", LONG_AR)
        found.append((Article(outlet, title, body, date(2020, 7, 9)), Extraction((said,), (mention,))))
    with open_store(path, write=True, create=True) as store:
        store.sync_actors((*ACTORS, ACTOR), {**PRINCIPALS, "long": ("turkey",)})
        store.save(found, extractor="tests")


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("hard") / "hard.db"
    write_hard(path)
    with dashboard(path) as root:
        yield root


@pytest.mark.parametrize(("lang", "size"), [("en", NARROW), ("ar", NARROW), ("ar", WIDE)])
def test_no_page_breaks(pages: Pages, hard: str, lang: str, size: dict[str, int]) -> None:
    page = pages.new(size)
    for path in PATHS:
        page.goto(f"{hard}{path}lang={lang}")
        page.locator("h1").first.wait_for()
        page.locator(WHOLE).wait_for()
        for chart in page.get_by_test_id("stPlotlyChart").all():
            chart.locator(".main-svg").first.wait_for()
        assert page.get_by_test_id("stException").count() == 0, path
        assert not scrolls_sideways(page), path
    page.goto(f"{hard}/articles?lang={lang}&q=تحركات")
    page.locator(".result h2 a").click()
    expect(page.locator(".sheet h1")).to_have_text(TITLE)
    expect(page.locator(".note")).to_have_count(1)
    assert not scrolls_sideways(page)
    page.close()
