"""Rollups of many actors and the index of ids are ordered by time: what they say stays what the rows say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.store.made import DAYS, find, make_article, make_press
from tests.store.older import make_older
from tests.store.rows import dump

import bayan.queries.common as common
from bayan.queries import Selection, questions
from bayan.store import Store, open_store, verify


def test_a_store_ordered_by_actors_is_brought_up_to_date(press: Store) -> None:
    before = dump(press)
    make_older(press.address, 8)
    with open_store(press.address, write=True) as migrated:
        assert dump(migrated) == before
        assert list(verify(migrated)) == []


def test_the_rollups_made_anew_are_those_that_were_kept_in_step(press: Store) -> None:
    article, found = next(make_press())
    press.save([(article, replace(found, statements=found.statements[1:]))], extractor="2", replace=True)
    before = dump(press)
    press.rebuild()
    assert dump(press) == before
    assert list(verify(press)) == []


def test_a_wrong_count_of_an_actor_is_a_fault(press: Store) -> None:
    with press.write() as connection:
        connection.exec_driver_sql("UPDATE actor SET statements = statements + 1 WHERE key = 'sergey-lavrov'")
    assert any("the counts in actor" in fault for fault in verify(press))


def test_a_statement_is_found_by_its_id_whenever_it_was_published(press: Store) -> None:
    listed = questions.statements(press, Selection(), limit=100).rows
    assert {row.published for row in listed} == set(DAYS)
    assert [questions.statement(press, row.id) for row in listed] == list(listed)
    assert questions.statement(press, "0" * 16) is None


def test_a_sample_by_chance_is_in_the_order_of_ids(press: Store) -> None:
    given = []
    page = questions.review_queue(press, Selection(), order="chance")
    while page.rows:
        given.append(page.rows[0].id)
        page = questions.review_queue(press, Selection(), order="chance", after=given[-1])
    assert given == sorted(row.id for row in questions.statements(press, Selection(), limit=100).rows)


@pytest.mark.parametrize(
    "period", [("2019-11-01", "2020-03-31"), ("2019-12-10", "2020-02-20"), ("2020-01-05", "2020-01-06")]
)
def test_facets_of_a_speaker_are_those_of_its_statements(press: Store, period: tuple[str, str]) -> None:
    since, until = period
    for asked in (
        Selection(actor=("sergey-lavrov",)),
        Selection(actor=("sergey-lavrov",), since=since, until=until),
        Selection(actor=("sergey-lavrov", "~قالن"), since=since, until=until),
        Selection(actor=("~قالن",), since=since),
    ):
        rows = questions.statements(press, asked, limit=100).rows
        found = questions.facets(press, asked)
        for name, told in (
            ("outlet", lambda row: [row.outlet]),
            ("kind", lambda row: [row.kind]),
            ("topic", lambda row: row.topics),
        ):
            values = [value for row in rows for value in told(row)]
            assert {one.value: one.count for one in found[name]} == {value: values.count(value) for value in values}


def test_the_newest_of_many_speakers_are_those_of_each(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some are found among the last statements, the others by looking for the first of each."""
    speakers = [f"متحدث {number}" for number in range(12)]
    articles = [make_article(number, date(2020, 1, 1) + timedelta(number)) for number in range(60)]
    found = [find(one, speaker=speakers[at % 12], speaker_id=None) for at, one in enumerate(articles)]
    asked = Selection(actor=tuple(f"~{name}" for name in speakers[:10]))
    with open_store(place, write=True, create=True) as press:
        press.save(list(zip(articles, found, strict=True)))
        whole = [row.id for row in questions.statements(press, asked, limit=100).rows]
        assert len(whole) == 50
        monkeypatch.setattr(common, "_LAST_STATEMENTS", 24)
        for limit in (4, 20):
            listed, after = [], None
            while not listed or after:
                page = questions.statements(press, asked, after=after, limit=limit)
                listed, after = [*listed, *(row.id for row in page.rows)], page.next
            assert listed == whole
