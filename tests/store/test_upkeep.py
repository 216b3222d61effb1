"""Every kind of disagreement inside a store is found and named, and can be mended from the rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.made import make_article, make_batch

from bayan.store import Store, dialects, open_store, verify


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place, write=True, create=True) as opened:
        opened.save([*make_batch(5), (make_article(9, day=None), None)], extractor="1")
        yield opened


def test_a_sound_store_has_no_fault(store: Store) -> None:
    assert list(verify(store)) == []


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE article_text SET body = body || 'x' WHERE id IN (SELECT max(id) FROM article_text)", "damaged"),
        ("UPDATE st_day SET n = n + 1", "st_day"),
        ("DELETE FROM st_day WHERE actor_id = 0", "st_day"),
        ("UPDATE men_day SET mentions = 7", "men_day"),
        ("UPDATE actor SET statements = 0", "actor"),
        ("UPDATE state SET value = 0 WHERE name = 'fold'", "folded"),
    ],
)
def test_a_fault_is_named(store: Store, sql: str, told: str) -> None:
    with store.write() as connection:
        connection.exec_driver_sql(sql)
    faults = list(verify(store))
    assert any(told in fault for fault in faults), faults


@pytest.mark.parametrize("name", dialects.FULL_TEXTS)
def test_a_fault_of_the_full_text_is_named(store: Store, name: str) -> None:
    with store.write() as connection:
        dialects.empty_texts(connection, name)
    assert any(f"index {name} holds 0 texts" in fault for fault in verify(store))


def test_rollups_and_full_text_are_made_anew_from_the_rows(store: Store) -> None:
    with store.write() as connection:
        for sql in ("DELETE FROM st_day", "UPDATE men_day SET mentions = 7", "DELETE FROM calendar"):
            connection.exec_driver_sql(sql)
        dialects.empty_texts(connection, "fts")
    store.rebuild()
    assert list(verify(store)) == []


def test_a_writer_folds_anew_what_was_folded_by_older_rules(store: Store) -> None:
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE state SET value = 0 WHERE name = 'fold'")
    with open_store(store.address, write=True) as opened:
        assert list(verify(opened)) == []


def test_stats_count_everything(store: Store) -> None:
    found = store.stats()
    assert (found.articles, found.undated, found.annotated, found.outlets) == (6, 1, 5, 1)
    assert (found.statements, found.mentions, found.speakers) == (10, 5, 2)
    assert found.since == found.until
    assert found.bytes > 0
