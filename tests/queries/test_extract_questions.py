"""Actors and pairs of an extract are those of a plain computation; several files see one moment of the store."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from tests.places import Places
from tests.queries.corpora import ACTORS, draw_corpora, stored, which
from tests.queries.plain import Plain
from tests.queries.test_against_plain import ASKED, Filled, cases, slow
from tests.store.made import make_batch

from bayan.queries import Selection, questions, rows, snapshot
from bayan.store import open_store

NAMES = {actor.id: actor for actor in ACTORS}


@slow
@given(which, ASKED)
def test_actors_with_their_numbers(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        found = list(questions.iter_actors(store, selection))
        said, named = plain.statements(selection), plain.mentions(selection)
        assert [row.key for row in found if row.statements] == [row.key for row in found][: _speaking(found)]
        assert {row.key for row in found} == {one.key for one in said if one.key} | {one.actor_id for _, one in named}
        assert questions.count_actors(store, selection) == len(found)
        assert sum(row.statements for row in found) == sum(one.key is not None for one in said)
        assert sum(row.mentions for row in found) == questions.totals(store, selection).mentions
        for row in found:
            assert_actor(row, plain, selection)


def _speaking(found: list[rows.ActorRecord]) -> int:
    return sum(row.statements > 0 for row in found)


def assert_actor(row: rows.ActorRecord, plain: Plain, selection: Selection) -> None:
    own = [one for one in plain.statements(selection) if one.key == row.key]
    places = [article for article, one in plain.mentions(selection) if one.actor_id == row.key]
    assert (row.statements, row.acts) == (len(own), Counter(one.made.act for one in own))
    assert row.articles_said == len({one.article.id for one in own})
    assert (row.mentions, row.articles_named) == (len(places), len({article.id for article in places}))
    days = [day for one in own if (day := one.day(selection.dated))]
    assert (row.first_said, row.last_said) == (min(days, default=None), max(days, default=None))
    seen = [article.published for article in places if article.published]
    assert (row.first_named, row.last_named) == (min(seen, default=None), max(seen, default=None))
    assert row.actor_id == (row.key if row.key in NAMES else None)
    held = ("Foreign minister",) if row.key == "lavrov" and (days or seen) else ()
    assert row.roles_en == held


@slow
@given(which, ASKED)
def test_pairs_by_month(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        found = list(questions.iter_pairs(store, selection))
        ids = {article.id for article, _ in plain.mentions(selection)}
        counted: Counter[tuple[str | None, str, str]] = Counter()
        for _, article, extraction in plain.items:
            if article.id in ids:
                month = article.published.isoformat()[:7] if article.published else None
                named = sorted({one.actor_id for one in extraction.mentions})
                counted.update((month, *pair) for pair in combinations(named, 2))
        assert {(row.month, row.first_id, row.second_id): row.articles for row in found} == counted
        assert questions.count_pairs(store, selection) == len(found)
        assert [row.month or "" for row in found] == sorted((row.month or "" for row in found), reverse=True)
        assert all(NAMES[row.first_id].name_en == row.first_en for row in found)


def test_a_snapshot_does_not_see_what_is_saved_meanwhile(place: str) -> None:
    with open_store(place, write=True, create=True) as writer:
        writer.save(make_batch(3), extractor="1")
        with open_store(place) as store, snapshot(store) as moment:
            before = questions.totals(moment, Selection())
            writer.save(make_batch(2, first=3), extractor="2")
            assert questions.totals(moment, Selection()) == before
            assert (
                len(list(questions.iter_articles(moment, Selection()))) == questions.corpus_state(moment).articles == 3
            )
            assert questions.totals(store, Selection()).articles == 5


def test_the_state_of_a_corpus_is_that_of_its_articles(place: str) -> None:
    batch = make_batch(4)
    with open_store(place, write=True, create=True) as store:
        assert questions.corpus_state(store).articles == 0
        store.save(batch[2:], extractor="2")
        store.save(batch[:1], extractor="1")
        store.save([(batch[1][0], None)])
        state = questions.corpus_state(store)
    hashes = sorted(bytes.fromhex(article.content_hash) for article, _ in batch)
    assert state.sha256 == hashlib.sha256(b"".join(hashes)).hexdigest()
    assert (state.articles, state.extractors, state.unread) == (4, {"1": 1, "2": 2}, 1)


def test_the_order_of_saving_does_not_change_the_state(places: Places, filled: Filled) -> None:
    for (one, plain), batch in list(zip(filled, draw_corpora(), strict=True))[:6]:
        with stored(places, list(reversed(batch))) as (other, _):
            unreviewed = replace(questions.corpus_state(one), corrections=0)
            assert questions.corpus_state(one).corrections == len(plain.reviewed)
            assert questions.corpus_state(other) == unreviewed
