"""Web pages: small imitations of what Arabic sites do, each with what must be read from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bayan.errors import Rejected
from bayan.ingest import read

CASES = sorted((Path(__file__).resolve().parents[1] / "cases" / "pages").glob("*.html"))


@pytest.mark.parametrize("page", CASES, ids=lambda page: page.stem)
def test_a_page_gives_its_article(page: Path) -> None:
    expected = yaml.safe_load(page.with_suffix(".yaml").read_text(encoding="utf-8"))
    (found,) = read(page, outlet="cases")
    if isinstance(found, Rejected):
        assert found.reason == expected.get("rejected"), found
        return
    assert found.body == expected["body"]
    assert found.title == expected["title"]
    assert found.published == (date.fromisoformat(expected["published"]) if expected["published"] else None)
    assert found.published_basis == expected["basis"]
    assert (found.outlet, found.author, found.url) == (expected["outlet"], expected["author"], expected["url"])
