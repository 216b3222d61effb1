"""Folded lists: what repeats an earlier row stands under it; nothing is lost, nothing comes twice. Relevance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from tests.places import Places
from tests.queries.test_copies import BODY, COPIES, FIRST, OTHERS, fill

from bayan.queries import Selection, questions, rows
from bayan.records import Article, Extraction
from bayan.store import Store, open_store

Read = Callable[..., rows.Page[Any]]


@pytest.fixture(scope="module")
def store(places: Places) -> Iterator[Store]:
    with fill(places.new(), [*COPIES, FIRST, *OTHERS]) as opened:
        yield opened


def read_all(read: Read, store: Store, selection: Selection, limit: int) -> tuple[list[Any], dict[str, Any]]:
    """Every row of a folded list, page by page, and what is folded under it."""
    found: list[Any] = []
    folded: dict[str, Any] = {}
    after: str | None = None
    while True:
        page = read(store, selection, after=after, limit=limit, fold=True)
        found += page.rows
        folded |= page.folded
        after = page.next
        if after is None:
            return found, folded


@pytest.mark.parametrize("read", [questions.articles, questions.statements], ids=["articles", "statements"])
@pytest.mark.parametrize("limit", [1, 2, 50])
@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(outlet=("b.example",)),
        Selection(since="2020-07-09", dated="published"),
        Selection(q=BODY.split()[2]),
    ],
    ids=["all", "outlet", "days", "words"],
)
def test_folded_pages_hold_every_row_of_the_selection_once(
    store: Store, read: Read, limit: int, selection: Selection
) -> None:
    shown, folded = read_all(read, store, selection, limit)
    everything = {row.id for row in read(store, selection, limit=50).rows}
    under = [one.id for many in folded.values() for one in many]
    assert len(under) == len(set(under))
    assert {row.id for row in shown} | set(under) == everything
    assert len(shown) + len(under) == len(everything)
    kind: rows.FoldedKind = "article" if read is questions.articles else "statement"
    assert questions.count_folded(store, selection, kind) == len(under)


def test_copies_stand_under_the_first_published_of_those_selected(store: Store) -> None:
    page = questions.articles(store, Selection(), fold=True)
    [(shown, copies)] = page.folded.items()
    assert [(copy.outlet, copy.published) for copy in copies] == [
        ("b.example", date(2020, 7, 8)),
        ("a.example", date(2020, 7, 9)),
        ("c.example", None),
    ]
    assert {row.outlet for row in page.rows if row.id == shown} == {"a.example"}
    later = questions.articles(store, Selection(since="2020-07-09", dated="published"), fold=True)
    assert later.folded == {}
    assert len(later.rows) == 1


def test_the_same_words_stand_under_their_first_report(store: Store) -> None:
    page = questions.statements(store, Selection(actor=("sergey-lavrov",)), fold=True)
    [reports] = page.folded.values()
    assert {report.outlet for report in reports} <= {"a.example", "b.example", "c.example"}
    rows = {row.id: row for row in questions.statements(store, Selection()).rows}
    assert all(rows[report.id].article_id == report.article_id for report in reports)


def test_relevance_puts_the_title_first_and_then_those_that_say_it_often(place: str) -> None:
    texts = [
        ("الهدنة في طرابلس", "خبر"),
        ("خبر", "الهدنة قائمة"),
        ("خبر", "الهدنة ثم الهدنة ثم الهدنة"),
        ("خبر", "غيرها"),
    ]
    batch = [
        (Article("a.example", title, f"{body} {'كلام ' * 20}{at}", date(2020, 7, 1 + at)), Extraction((), ()))
        for at, (title, body) in enumerate(texts)
    ]
    with open_store(place, write=True, create=True) as store:
        store.save(batch)
        chosen = Selection(q="الهدنة")
        by_relevance = [row.published for row in questions.articles(store, chosen, sort="relevance").rows]
        assert by_relevance == [date(2020, 7, 1), date(2020, 7, 3), date(2020, 7, 2)]
        first = questions.articles(store, chosen, sort="relevance", limit=1)
        second = questions.articles(store, chosen, sort="relevance", limit=5, after=first.next)
        assert [row.published for row in (*first.rows, *second.rows)] == by_relevance
        assert second.next is None
        by_date = questions.articles(store, Selection(), sort="relevance").rows
        assert by_date == questions.articles(store, Selection()).rows
