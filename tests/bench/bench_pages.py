"""Measures the dashboard in Chromium over a large store: from a click to the last paint, and what a page sends.

The store is that of BAYAN_BENCH_DB, or one that is made of the articles of ../shared/corpus.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles

from playwright.sync_api import Page, sync_playwright
from tests.bench.performance import write_part
from tests.browser.conftest import free_port, start, stop
from tests.browser.profiles import FLAGS, WIDE
from tests.gold.texts import CORPUS

PAGES = ("timeline", "actors", "compare", "articles", "extracts", "corpus", "")
FILTERS = ("deny", "warn", "appeal", "reject")
ROUNDS = 12
QUIET = 0.15
"""Seconds without a change of the page after which its last paint is over."""
WATCH = """() => {
  window.changed = performance.now();
  const everything = { childList: true, subtree: true, attributes: true, characterData: true };
  new MutationObserver(() => { window.changed = performance.now(); })
    .observe(document.querySelector('.stApp'), everything);
}"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    db = Path(os.environ.get("BAYAN_BENCH_DB", folder / "real.db"))
    if not db.exists():
        files = [str(path) for path in sorted(CORPUS.glob("*.jsonl.gz"))]
        subprocess.run([sys.executable, "-m", "bayan", "--db", str(db), "ingest", *files], check=True)
    port = free_port()
    server = start(db, port)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(server)


def time_click(page: Page, selector: str) -> float:
    """Seconds from a click until the page has come and moves no more."""
    begin = page.evaluate("performance.now()")
    page.evaluate("(selector) => document.querySelector(selector).click()", selector)
    page.wait_for_function("(begin) => window.changed > begin", arg=begin)
    while True:
        page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
        if page.evaluate(f"performance.now() - window.changed > {QUIET * 1000}"):
            return float(page.evaluate("(begin) => (window.changed - begin) / 1000", begin))
        time.sleep(0.02)


def measure(address: str) -> tuple[list[tuple[str, list[float]]], dict[str, int]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
        received = [0]
        page.on("websocket", lambda opened: opened.on("framereceived", lambda data: _count(received, data)))
        page.goto(f"{address}/?lang=en")
        page.locator(".card").first.wait_for()
        page.evaluate(WATCH)
        switches: dict[str, list[float]] = {name: [] for name in PAGES}
        sent: dict[str, int] = {}
        for _ in range(ROUNDS):
            for name in PAGES:
                received[0] = 0
                switches[name].append(time_click(page, f"header.top nav a[href^='/{name}?']"))
                sent[name] = max(sent.get(name, 0), received[0])
        page.goto(f"{address}/timeline?lang=en")
        page.locator(".card").first.wait_for()
        page.evaluate(WATCH)
        reruns = [time_click(page, f".facet a:has(.act-{act})") for act in (*FILTERS, *FILTERS)]
        browser.close()
    return [*((f"to /{name}", times) for name, times in switches.items()), ("filter on the timeline", reruns)], sent


def _count(received: list[int], data: str | bytes) -> None:
    received[0] += len(data)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address:
        timed, sent = measure(address)
    lines = ["| click | p50 s | p95 s | KB sent |", "|---|---|---|---|"]
    for name, times in timed:
        cuts = quantiles(times, n=20, method="inclusive")  # no guess beyond the slowest
        size = sent.get(name.removeprefix("to /"), 0) / 1000
        lines.append(f"| {name} | {cuts[9]:.2f} | {cuts[18]:.2f} | {f'{size:.0f}' if size else ''} |")
    lines += ["", "From a click to the last change of the page in Chromium, both on the machine of the server."]
    write_part("Pages in a browser", "\n".join(lines))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
