"""Counts of sides and of topics together: in step with the rows, and with those who speak for a state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import func, select
from tests.store.made import ACTORS, PRINCIPALS, find, make_article, make_press
from tests.store.older import make_older
from tests.store.rows import change, dump

from bayan.records import Actor, SpeakerKind
from bayan.store import Store, codes, open_store, tables, verify

FRANCE = Actor("france", SpeakerKind.STATE, "فرنسا", "France")


def count_on_sides(store: Store) -> dict[str, int]:
    """What the store has counted for each state, of what has a day."""
    cell, actor = tables.st_by.c, tables.actor.c
    counted = select(actor.key, func.sum(cell.n)).join_from(tables.actor, tables.st_by, actor.id == cell.value)
    with store.read() as connection:
        rows = connection.execute(counted.where(cell.facet == codes.SIDE, cell.span < 0).group_by(actor.key))
        return {row[0]: row[1] for row in rows}


@pytest.mark.parametrize(
    ("actors", "principals", "sides"),
    [
        (ACTORS, PRINCIPALS, {"russia"}),
        ((*ACTORS, FRANCE), {"sergey-lavrov": ("france",)}, {"france"}),
        (ACTORS, {}, set()),
        ([replace(one, kind=SpeakerKind.BODY) for one in ACTORS], PRINCIPALS, set()),
        ([replace(one, kind=SpeakerKind.STATE) for one in ACTORS], PRINCIPALS, {"russia", "sergey-lavrov"}),
    ],
)
def test_what_speakers_said_goes_with_them_to_another_side(
    press: Store, actors: Sequence[Actor], principals: Mapping[str, Sequence[str]], sides: set[str]
) -> None:
    press.sync_actors(actors, principals)
    assert count_on_sides(press).keys() == sides
    assert list(verify(press)) == []
    article = make_article(100)
    press.save([(article, find(article))], extractor="1")
    assert list(verify(press)) == []


def test_a_store_that_counted_no_sides_is_brought_up_to_date(press: Store) -> None:
    before = dump(press)
    make_older(press.address, 9)
    with open_store(press.address, write=True) as migrated:
        assert dump(migrated) == before
        assert list(verify(migrated)) == []


@pytest.mark.parametrize("wrong", ["st_topics", "st_by"])
def test_a_wrong_count_is_a_fault_until_it_is_counted_anew(press: Store, wrong: str) -> None:
    change(press.address, f"UPDATE {wrong} SET n = n + 1")
    assert any(f"the counts in {wrong}" in fault for fault in verify(press))
    press.rebuild()
    assert list(verify(press)) == []


def test_statements_that_are_taken_back_leave_no_count_of_their_topics(press: Store) -> None:
    for article, found in make_press():
        silent = replace(found, statements=tuple(replace(one, topics=()) for one in found.statements))
        press.save([(article, silent)], extractor="2", replace=True)
    with press.read() as connection:
        assert connection.execute(select(func.count()).select_from(tables.st_topics)).scalar_one() == 0
    assert list(verify(press)) == []
