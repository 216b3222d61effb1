"""What is sent to a server comes back as it was, whatever was sent before on the same connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from sqlalchemy import text
from tests.places import Server
from tests.store.made import make_batch

import bayan.store.driver as driver
from bayan.errors import StoreError, TooSlow
from bayan.queries import Selection, questions
from bayan.store import Store, open_store


@pytest.fixture
def address(server: Server) -> Iterator[str]:
    address = server.new()
    with open_store(address, write=True, create=True) as store:
        store.save(make_batch(40))
    yield address
    server.free(address)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address) as opened:
        yield opened


def test_values_come_back_as_they_were(store: Store) -> None:
    kinds = {"TEXT": "قال: «نعم» \\ 'لا' %s\n", "BYTEA": b"\0\xff", "BIGINT": -(2**62), "FLOAT": 0.1, "BOOLEAN": True}
    values = {**kinds, "INTEGER": None}
    asked = text("SELECT " + ", ".join(f"CAST(:{kind} AS {kind})" for kind in values))
    with store.read() as connection:
        for given in (values, dict.fromkeys(values), values):
            assert tuple(connection.execute(asked, given).one()) == tuple(given.values())


def test_more_statements_than_the_server_keeps(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "_NAMED", 2)
    with store.read() as connection:
        for _ in range(3):
            sums = [connection.execute(text(f"SELECT CAST(:one AS INTEGER) + {n}"), {"one": 1}) for n in range(5)]
            assert [found.scalar_one() for found in sums] == [1, 2, 3, 4, 5]
        kept = connection.exec_driver_sql("SELECT count(*) FROM pg_prepared_statements").scalar_one()
    assert kept <= 3


def test_a_question_that_was_stopped_leaves_its_connection_usable(store: Store) -> None:
    sleep = text("SELECT pg_sleep(:seconds)")
    for _ in range(2):
        with pytest.raises(TooSlow), store.read(seconds=0.05) as connection:
            connection.execute(sleep, {"seconds": 5.0})
        with store.read() as connection:
            connection.execute(sleep, {"seconds": 0.1})
        assert questions.totals(store, Selection()).articles == 40


def test_a_table_that_changes_meanwhile_costs_one_question(server: Server, address: str, store: Store) -> None:
    before = questions.articles(store, Selection())
    name = address.rpartition("?")[0].rpartition("/")[2]
    server.run("ALTER TABLE article ALTER COLUMN title TYPE VARCHAR(500)", database=name)
    with suppress(StoreError):
        questions.articles(store, Selection())
    assert questions.articles(store, Selection()) == before
