"""Two selections over one axis: every statement that has a day is counted once, in steps that are the same for both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.browser.corpus import ACTORS, CORPUS, PRINCIPALS
from tests.places import Places

from bayan.queries import Selection, questions
from bayan.records import Act, Extraction
from bayan.store import Store, open_store

TURKEY, EGYPT = Selection(behalf=("turkey",)), Selection(behalf=("egypt",))


@pytest.fixture(scope="module")
def store(places: Places) -> Iterator[Store]:
    with open_store(places.new(), write=True, create=True) as opened:
        opened.sync_actors(ACTORS, PRINCIPALS)
        opened.save(CORPUS, extractor="tests")
        yield opened


def test_two_actors_are_counted_by_act_and_bucket(store: Store) -> None:
    found = questions.mirror(store, (TURKEY, EGYPT))
    assert found.step == "day"
    assert [[(point.bucket, point.act, point.count, point.assumed) for point in side] for side in found.sides] == [
        [
            (date(2020, 6, 24), Act.APPEAL, 1, 0),
            (date(2020, 6, 25), Act.WARN, 1, 1),
            (date(2020, 7, 7), Act.SUPPORT, 1, 0),
            (date(2020, 7, 9), Act.DENY, 1, 1),
        ],
        [(date(2020, 6, 21), Act.REJECT, 1, 0)],
    ]


@pytest.mark.parametrize(("room", "step"), [(1, "day"), (0.25, "week")])
def test_a_narrow_screen_has_longer_buckets(store: Store, room: float, step: str) -> None:
    found = questions.mirror(store, (TURKEY, EGYPT), room)
    assert found.step == step
    assert sum(point.count for side in found.sides for point in side) == 5


def test_the_weeks_of_periods_begin_with_their_first_days(store: Store) -> None:
    days = Selection(behalf=("turkey",), since="2020-06-26", until="2020-07-13")
    before = Selection(behalf=("turkey",), since="2020-06-08", until="2020-06-25")
    found = questions.mirror(store, (days, before), 0.01)
    assert found.step == "week"
    for side, chosen in zip(found.sides, (days, before), strict=True):
        first = date.fromisoformat(chosen.since or "")
        assert {(point.bucket - first) % timedelta(7) for point in side} == {timedelta()}


def test_sides_without_statements_are_empty(store: Store) -> None:
    assert questions.mirror(store, (Selection(actor=("nobody",)),) * 2).sides == ((), ())


@pytest.mark.parametrize(("room", "step", "months"), [(2, "day", 1), (1, "week", 1), (0.01, "month", 0)])
def test_what_is_known_by_its_month_alone_is_told_where_buckets_are_shorter(
    places: Places, room: float, step: str, months: int
) -> None:
    article, found = CORPUS[2]
    of_month = Extraction(tuple(replace(made, said_on="2020-06") for made in found.statements), found.mentions)
    with open_store(places.new(), write=True, create=True) as store:
        store.sync_actors(ACTORS, PRINCIPALS)
        store.save([*CORPUS[:2], (article, of_month)], extractor="tests")
        mirrored = questions.mirror(store, (TURKEY, EGYPT), room)
        published = questions.mirror(store, [replace(side, dated="published") for side in (TURKEY, EGYPT)], room)
    assert mirrored.step == step
    assert [sum(point.months for point in side) for side in mirrored.sides] == [0, months]
    assert not any(point.months for side in published.sides for point in side)
