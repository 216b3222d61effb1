"""What is typed into the box of words becomes filters where it names some."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.corpus import write_store

from bayan.queries import Selection
from bayan.show.typed import read_typed


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("typed") / "bayan.db"
    write_store(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAYAN_DB", str(path))
        yield path


@pytest.mark.parametrize(
    ("typed", "selection"),
    [
        ("سرت -هدنة", Selection(q="سرت -هدنة")),
        ("outlet:demo-agency سرت", Selection(q="سرت", outlet=("demo-agency",))),
        ('outlet:"Bayan demo bulletin"', Selection(outlet=("demo-bulletin",))),
        ("actor:كالين actor:akar", Selection(actor=("ibrahim-kalin", "hulusi-akar"))),
        ("outlet:nowhere سرت", Selection(q='"nowhere" سرت')),
        ("  ", Selection()),
    ],
)
def test_names_become_filters(typed: str, selection: Selection) -> None:
    assert read_typed(Selection(), typed) == selection
