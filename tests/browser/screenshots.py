"""Takes the pictures of docs/screens: every page, in both languages, wide and narrow, light and dark, of the demo."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from itertools import product
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import dashboard  # noqa: E402
from tests.browser.profiles import FLAGS, NARROW, WIDE  # noqa: E402

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
    "mirror": "/timeline?for=turkiye,egypt&mirror=actors",
    "turns": f"/timeline?{SELECTED}&topic=ceasefire&lanes=act",
    "review": "/review?",
    "corpus": "/corpus?",
    "about": "/about?",
}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "demo.db"
        subprocess.run([sys.executable, "-m", "bayan", "--db", str(db), "demo"], check=True)
        with dashboard(db) as root:
            take_all(root)


def take_all(address: str) -> None:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        article = find_article(browser, address)
        sizes = (("wide", WIDE), ("narrow", NARROW))
        for lang, (size, viewport), scheme in product(("en", "ar"), sizes, ("light", "dark")):
            page = browser.new_page(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
            for name, asked in {**PAGES, "article": article}.items():
                open_and_settle(page, f"{address}{asked}&lang={lang}")
                take(page, FOLDER / f"{name}-{lang}-{size}{'-dark' if scheme == 'dark' else ''}.png")
            page.close()
        browser.close()


def take(page: Page, path: Path) -> None:
    """A picture in few colours: the repository keeps every one of them."""
    Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(96).save(path, optimize=True)


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
