"""A dashboard without a store says how to make one."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.conftest import dashboard

pytestmark = pytest.mark.browser


def test_a_missing_store_is_explained(browser: Browser, tmp_path: Path) -> None:
    with dashboard(tmp_path / "none.db") as root:
        page = browser.new_page()
        page.goto(f"{root}/timeline?lang=en")
        expect(page.locator(".notice")).to_contain_text("bayan --db bayan.db demo", timeout=20_000)
        assert "Traceback" not in page.content()
        page.close()
