"""A dashboard without a store says how to make one."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.conftest import free_port, start, stop

pytestmark = pytest.mark.browser


def test_a_missing_store_is_explained(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    process = start(tmp_path / "none.db", port)
    try:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/timeline?lang=en")
        expect(page.locator(".notice")).to_contain_text("bayan --db bayan.db demo", timeout=20_000)
        assert "Traceback" not in page.content()
        page.close()
    finally:
        stop(process)
