"""What is no store, or not one for this Bayan, is named in one sentence and left as it is."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.store.made import make_batch

from bayan.errors import StoreError
from bayan.queries import Selection, questions
from bayan.store import open_store, verify


def assert_refused(path: Path, *words: str, **how: bool) -> None:
    """Opening is refused in one sentence with these words, and not a byte has changed."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError) as caught:
        open_store(path, **how)
    told = str(caught.value)
    assert "\n" not in told
    assert str(path) in told
    assert all(word in told for word in words), told
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "s.db"


@pytest.fixture
def stored(path: Path) -> Path:
    with open_store(path, write=True, create=True) as store:
        store.save(make_batch(40))
    return path


@pytest.mark.parametrize("write", [False, True])
def test_a_missing_store_is_not_made(path: Path, write: bool) -> None:
    assert_refused(path, "there is no store", "bayan --db", write=write)
    assert not path.exists()


def test_an_empty_file_is_no_store(path: Path) -> None:
    path.touch()
    assert_refused(path, "empty")
    assert_refused(path, "empty", write=True)


def test_an_empty_file_is_filled_on_demand(path: Path) -> None:
    path.touch()
    with open_store(path, write=True, create=True) as store:
        assert store.save(make_batch(1)).stored == 1


@pytest.mark.parametrize("write", [False, True])
def test_what_is_no_database(path: Path, write: bool) -> None:
    path.write_bytes(b"\xd7\xa5m<" * 2048)
    assert_refused(path, "no Bayan store", write=write, create=write)


@pytest.mark.parametrize("write", [False, True])
def test_a_database_of_another_program(path: Path, write: bool) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, title TEXT)")
    other.commit()
    other.close()
    assert_refused(path, "another program", write=write, create=write)


@pytest.mark.parametrize("write", [False, True])
def test_a_store_of_a_newer_bayan(stored: Path, write: bool) -> None:
    change(stored, "INSERT INTO migration VALUES (99, 'tomorrow', '2040-01-01')")
    assert_refused(stored, "newer Bayan", write=write)


def test_a_store_of_an_older_bayan_is_read_by_a_writer_only(stored: Path) -> None:
    change(stored, "DELETE FROM migration")
    assert_refused(stored, "older Bayan", "migrate")


def test_what_an_older_bayan_counted_is_counted_anew_before_it_is_read(stored: Path) -> None:
    change(stored, "UPDATE state SET value = 1 WHERE name = 'counts'")
    change(stored, "DELETE FROM st_by")
    assert_refused(stored, "older Bayan", "migrate")
    open_store(stored, write=True).close()
    with open_store(stored) as store:
        assert not list(verify(store))


@pytest.mark.parametrize("write", [False, True])
def test_a_damaged_store(stored: Path, write: bool) -> None:
    whole = stored.read_bytes()
    stored.write_bytes(whole[:4096] + b"\x00" * (len(whole) - 4096))
    assert_refused(stored, "damaged", write=write)


def test_damage_met_on_the_way_is_told(stored: Path) -> None:
    whole = bytearray(stored.read_bytes())
    for at in range(4096 * 20, len(whole)):
        whole[at] ^= 0xFF
    stored.write_bytes(whole)
    with pytest.raises(StoreError, match="damaged"), open_store(stored) as store:
        list(questions.iter_statements(store, Selection()))
        list(verify(store))


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no file"), open_store(tmp_path):
        pass


def test_a_place_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in ("nowhere", "file"):
        with pytest.raises(StoreError, match="no store can be made"):
            open_store(tmp_path / folder / "s.db", write=True, create=True)


def test_shared_files(shared: Path, tmp_path: Path) -> None:
    told = {
        "d01_zero.sqlite": "empty",
        "d02_garbage.sqlite": "no Bayan store",
        "d04_from_the_future.sqlite": "another program",
    }
    for name, word in told.items():
        path = Path(shutil.copy(shared / "hostile" / "files" / name, tmp_path))
        path.chmod(0o644)
        assert_refused(path, word)


def test_a_reader_cannot_write(stored: Path) -> None:
    before = stored.read_bytes()
    with open_store(stored) as store:
        with pytest.raises(StoreError, match="opened for reading"):
            store.save(make_batch(1, first=100))
        with pytest.raises(StoreError, match="read-only"), store.read() as connection:
            connection.exec_driver_sql("DELETE FROM article")
    assert stored.read_bytes() == before


def test_readers_go_on_while_a_writer_writes(stored: Path) -> None:
    with open_store(stored) as reader, open_store(stored, write=True) as writer, writer.write() as connection:
        connection.exec_driver_sql("DELETE FROM statement_text")
        assert questions.totals(reader, Selection()).articles == 40


def test_creating_twice_keeps_what_is_there(stored: Path) -> None:
    with open_store(stored, write=True, create=True) as store:
        assert store.save(make_batch(40)).known == 40


def test_no_place_is_left_of_the_making(stored: Path) -> None:
    assert [one.name for one in stored.parent.iterdir()] == ["s.db"]


def change(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()
