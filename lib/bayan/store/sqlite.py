"""SQLite: a store is one file. ``dialects`` is the door; nobody else asks this module."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import ColumnElement, Connection, Engine, Select, Table, create_engine, event, literal_column
from sqlalchemy.pool import QueuePool

from bayan.errors import BayanError, StoreError, TooSlow
from bayan.store.database import FULL_TEXTS, LOCK, LOCK_SECONDS, Known, names_of

try:
    import fcntl
except ImportError:  # Windows has no such locks: two first writers at once are not held apart there.
    fcntl = None  # type: ignore[assignment]

APPLICATION_ID = 0x62796E31
"""The letters byn1 in the header of the file: nobody else's database is taken for a store."""
_MAGIC = b"SQLite format 3\x00"
_WRITER = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA cache_size=-64000")
_READER = ("PRAGMA query_only=1", "PRAGMA cache_size=-32000")
"""Kilobytes of cache for each connection: a dashboard has several, and an extract must stay flat."""
_TICKS = 20_000
"""Instructions of SQLite's machine between two looks at the clock, well below a millisecond."""
_MEANINGS = {
    "locked": "another process is writing to this store; wait until it has ended, then try again.",
    "full": "there is no room left on the disk; free some, then run again: what was stored stays.",
    "readonly": "this store, or the disk it is on, is read-only; use a place that can be written.",
    "malformed": "this store is damaged ({cause}); restore a backup, or read the articles in again.",
    "not a database": "this file is no Bayan store; name another file.",
    "unable to open": "this store cannot be opened; check that the file and its folder may be read and written.",
    "disk I/O": "the disk failed while this store was read or written; check the disk, then run `bayan verify`.",
    "no such": "this store is damaged ({cause}); restore a backup, or read the articles in again.",
}


class File:
    """The file of a store."""

    def __init__(self, address: str) -> None:
        self.address = self.name = address
        self._path = Path(address)

    def connect(self, *, write: bool) -> Engine:
        """An engine on the existing file: readers cannot change a byte, writers lock before they read."""
        return _connect(self._path, write=write)

    def is_nothing(self) -> bool:
        """Whether the file is missing or empty. Raises StoreError."""
        try:
            return not self._path.exists() or (self._path.is_file() and self._path.stat().st_size == 0)
        except OSError as error:
            told = f"{self.name}: this path cannot be looked at ({error.strerror}); name another file."
            raise StoreError(told) from None

    def create(self, fill: Callable[[Connection], None]) -> None:
        """Make a store beside its place and move it there: nobody ever sees half of one."""
        path = self._path
        started = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            started.touch(exist_ok=False)
            engine = _connect(started, write=True)
            try:
                with engine.connect().execution_options(**{LOCK: True}) as connection, connection.begin():
                    fill(connection)
            finally:
                engine.dispose()
            _put(started, path)
        except OSError as error:
            raise StoreError(
                f"{path}: no store can be made here ({error.strerror}); name a file in a folder that may be written."
            ) from None
        finally:
            for ending in ("", "-wal", "-shm", "-journal"):
                with suppress(OSError):
                    started.with_name(started.name + ending).unlink()

    def check(self) -> None:
        """Tell from outside what is no store, before a database touches it. Raises StoreError."""
        path = self._path
        if not path.exists():
            raise StoreError(f"{path}: there is no store; make one with `bayan --db {path} demo` or `ingest`.")
        if not path.is_file():
            raise StoreError(f"{path}: this is no file; name the file of a store.")
        try:
            with path.open("rb") as file:
                start = file.read(len(_MAGIC))
        except OSError as error:
            raise StoreError(f"{path}: this store cannot be read ({error.strerror}); check its permissions.") from None
        if not start:
            told = "this file is empty, so no store; fill it with"
            raise StoreError(f"{path}: {told} `bayan --db {path} demo` or `ingest`.")
        if start != _MAGIC:
            raise StoreError(f"{path}: this file is no Bayan store, or its beginning is damaged; name another file.")

    def explain(self, error: Exception) -> BayanError:
        """What an error of the database means, in words, with the cure."""
        cause = str(error)
        if "interrupted" in cause:
            return TooSlow("the question took too long and was stopped; add a filter or a rarer word.")
        for sign, words in _MEANINGS.items():
            if sign in cause:
                return StoreError(f"{self.name}: {words.format(cause=cause)}")
        told = f"the database refused ({cause}); run `bayan verify`, and report this if it is clean."
        return StoreError(f"{self.name}: {told}")


def _put(started: Path, path: Path) -> None:
    """Give a finished store its name, unless another process was faster: its store must not be replaced."""
    with path.open("ab") as place:
        if fcntl:
            fcntl.flock(place, fcntl.LOCK_EX)
        if path.stat().st_size == 0:
            started.replace(path)


def _connect(path: Path, *, write: bool) -> Engine:
    address = f"file:{quote(str(path))}?mode={'rw' if write else 'ro'}"

    def open_file() -> sqlite3.Connection:
        # The driver would run DDL outside of transactions: with isolation_level None we begin them ourselves.
        return sqlite3.connect(address, uri=True, timeout=LOCK_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=open_file, poolclass=QueuePool, max_overflow=-1)
    pragmas = _WRITER if write else _READER

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its lock before it reads: one that locks later can fail in the middle.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(LOCK) else "BEGIN")

    return engine


