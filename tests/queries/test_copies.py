"""Near copies and repeated words, as questions tell them; without copies all counts as if they were not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from tests.places import Places
from tests.store.made import ACTORS, PRINCIPALS
from tests.store.test_copies import Pair, publish, reword, say, write_body

import bayan
from bayan.queries import Selection, parse_selection, print_selection, questions
from bayan.records import Extraction, Mention, Span, statement_id
from bayan.store import Store, open_store

BODY = write_body(1)


def speak(outlet: str, body: str, day: date | None, hour: int | None = None) -> Pair:
    """An article in which Lavrov says its first twelve words and is named once."""
    article, found = say(publish(outlet, body, day, hour), 0, 12, known="sergey-lavrov")
    return article, Extraction(found.statements, (Mention("body", Span(0, 4), "sergey-lavrov", "لافروف"),))


FIRST = speak("a.example", BODY, date(2020, 7, 8), 6)
COPIES = [
    speak("b.example", reword(BODY, 0.03, 5), date(2020, 7, 8), 9),
    speak("c.example", BODY, None),
    speak("a.example", f"{BODY} {write_body(9, 10)}", date(2020, 7, 9)),
]
OTHERS = [speak("b.example", write_body(seed), date(2020, 7, seed)) for seed in (2, 3)]
SELECTIONS = [
    Selection(originals=True, **chosen)
    for chosen in (
        {},
        {"actor": ("sergey-lavrov",)},
        {"behalf": ("russia",), "since": "2020-07-03"},
        {"outlet": ("b.example",), "dated": "published"},
        {"q": BODY.split()[20]},
        {"q": BODY.split()[2], "outlet": ("a.example",), "kind": ("direct",)},
        {"since": "2020-07-08", "until": "2020-07-08", "act": ("inform",)},
        {"outlet": ("a.example", "b.example")},
        {"kind": ("direct",), "since": "2020-07-03"},
        {"kind": ("indirect",)},
        {"diplomatic": True},
        {"topic": ("energy",), "until": "2020-07-08"},
        {"actor": ("nobody",)},
    )
]


def fill(place: str, batch: list[Pair]) -> Store:
    store = open_store(place, write=True, create=True)
    store.sync_actors(ACTORS, PRINCIPALS)
    store.save(batch, extractor="1")
    return store


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with fill(place, [*COPIES, FIRST, *OTHERS]) as opened:
        yield opened


def test_an_article_tells_its_copies(store: Store) -> None:
    first, copy = FIRST[0], COPIES[0][0]
    found = questions.copies(store, copy.id)
    assert [(one.id, one.outlet, one.title, one.published, one.first) for one in found] == [
        (first.id, "a.example", first.title, date(2020, 7, 8), True),
        (COPIES[2][0].id, "a.example", COPIES[2][0].title, date(2020, 7, 9), False),
        (COPIES[1][0].id, "c.example", COPIES[1][0].title, None, False),
    ]
    assert len(questions.copies(store, first.id)) == 3
    assert not any(one.first for one in questions.copies(store, first.id))
    assert questions.copies(store, OTHERS[0][0].id) == questions.copies(store, "nothing") == ()


def test_a_statement_tells_where_else_its_words_stand(store: Store) -> None:
    article, found = COPIES[0]
    number = statement_id(article.content_hash, "body", found.statements[0].content)
    row = questions.statement(store, number)
    assert row and (row.quoted_in, row.wire_group) == (3, FIRST[0].id)
    variants = questions.variants(store, number)
    assert [one.outlet for one in variants] == ["a.example", "a.example", "c.example"]
    assert {one.quote_group for one in variants} == {row.quote_group} == {variants[0].id}
    other = next(one for one in questions.iter_statements(store, Selection()) if one.article_id == OTHERS[0][0].id)
    assert (other.quoted_in, other.quote_group, other.wire_group) == (1, None, None)
    assert questions.variants(store, other.id) == questions.variants(store, "nothing") == ()


def test_scripts_ask_the_same(store: Store) -> None:
    assert store.stats().copies == 3
    with bayan.open(store.address) as corpus:
        assert corpus.copies(FIRST[0].id) == questions.copies(store, FIRST[0].id)
        quoted = next(iter(corpus.statements(Selection(outlet=("c.example",)))))
        assert [row.id for row in corpus.variants(quoted.id)] == [
            row.id for row in questions.variants(store, quoted.id)
        ]
        assert corpus.statements(Selection(originals=True)).to_pandas()["quoted_in"].tolist() == [3, 1, 1]


def test_extracts_tell_the_groups(store: Store) -> None:
    rows = list(questions.iter_articles(store, Selection()))
    assert {row.outlet: row.wire_group for row in rows if row.published is None} == {"c.example": FIRST[0].id}
    assert sorted(row.wire_group or "" for row in rows) == ["", "", *[FIRST[0].id] * 4]


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda selection: str(print_selection(selection)))
def test_without_copies_all_counts_as_if_they_were_not_there(
    places: Places, store: Store, selection: Selection
) -> None:
    place = places.new()
    with fill(place, [FIRST, *OTHERS]) as plain:
        for question in (
            questions.totals,
            questions.statement_totals,
            questions.volume,
            questions.ranking,
            questions.mentions,
            questions.comentions,
            questions.facets,
            questions.timeline,
        ):
            assert question(store, selection) == question(plain, selection), question
        for by in ("act", "outlet", "side", "topic"):
            drawn = [questions.timeline(one, selection, by=by) for one in (store, plain)]
            points = [(set(line.lanes), Counter(line.points), line.left_out) for line in drawn]
            assert points[0] == points[1], by
        for listed in (questions.iter_statements, questions.iter_articles, questions.iter_mentions):
            here, there = (
                [getattr(row, "id", None) or row.article_id for row in listed(one, selection)] for one in (store, plain)
            )
            assert here == there
        pages = [[row.id for row in questions.articles(one, selection).rows] for one in (store, plain)]
        assert pages[0] == pages[1]
        keys = ["sergey-lavrov"]
        series = [questions.speakers_over_time(one, selection, keys) for one in (store, plain)]
        assert series[0] == series[1]
    places.free(place)


def test_the_filter_is_a_word_of_addresses() -> None:
    assert parse_selection({"originals": ["1"]}) == Selection(originals=True)
    assert print_selection(Selection(originals=True)) == {"originals": "1"}
