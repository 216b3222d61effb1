"""Words with more hits than are counted: numbers are floors and say so, lists are whole and in order all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from tests.store.made import find, make_article

import bayan.queries.common as common
from bayan.queries import Selection, questions
from bayan.store import Store, dialects, open_store

ARTICLES = 60
WORD = Selection(q="القتال")
RARE = Selection(q="17")
FIRST = date(2020, 1, 1)


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """Every article holds the word and was published on a day of its own; what some tell was said long before."""
    articles = [make_article(number, FIRST + timedelta(number)) for number in range(ARTICLES)]
    said = [FIRST + timedelta(number if number % 7 else number // 3) for number in range(ARTICLES)]
    said[3] = FIRST + timedelta(ARTICLES)  # a day to come
    with open_store(place, write=True, create=True) as opened:
        opened.save(
            [(article, find(article, said_on=day.isoformat())) for article, day in zip(articles, said, strict=True)]
        )
        yield opened


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a dozen hits were many."""
    monkeypatch.setattr(common, "MOST_HITS", 12)
    monkeypatch.setattr(common, "_LAST_STATEMENTS", 15)
    monkeypatch.setattr(common, "_TOLD_LATE", 2)
    monkeypatch.setattr(common, "_LOOKED_AT", {"fts": 5, "st_fts": 12})


def pages(store: Store, limit: int) -> Iterator[list[str]]:
    after = None
    while True:
        page = questions.statements(store, WORD, after=after, limit=limit)
        yield [row.id for row in page.rows]
        if (after := page.next) is None:
            return


def test_a_list_of_hits_is_whole_and_in_order(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [row.id for row in questions.statements(store, WORD, limit=ARTICLES).rows]
    assert len(whole) == ARTICLES
    for name, value in (("MOST_HITS", 12), ("_LAST_STATEMENTS", 15), ("_TOLD_LATE", 2)):
        monkeypatch.setattr(common, name, value)
    for limit in (4, 50):
        assert [one for page in pages(store, limit) for one in page] == whole


def test_numbers_of_common_words_are_floors(store: Store, few: None) -> None:
    found = questions.totals(store, WORD)
    assert found.floor
    assert (found.statements, found.articles, found.outlets, found.mentions) == (12, 12, 1, 5)
    facets = questions.facets(store, WORD)
    assert sum(value.count for value in facets["act"]) == 12


def test_no_more_hits_are_claimed_than_were_counted(store: Store, few: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialects, "look_for", lambda *_: (None, None))  # as if counting took too long
    found = questions.totals(store, WORD)
    assert found.floor
    assert (found.statements, found.articles) == (12, 5)


def test_choices_under_listed_hits_are_those_under_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = questions.facets(store, WORD)
    monkeypatch.setattr(common, "MOST_HITS", 12)
    monkeypatch.setattr(common, "_LOOKED_AT", {"fts": 5, "st_fts": ARTICLES})
    assert questions.facets(store, WORD) == whole


def test_numbers_of_other_words_are_exact(store: Store, few: None) -> None:
    found = questions.totals(store, RARE)
    assert (found.articles, found.floor) == (1, False)
    outlet = Selection(q=WORD.q, outlet=("a.example",))
    assert (questions.totals(store, outlet).statements, questions.totals(store, outlet).floor) == (ARTICLES, False)