def create_full_text(connection: Connection) -> None:
    """Create the full text indexes. They hold no text; folding has already taken care of marks."""
    for name, columns in FULL_TEXTS.items():
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5("
            f"""{", ".join(columns)}, content='', tokenize="unicode61 remove_diacritics 0")"""
        )


def mark_as_ours(connection: Connection) -> None:
    """Write into the file that it is a store."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def is_ours(connection: Connection) -> bool:
    """Whether the file says that it is a store."""
    return connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID


def insert(
    connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]], columns: Sequence[str], known: Known
) -> None:
    """Insert rows given in the order of the columns."""
    listed, marks = names_of(columns), ", ".join("?" * len(columns))
    update = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[1:] if not table.c[name].primary_key)
    taken = {
        "fail": "",
        "skip": "ON CONFLICT DO NOTHING",
        "update": f'ON CONFLICT ("{columns[0]}") DO UPDATE SET {update}',
    }
    connection.exec_driver_sql(f"INSERT INTO {table.name} ({listed}) VALUES ({marks}) {taken[known]}", list(rows))


def delete(connection: Connection, table: Table, keys: Sequence[tuple[Any, ...]]) -> None:
    """Delete rows by their primary keys, given in the order of the columns."""
    where = " AND ".join(f'"{column.name}" = ?' for column in table.primary_key)
    connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE {where}", list(keys))


def add_counts(
    connection: Connection, table: Table, keys: Sequence[str], counts: Sequence[str], rows: Sequence[tuple[int, ...]]
) -> None:
    """Add counts to a rollup. Rows that fall to nothing go."""
    marks = ", ".join("?" * (len(keys) + len(counts)))
    grow = ", ".join(f"{name} = {name} + excluded.{name}" for name in counts)
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} VALUES ({marks}) ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {grow}", list(rows)
    )
    fallen = [row[: len(keys)] for row in rows if min(row[len(keys) :]) < 0]
    if fallen:
        where = " AND ".join(f"{name} = ?" for name in (*keys, counts[0]))
        connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE {where}", [(*key, 0) for key in fallen])


def add_to_actors(connection: Connection, rows: Sequence[tuple[int, int, int]]) -> None:
    """Add (actor, statements, mentions) to the counts of actors."""
    connection.exec_driver_sql(
        "UPDATE actor SET statements = statements + ?, mentions = mentions + ? WHERE id = ?",
        [(statements, mentions, actor) for actor, statements, mentions in rows],
    )


def add_texts(connection: Connection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add (key, folded texts …) to a full text index."""
    marks = ", ".join("?" * len(rows[0]))
    connection.exec_driver_sql(
        f"INSERT INTO {name} (rowid, {', '.join(FULL_TEXTS[name])}) VALUES ({marks})", list(rows)
    )


def drop_texts(connection: Connection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Take (key, folded texts …) out of a full text index: the texts must be exactly those that were added."""
    marks = ", ".join("?" * len(rows[0]))
    connection.exec_driver_sql(
        f"INSERT INTO {name} ({name}, rowid, {', '.join(FULL_TEXTS[name])}) VALUES ('delete', {marks})", list(rows)
    )


def empty_texts(connection: Connection, name: str) -> None:
    """Empty a full text index."""
    connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")


def matches(
    name: str, wanted: Sequence[str], unwanted: Sequence[str], tokens: Sequence[Sequence[str]]
) -> ColumnElement[bool]:
    """The condition of FTS5; every text in it is quoted, so that none is an operator."""
    where = f"{{{' '.join(column for column in FULL_TEXTS[name] if column != 'k')}}} : "
    parts = [where + _quoted(phrase) for phrase in wanted]
    parts += [f"k : ({' OR '.join(map(_quoted, group))})" for group in tokens]
    query = " AND ".join(parts)
    if unwanted:
        query = f"({query}) NOT ({' OR '.join(where + _quoted(phrase) for phrase in unwanted)})"
    return literal_column(name).op("MATCH")(query)


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', '""') + '"'


def in_order(
    connection: Connection, wanted: Select[*tuple[Any, ...]], columns: Sequence[ColumnElement[int]]
) -> Sequence[ColumnElement[int]]:
    """The columns themselves: the index gives its keys in their order."""
    return columns


def stream(connection: Connection, wanted: Select[int]) -> Iterator[int]:
    """The numbers that a select gives, one after the other."""
    yield from connection.execute(wanted).scalars()


@contextmanager
def time_limit(connection: Connection, seconds: float) -> Iterator[None]:
    """Interrupt each statement on the connection that runs longer than so many seconds."""
    driver: Any = connection.connection.driver_connection
    end = 0.0

    def begin(*_: Any) -> None:
        nonlocal end
        end = time.monotonic() + seconds

    event.listen(connection, "before_cursor_execute", begin)
    driver.set_progress_handler(lambda: time.monotonic() > end, _TICKS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)
        event.remove(connection, "before_cursor_execute", begin)


def optimize(connection: Connection) -> None:
    """Let the database look at its tables, so that it chooses the right index."""
    connection.exec_driver_sql("PRAGMA optimize")


def integrity(connection: Connection) -> list[str]:
    """What the database finds wrong with its own file."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    return [] if found == ["ok"] else found


def size(connection: Connection) -> int:
    """Bytes of the database."""
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    return int(pages) * int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())


def count_texts(connection: Connection, name: str) -> int:
    """How many texts a full text index holds."""
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}_docsize").scalar_one())
