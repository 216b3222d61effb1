"""Takes the pictures of docs/screens: every page, in both languages, wide and narrow, over the demo corpus."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import FLAGS, NARROW, WIDE, free_port, start, stop  # noqa: E402

FOLDER = ROOT / "docs" / "screens"
SELECTED = "for=turkiye&from=2020-06-01&to=2020-07-31"
PAGES = {
    "overview": "/?",
    "timeline": f"/timeline?{SELECTED}",
    "actors": "/actors?",
    "actor": "/actor?id=turkiye&for=turkiye",
    "compare": "/compare?actor=mevlut-cavusoglu,sameh-shoukry&for=russia",
    "articles": "/articles?q=سرت",
    "extracts": f"/extracts?{SELECTED}",
    "about": "/about?",
}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "demo.db"
        subprocess.run([sys.executable, "-m", "bayan", "--db", str(db), "demo"], check=True)
        port = free_port()
        server = start(db, port)
        try:
            take_all(f"http://127.0.0.1:{port}")
        finally:
            stop(server)


def take_all(address: str) -> None:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for lang in ("en", "ar"):
            pages = {**PAGES, "article": find_article(browser, address)}
            for name, asked in pages.items():
                for size, viewport in (("wide", WIDE), ("narrow", NARROW)):
                    page = browser.new_page(viewport=viewport)  # type: ignore[arg-type]
                    open_and_settle(page, f"{address}{asked}&lang={lang}")
                    page.screenshot(path=FOLDER / f"{name}-{lang}-{size}.png")
                    page.close()
        browser.close()


def find_article(browser: Browser, address: str) -> str:
    """The first article that the timeline leads to."""
    page = browser.new_page()
    open_and_settle(page, f"{address}{PAGES['timeline']}&lang=en")
    href = page.locator(".card .go").first.get_attribute("href") or ""
    page.close()
    return re.sub(r"&lang=en", "", href)


def open_and_settle(page: Page, url: str) -> None:
    """Open an address and wait until nothing moves any more."""
    page.goto(url)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator(".heading h1, .prose h1, .sheet").first.wait_for()
    for chart in page.get_by_test_id("stPlotlyChart").all():
        chart.locator(".main-svg").first.wait_for()
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(500)


if __name__ == "__main__":
    main()
