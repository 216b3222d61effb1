"""Web pages: small imitations of what Arabic sites do, each with what must be read from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bayan.errors import Rejected
from bayan.ingest import Limits, read
from bayan.records import Article

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


@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-1", "utf-16"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
def test_the_bytes_tell_the_encoding_whatever_is_declared(tmp_path: Path, encoding: str, declared: str) -> None:
    text = (
        (CASES[0].parent / "flash.html").read_text(encoding="utf-8").replace('charset="utf-8"', f'charset="{declared}"')
    )
    (tmp_path / "x").write_bytes((text + "<script>var x = 'latin letters';</script>" * 40).encode(encoding))
    (article,) = read(tmp_path / "x")
    assert isinstance(article, Article)
    assert article.body == "أغلق مطار العاصمة بسبب الضباب الكثيف."


def test_a_bad_byte_spoils_one_letter_and_nul_goes(tmp_path: Path) -> None:
    data = (CASES[0].parent / "flash.html").read_bytes()
    place = data.index("الكثيف".encode())
    (tmp_path / "x").write_bytes(data[:place] + b"\xff\0" + data[place:])
    (article,) = read(tmp_path / "x")
    assert isinstance(article, Article)
    assert article.body.replace("\ufffd", "") == "أغلق مطار العاصمة بسبب الضباب الكثيف."


@pytest.mark.parametrize(
    ("markup", "limits"),
    [
        ("<div>" * 6_000, Limits()),
        ("".join(f"<font id={n}><p>x" for n in range(2_000)), Limits()),
        ("<p>x" * 2_000, Limits(tags=1_000)),
    ],
)
def test_a_page_that_would_fill_the_memory_is_refused(tmp_path: Path, markup: str, limits: Limits) -> None:
    (tmp_path / "x").write_text(f"<html><body>{markup}", encoding="utf-8")
    (rejected,) = read(tmp_path / "x", limits=limits)
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "too-large"
