"""A store with hostile texts, on each database, and its extracts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.store.made import ACTORS, PRINCIPALS, find, make_article, make_batch

from bayan.store import Store, open_store

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u200f=1",
    "\x01=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "﹢1",
)
"""Texts that a spreadsheet might run."""


@pytest.fixture
def formulas() -> tuple[str, ...]:
    return FORMULAS


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    hostile = [
        replace(make_article(100 + at, day=None), title=f"{formula} عنوان", author=formula)
        for at, formula in enumerate(FORMULAS)
    ]
    with open_store(place, write=True, create=True) as opened:
        opened.sync_actors(ACTORS, PRINCIPALS)
        opened.save([*make_batch(4), *((article, find(article)) for article in hostile)], extractor="1")
        yield opened
