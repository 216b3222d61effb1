"""No page has a serious fault of access, in either language, light or dark; axe-core finds them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.profiles import WIDE, Pages

pytestmark = pytest.mark.browser

PAGES = {
    "overview": "/?",
    "timeline": "/timeline?for=turkey&",
    "mirror": "/timeline?for=turkey,egypt&mirror=actors&",
    "dates": "/timeline?for=turkey&mirror=dates&",
    "actors": "/actors?",
    "actor": "/actor?id=turkey&for=turkey&",
    "compare": "/compare?actor=hulusi-akar,ibrahim-kalin&",
    "articles": "/articles?q=سرت&",
    "article": "",
    "extracts": "/extracts?for=turkey&",
    "review": "/review?",
    "names": "/review?tab=actors&",
    "bearing": "/review?tab=names&whose=turkey&",
    "nowhere": "/nowhere?",
    "corpus": "/corpus?",
    "about": "/about?",
}


@pytest.mark.parametrize(("lang", "scheme"), [("en", "light"), ("ar", "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_serious_fault(pages: Pages, address: str, name: str, lang: str, scheme: str) -> None:
    page = pages.new(WIDE, scheme)
    if name == "article":
        page.goto(f"{address}/articles?outlet=demo-agency&lang={lang}")
        page.locator(".result a").first.click()
        page.locator(".sheet").wait_for()
    else:
        page.goto(f"{address}{PAGES[name]}lang={lang}")
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("h1").first.wait_for()
    for summary in page.locator(".twin > summary, .book > summary").all():
        summary.click()
    found = Axe().run(page).response["violations"]
    page.close()
    faults = [
        (fault["id"], node["html"][:200], node["failureSummary"])
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]
    assert faults == []
