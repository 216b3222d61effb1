"""Phrases of words that stand in every article: few hold them in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.store.made import find, make_article

import bayan.queries.common as common
import bayan.store.planner as planner
from bayan.queries import Selection, questions
from bayan.records import Article
from bayan.store import Store, open_store

ARTICLES = 60
PHRASE = Selection(q='"القتال توقف"')
IN_ORDER = [number for number in reversed(range(ARTICLES)) if number % 7 == 0]
"""The articles that hold the phrase, the newest first."""


def make(number: int) -> Article:
    article = make_article(number, date(2020, 1, 1) + timedelta(number))
    return article if number in IN_ORDER else replace(article, body=article.body.replace("القتال", "القتال قد", 1))


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    articles = [make(number) for number in range(ARTICLES)]
    with open_store(place, write=True, create=True) as opened:
        opened.save([(article, find(article)) for article in articles])
    with open_store(place) as opened:
        yield opened


def numbers(titles: Iterator[str]) -> list[int]:
    return [int(title.rpartition(" ")[2]) for title in titles]


def test_lists_hold_what_stands_in_order(store: Store) -> None:
    found, after = [], None
    for _ in range(3):
        page = questions.articles(store, PHRASE, after=after, limit=3)
        found += page.rows
        after = page.next
    assert numbers(row.title for row in found) == IN_ORDER
    for oldest in (False, True):
        said = questions.statements(store, PHRASE, oldest=oldest).rows
        assert numbers(row.title for row in said) == (IN_ORDER[::-1] if oldest else IN_ORDER)
    beside = questions.neighbours(store, PHRASE, found[1].id)
    assert (beside.newer, beside.older) == (found[0].id, found[2].id)


def test_few_are_counted(store: Store) -> None:
    totals = questions.totals(store, PHRASE)
    assert (totals.articles, totals.statements, totals.floor) == (len(IN_ORDER), len(IN_ORDER), False)
    assert sum(value.count for value in questions.facets(store, PHRASE)["act"]) == len(IN_ORDER)


def test_of_what_is_long_to_look_through_the_newest_are_counted(
    store: Store, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On PostgreSQL, whose index does not know the order of words."""
    monkeypatch.setattr(planner, "_LOOKED_THROUGH", {"fts": 5})
    monkeypatch.setattr(common, "_AMONG", {"fts": 20, "st_fts": None})
    totals = questions.totals(store, PHRASE)
    newest = [number for number in IN_ORDER if number >= ARTICLES - 20]
    expected = (len(newest), True) if "://" in place else (len(IN_ORDER), False)
    assert (totals.articles, totals.floor) == expected
    assert totals.statements == len(IN_ORDER)
