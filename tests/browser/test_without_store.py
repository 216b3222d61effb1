"""A dashboard without a store says how to make one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import dashboard
from tests.browser.profiles import Pages

pytestmark = pytest.mark.browser


def test_a_missing_store_is_explained(pages: Pages, tmp_path: Path) -> None:
    with dashboard(tmp_path / "none.db") as root:
        page = pages.new()
        page.goto(f"{root}/timeline?lang=en")
        expect(page.locator(".notice")).to_contain_text("bayan --db bayan.db demo")
        assert "Traceback" not in page.content()
        page.close()


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard over a file that is no store."""
    path = tmp_path_factory.mktemp("notes") / "notes.db"
    path.write_text("notes, and no database" * 9)
    with dashboard(path) as root:
        yield root


@pytest.mark.parametrize(
    ("lang", "told", "why"),
    [
        ("en", "This store cannot be used", "This is no store of Bayan"),
        ("ar", "لا يمكن استعمال هذا المخزن", "ليس هذا مخزنًا لبيان"),
    ],
)
def test_what_is_no_store_is_no_missing_one(pages: Pages, notes: str, lang: str, told: str, why: str) -> None:
    page = pages.new()
    page.goto(f"{notes}/timeline?lang={lang}")
    expect(page.locator(".notice h1")).to_have_text(told)
    expect(page.locator(".notice")).to_contain_text(why)
    expect(page.locator(".notice pre")).to_have_count(0)
    page.close()
