"""A dashboard that is served once, and pages that watch what they ask for."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, expect, sync_playwright
from tests.browser.corpus import write_store
from tests.browser.profiles import FLAGS, WIDE, Pages, find_chromium
from tests.modes import heed_modes

ROOT = Path(__file__).resolve().parents[2]
WHOLE = "[data-testid=stApp][data-test-script-state=notRunning]"
STARTS_WITHIN = 60
COMES_WITHIN = 60
expect.set_options(timeout=COMES_WITHIN * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A walk drives two programs at a busy machine's pace: one that fails is walked once more, and that is told."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


def is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def start(db: Path, port: int, allow: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
    """Serve a store in a process of its own, ready when this returns."""
    command = f"from bayan.serve import serve; serve({str(db)!r}, port={port}, allow={allow!r})"
    path = os.pathsep.join([str(ROOT / "lib"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path}
    process = subprocess.Popen([sys.executable, "-c", command], env=environment, preexec_fn=heed_modes)
    for _ in range(STARTS_WITHIN * 5):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health"):
                return process
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.2)
    stop(process)
    raise RuntimeError(f"the dashboard did not start: exit {process.poll()}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server as Ctrl-C does."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


_given_back: list[int] = []
"""Ports of dashboards that have ended: browsers know the scripts that came from them."""


@contextmanager
def dashboard(db: Path, allow: tuple[str, ...] = ()) -> Iterator[str]:
    """The address of a dashboard over a store, for as long as it is wanted."""
    port = next(filter(is_free, _given_back), None) or free_port()
    if port in _given_back:
        _given_back.remove(port)
    process = start(db, port, allow)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(process)
        _given_back.append(port)


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "bayan.db"
    write_store(path)
    return path


@pytest.fixture(scope="session")
def address(store_path: Path) -> Iterator[str]:
    """The address of a dashboard over the small corpus."""
    with dashboard(store_path) as root:
        yield root


@pytest.fixture(scope="session")
def demo_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard over the demo corpus."""
    db = tmp_path_factory.mktemp("demo") / "demo.db"
    subprocess.run([sys.executable, "-m", "bayan", "--db", str(db), "demo"], check=True)
    with dashboard(db) as root:
        yield root


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """For one file: its event loop must be gone before another file's tests run a loop of their own."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser whose contexts are new, for who needs several of his own making."""
    opened = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def profiles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profiles")


@pytest.fixture(scope="module")
def pages(playwright: Playwright, profiles: Path) -> Iterator[Pages]:
    """Pages of browsers that have forgotten whoever used them before."""
    given = Pages(playwright, profiles)
    yield given
    given.close()


@pytest.fixture
def visit(pages: Pages, address: str) -> Iterator[Callable[..., Page]]:
    """Opens an address in a browser of its own; in the end nothing went wrong and nothing was asked elsewhere."""
    wrong: list[str] = []
    opened: list[Page] = []

    def open_page(path: str, viewport: dict[str, int] = WIDE, root: str = address) -> Page:
        page = pages.new(viewport)
        opened.append(page)
        page.on("console", lambda said: complain(said, wrong))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: watch(request.url, wrong))
        page.on("websocket", lambda opened: watch(opened.url, wrong))
        page.goto(root + path)
        page.locator("header.top").wait_for()
        page.locator(WHOLE).wait_for()
        return page

    yield open_page
    for page in opened:
        page.close()
    assert wrong == []


def words(page: Page) -> dict[str, list[str]]:
    """The words of the address."""
    return parse_qs(urlsplit(page.url).query)


def eventually(page: Page, read: Callable[[], object], wanted: object) -> None:
    """Assert what a page comes to show: it is drawn in steps, and one look may fall between two of them."""
    last = time.monotonic() + COMES_WITHIN
    while True:
        try:
            if (found := read()) == wanted or time.monotonic() > last:
                break
        except Error:  # what was read was drawn anew meanwhile
            if time.monotonic() > last:
                raise
        page.wait_for_timeout(100)
    assert found == wanted


def scrolls_sideways(page: Page) -> bool:
    widths = "[document.querySelector('.stMain').scrollWidth, document.documentElement.scrollWidth, innerWidth]"
    *drawn, seen = page.evaluate(widths)
    return bool(max(drawn) > seen)


def local(page: Page) -> str:
    """The address of a page without its server."""
    return urlsplit(page.url)._replace(scheme="", netloc="").geturl()


def told_alike(*pages: Page) -> None:
    """Assert that pages come to tell the same, and something."""
    first, *others = [page.locator(".stMain .stHtml") for page in pages]
    for other in others:
        eventually(pages[0], lambda other=other: other.all_inner_texts() == first.all_inner_texts(), True)
    assert first.all_inner_texts()


def settle(page: Page) -> None:
    """Wait until the page has come: with its heading, and with all that is drawn below it."""
    page.locator(".heading h1, .notice").first.wait_for()
    page.locator(WHOLE).wait_for()


def complain(said: ConsoleMessage, wrong: list[str]) -> None:
    """Note an error of the browser, and of which address."""
    if said.type == "error":
        wrong.append(f"{said.text} ({said.location['url']})")


def watch(url: str, wrong: list[str]) -> None:
    """Note what is asked of anybody but this machine."""
    parts = urlsplit(url)
    if parts.scheme not in ("data", "blob") and parts.hostname != "127.0.0.1":
        wrong.append(f"asked elsewhere: {url}")
