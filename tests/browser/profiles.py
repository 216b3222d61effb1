"""Pages of browsers that keep what they have compiled and forget everything else.

A page in a new context compiles the scripts of Streamlit and plotly again: 2.4 s of processor time, not 0.9.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, Playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
TABLET = {"width": 820, "height": 1180}
_FORGOTTEN = "cookies,local_storage,indexeddb,cache_storage,service_workers,websql,file_systems"
"""All that a page can keep; the cache of what servers sent is none of it."""


def find_chromium() -> str:
    """The program of the browser."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("chromium is not installed: the walks need it")
    return path


class Pages:
    """Gives pages: those that are open at once are of different browsers, which share nothing."""

    def __init__(self, playwright: Playwright, folder: Path) -> None:
        self._playwright = playwright
        self._folder = folder
        self._origins: dict[BrowserContext, set[str]] = {}
        self._free: list[BrowserContext] = []

    def new(self, viewport: dict[str, int] = WIDE, scheme: str = "light", permissions: Sequence[str] = ()) -> Page:
        """A page of a browser that nobody uses, and that holds nothing of who did."""
        context = self._free.pop() if self._free else self._launch()
        page = context.new_page()
        page.set_default_timeout(60_000)
        self._forget(page)
        context.grant_permissions(list(permissions))
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.on("framenavigated", lambda frame: self._origins[context].add(_origin(frame)))
        page.once("close", lambda _: self._free.append(context))
        return page

    def close(self) -> None:
        for context in self._origins:
            context.close()

    def _launch(self) -> BrowserContext:
        profile = self._folder / str(len(self._origins))
        options: dict[str, Any] = {"executable_path": find_chromium(), "args": FLAGS}
        context = self._playwright.chromium.launch_persistent_context(profile, viewport=WIDE, **options)  # type: ignore[arg-type]
        self._origins[context] = set()
        return context

    def _forget(self, page: Page) -> None:
        context = page.context
        for other in context.pages[:-1]:
            if other.url != "about:blank":
                other.close()
        context.clear_cookies()
        context.clear_permissions()
        session = context.new_cdp_session(page)
        for origin in self._origins[context]:
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": _FORGOTTEN})
        session.detach()


def _origin(frame: Frame) -> str:
    parts = urlsplit(frame.url)
    return f"{parts.scheme}://{parts.netloc}"
