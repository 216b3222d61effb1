"""What is typed into the box of words becomes filters where it names some."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.corpus import write_store

from bayan.errors import BadSelection
from bayan.queries import Selection
from bayan.show.typed import read_typed, retype


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


@pytest.mark.parametrize(
    ("word", "typed", "day"),
    [
        ("from", "2020-07-08", "2020-07-08"),
        ("from", "2020-07", "2020-07-01"),
        ("to", "2020-02", "2020-02-29"),
        ("from", "2020", "2020-01-01"),
        ("to", "2020", "2020-12-31"),
        ("to", " ٢٠٢٠/٧/٨ ", "2020-07-08"),
    ],
)
def test_days_are_typed_in_one_order_in_every_browser(word: str, typed: str, day: str) -> None:
    assert retype("/timeline?lang=en", word, typed) == f"/timeline?{word}={day}&lang=en"


@pytest.mark.parametrize("typed", ["8/7/2020", "2020-13", "yesterday", "2020-02-30"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(BadSelection):
        retype("/timeline?lang=en", "to", typed)
