"""Views of who has signed in are kept in the store: seen in another browser, and by nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from tests.browser.conftest import dashboard, eventually, settle, words
from tests.browser.corpus import write_store
from tests.browser.profiles import WIDE

pytestmark = pytest.mark.browser
SECRET = "only for this test"
AUTH = f"""[auth]
redirect_uri = "http://127.0.0.1/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "bayan"
client_secret = "none"
server_metadata_url = "http://127.0.0.1:9/none"
"""
NAME = "![x](http://example.org/x.png) *هدنة* :red[x]"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A dashboard that people sign in to."""
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text(AUTH)
    monkeypatch.setenv("HOME", str(tmp_path))
    write_store(tmp_path / "views.db")
    with dashboard(tmp_path / "views.db") as address:
        yield address


def enter(browser: Browser, root: str, email: str) -> Page:
    """The timeline of denials in a browser of its own, with the cookie that signing in leaves."""
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
    told = json.dumps({"email": email, "is_logged_in": True, "origin": root})
    signed = create_signed_value(SECRET, "_streamlit_user", told).decode()
    context.add_cookies([{"name": "_streamlit_user", "value": signed, "url": root}])
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(f"{root}/timeline?act=deny&lang=en")
    settle(page)
    return page


def test_a_view_is_kept_for_who_has_signed_in(browser: Browser, root: str) -> None:
    nadia = enter(browser, root, "nadia@example.org")
    nadia.get_by_label("Name of this view").fill(NAME)
    nadia.get_by_label("Name of this view").press("Tab")
    nadia.get_by_role("button", name="Save").click()
    expect(nadia.locator(".kept a")).to_have_text(NAME)
    elsewhere = enter(browser, root, "nadia@example.org")
    elsewhere.goto(f"{root}/?lang=en")
    elsewhere.locator(".kept a").click()
    eventually(elsewhere, lambda: words(elsewhere).get("act"), ["deny"])
    expect(enter(browser, root, "omar@example.org").locator(".kept")).to_have_count(0)
    elsewhere.get_by_role("button", name=f"Remove the view {NAME}").click()
    expect(elsewhere.locator(".kept")).to_have_count(0)
    nadia.reload()
    settle(nadia)
    expect(nadia.locator(".kept")).to_have_count(0)
