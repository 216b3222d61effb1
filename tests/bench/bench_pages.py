"""Measures the dashboard in Chromium over a large store: from a click to the last paint, and what a page sends.

The store is that of BAYAN_BENCH_DB, or one that is made of the articles of ../shared/corpus.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
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
ACTS = ("deny", "warn", "appeal", "reject")
"""Chosen one after another, so that more and more is found, and taken away again."""
FILTERS = ("topic", "outlet", "kind", "actor", "act", "diplomatic", "originals")
"""Of each, the most frequent value is chosen alone."""
ROUNDS = 12
QUIET = 0.15
"""Seconds without a change of the page after which its last paint is over."""
WATCH = """(quiet) => {
  const app = document.querySelector('.stApp');
  let changed = 0;
  new MutationObserver(() => { changed = performance.now(); })
    .observe(app, { childList: true, subtree: true, attributes: true, characterData: true });
  // The page waits for itself: to be asked over and over how far it is would be a part of what is measured.
  window.timeClick = (selector) => new Promise((tell) => {
    const begin = performance.now();
    const look = () => {
      const goes = app.dataset.testScriptState !== 'notRunning' || changed < begin;
      if (goes || performance.now() - changed < quiet * 1000) setTimeout(look, 20);
      else tell((changed - begin) / 1000);
    };
    document.querySelector(selector).click();
    look();
  });
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
    return float(page.evaluate("(selector) => window.timeClick(selector)", selector))


def measure(address: str) -> tuple[list[tuple[str, list[float]]], dict[str, int]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
        received = [0]
        page.on("websocket", lambda opened: opened.on("framereceived", lambda data: _count(received, data)))
        page.goto(f"{address}/?lang=en")
        page.locator(".card").first.wait_for()
        page.evaluate(WATCH, QUIET)
        switches: dict[str, list[float]] = {name: [] for name in PAGES}
        sent: dict[str, int] = {}
        for _ in range(ROUNDS):
            for name in PAGES:
                received[0] = 0
                switches[name].append(time_click(page, f"header.top nav a[href^='/{name}?']"))
                sent[name] = max(sent.get(name, 0), received[0])
        page.goto(f"{address}/timeline?lang=en")
        page.locator(".card").first.wait_for()
        page.evaluate(WATCH, QUIET)
        reruns = [time_click(page, f".facet a:has(.act-{act})") for act in (*ACTS, *ACTS)]
        for name in FILTERS:
            reruns.append(time_click(page, f".facet a[href*='{name}=']"))
            reruns.append(time_click(page, ".clear"))
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
