"""On a PostgreSQL server, too, what is no store, or not one for this Bayan, is named in one sentence and left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.places import Server
from tests.store.made import make_article, make_batch
from tests.store.rows import change, contents

from bayan.errors import BayanError, StoreError, UsageError
from bayan.queries import Selection, questions
from bayan.store import open_store, verify


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    address = server.new()
    yield address
    server.free(address)


@pytest.fixture
def stored(empty: str) -> str:
    with open_store(empty, write=True, create=True) as store:
        store.save(make_batch(40))
    return empty


def assert_refused(address: str, *words: str, error: type[BayanError] = StoreError, **how: bool) -> None:
    """Opening is refused in one sentence with these words, and none of it is the password."""
    with pytest.raises(error) as caught:
        open_store(address, **how)
    told = str(caught.value)
    assert "\n" not in told
    assert "not-told" not in told
    assert all(word in told for word in words), told


def run(server: Server, address: str, sql: str) -> None:
    server.run(sql, database=address.rpartition("?")[0].rpartition("/")[2])


@pytest.mark.parametrize("write", [False, True])
def test_a_database_that_is_not_there(server: Server, write: bool) -> None:
    assert_refused(server.address("nowhere"), "there is no store", "createdb", write=write, create=write)


@pytest.mark.parametrize("write", [False, True])
def test_an_empty_database_is_no_store(empty: str, write: bool) -> None:
    assert_refused(empty, "empty", "bayan --db", write=write)


@pytest.mark.parametrize("write", [False, True])
def test_a_database_of_another_program(server: Server, empty: str, write: bool) -> None:
    run(server, empty, "CREATE TABLE article (id BIGINT PRIMARY KEY, title TEXT)")
    assert_refused(empty, "another program", write=write, create=write)


@pytest.mark.parametrize("write", [False, True])
def test_a_store_of_a_newer_bayan(stored: str, write: bool) -> None:
    change(stored, "INSERT INTO migration VALUES (99, 'tomorrow', '2040-01-01')")
    assert_refused(stored, "newer Bayan", write=write)


def test_a_store_of_an_older_bayan_is_read_by_a_writer_only(stored: str) -> None:
    change(stored, "DELETE FROM migration")
    assert_refused(stored, "older Bayan", "migrate")


def test_a_damaged_store(server: Server, stored: str) -> None:
    run(server, stored, "DROP TABLE state")
    assert_refused(stored, "damaged", "restore a backup", write=True)


def test_damage_met_on_the_way_is_told(server: Server, stored: str) -> None:
    run(server, stored, "DROP TABLE statement_text")
    with pytest.raises(StoreError, match="damaged"), open_store(stored) as store:
        list(questions.iter_statements(store, Selection()))


def test_an_encoding_that_knows_no_arabic(server: Server) -> None:
    server.run("CREATE DATABASE ascii TEMPLATE template0 ENCODING SQL_ASCII")
    assert_refused(server.address("ascii"), "SQL_ASCII", "UTF8", write=True, create=True)


def test_a_server_that_does_not_answer() -> None:
    assert_refused("postgresql://bayan:not-told@127.0.0.1:1/news", "no PostgreSQL server answers", "host and port")


def test_a_user_that_is_not_known(server: Server) -> None:
    assert_refused(server.address("postgres").replace("bayan:", "nobody:"), "user or password")


def test_the_end_of_the_server_s_patience(server: Server, stored: str) -> None:
    """A connection that was cut costs one question at most; the next finds its way."""
    with open_store(stored) as store:
        assert questions.totals(store, Selection()).articles == 40
        server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bayan'")
        assert questions.totals(store, Selection()).articles == 40
        with pytest.raises(StoreError, match="server"), store.read() as connection:
            server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bayan'")
            connection.exec_driver_sql("SELECT 1")


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("mysql://x/y", "mysql"),
        ("postgresql://h:port/x", "postgresql://USER"),
        ("postgresql://h/x?hosts=a", "hosts"),
        ("postgresql://h/x?sslmode=perhaps", "verify-full"),
    ],
)
def test_an_address_that_cannot_be_read(address: str, word: str) -> None:
    assert_refused(address, word, error=UsageError)


def test_a_reader_cannot_write(stored: str) -> None:
    before = contents(stored)
    with open_store(stored) as store:
        with pytest.raises(StoreError, match="opened for reading"):
            store.save(make_batch(1, first=100))
        with pytest.raises(StoreError, match="read-only"), store.read() as connection:
            connection.exec_driver_sql("DELETE FROM article")
    assert contents(stored) == before


def test_readers_go_on_while_a_writer_writes(stored: str) -> None:
    with open_store(stored) as reader, open_store(stored, write=True) as writer, writer.write() as connection:
        connection.exec_driver_sql("DELETE FROM statement_text")
        assert questions.totals(reader, Selection()).articles == 40


def test_a_writer_that_waits_too_long_says_so(stored: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bayan.store.server.LOCK_SECONDS", 0.05)
    with (
        open_store(stored, write=True) as one,
        open_store(stored, write=True) as other,
        one.write(),
        pytest.raises(StoreError, match="another process is writing"),
    ):
        other.save(make_batch(1, first=100))


def test_a_view_of_the_store_stands_still(stored: str) -> None:
    with open_store(stored) as reader, open_store(stored, write=True) as writer, reader.read() as connection:
        count = "SELECT count(*) FROM article"
        before = connection.exec_driver_sql(count).scalar_one()
        writer.save(make_batch(5, first=100))
        assert connection.exec_driver_sql(count).scalar_one() == before


def test_texts_beyond_the_limits_of_the_index(empty: str) -> None:
    """A word of 5,000 letters and more different words than a tsvector takes: stored, and found by what fits."""
    long, many = "ك" * 5_000, " ".join(f"كلمة{number}" for number in range(90_000))
    with open_store(empty, write=True, create=True) as store:
        store.save([(replace(make_article(1), body=text), None) for text in (f"{long} آخر", f"{many} الأخيرة")])
        for q, found in ((long[:900], 0), ("آخر", 1), ("كلمة77", 1), ('"كلمة77 كلمة78"', 1)):
            assert questions.totals(store, Selection(q=q)).articles == found
        assert list(verify(store)) == []
