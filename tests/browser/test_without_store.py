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


@pytest.mark.parametrize(
    ("lang", "told", "why"),
    [
        ("en", "This store cannot be used", "This is no store of Bayan"),
        ("ar", "لا يمكن استعمال هذا المخزن", "ليس هذا مخزنًا لبيان"),
    ],
)
def test_what_is_no_store_is_no_missing_one(browser: Browser, tmp_path: Path, lang: str, told: str, why: str) -> None:
    (tmp_path / "notes.db").write_text("notes, and no database" * 9)
    with dashboard(tmp_path / "notes.db") as root:
        page = browser.new_page()
        page.goto(f"{root}/timeline?lang={lang}")
        expect(page.locator(".notice h1")).to_have_text(told, timeout=20_000)
        expect(page.locator(".notice")).to_contain_text(why)
        expect(page.locator(".notice pre")).to_have_count(0)
        page.close()
