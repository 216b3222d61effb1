"""The only file that asks which database it is: today SQLite.

Connections, bulk inserts, upserts, full text, time limits, and what a database's own errors mean.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import sqlalchemy
from sqlalchemy import ColumnElement, Connection, Engine, Table, create_engine, event, literal_column
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from bayan.errors import BayanError, StoreError, TooSlow

APPLICATION_ID = 0x62796E31
"""The letters byn1 in the header of the file: nobody else's database is taken for a store."""
FULL_TEXTS = {"fts": ("title", "body", "k"), "st_fts": ("content",)}
LOCK = "lock"
"""The execution option of a connection that is going to write."""
_TEXT_TABLES = {name: sqlalchemy.table(name, sqlalchemy.column("rowid", sqlalchemy.BigInteger)) for name in FULL_TEXTS}
_BUSY = 10.0
_WRITER = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA cache_size=-64000")
_READER = ("PRAGMA query_only=1", "PRAGMA cache_size=-32000")
"""Kilobytes of cache for each connection: a dashboard has several, and an extract must stay flat."""
_TICKS = 20_000
"""Instructions of SQLite's machine between two looks at the clock, well below a millisecond."""


def connect(path: Path, *, write: bool) -> Engine:
    """An engine on an existing file: readers cannot change a byte, writers lock before they read."""
    address = f"file:{quote(str(path))}?mode={'rw' if write else 'ro'}"

    def open_file() -> sqlite3.Connection:
        # The driver would run DDL outside of transactions: with isolation_level None we begin them ourselves.
        return sqlite3.connect(address, uri=True, timeout=_BUSY, isolation_level=None, check_same_thread=False)

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
    connection: Connection,
    table: Table,
    rows: Sequence[tuple[Any, ...]],
    *,
    columns: Sequence[str] | None = None,
    known: Literal["fail", "skip", "update"] = "fail",
) -> None:
    """Insert rows given in the order of the columns; without keys, these are given by the database.

    ``known`` says what becomes of a row whose key (the first column named) is taken.
    """
    if not rows:
        return
    names = columns or [column.name for column in table.columns]
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    update = ", ".join(f'"{name}" = excluded."{name}"' for name in names[1:])
    taken = {
        "fail": "",
        "skip": "ON CONFLICT DO NOTHING",
        "update": f'ON CONFLICT ("{names[0]}") DO UPDATE SET {update}',
    }
    connection.exec_driver_sql(f"INSERT INTO {table.name} ({listed}) VALUES ({marks}) {taken[known]}", list(rows))


def delete(connection: Connection, table: Table, keys: Sequence[tuple[Any, ...]]) -> None:
    """Delete rows by their primary keys, given in the order of the columns."""
    if keys:
        where = " AND ".join(f'"{column.name}" = ?' for column in table.primary_key)
        connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE {where}", list(keys))


def add_counts(connection: Connection, table: Table, rows: Sequence[tuple[int, ...]]) -> None:
    """Add counts to a rollup: key and counts in the order of the columns. Rows that fall to nothing go."""
    keys = [column.name for column in table.primary_key]
    counts = [column.name for column in table.columns if column.name not in keys]
    if not rows:
        return
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
    if rows:
        connection.exec_driver_sql(
            "UPDATE actor SET statements = statements + ?, mentions = mentions + ? WHERE id = ?",
            [(statements, mentions, actor) for actor, statements, mentions in rows],
        )


def add_texts(connection: Connection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add (key, folded texts …) to a full text index."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.exec_driver_sql(
            f"INSERT INTO {name} (rowid, {', '.join(FULL_TEXTS[name])}) VALUES ({marks})", list(rows)
        )


def drop_texts(connection: Connection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Take (key, folded texts …) out of a full text index: the texts must be exactly those that were added."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.exec_driver_sql(
            f"INSERT INTO {name} ({name}, rowid, {', '.join(FULL_TEXTS[name])}) VALUES ('delete', {marks})", list(rows)
        )


def empty_texts(connection: Connection, name: str) -> None:
    """Empty a full text index."""
    connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")


def text_key(name: str) -> ColumnElement[int]:
    """The key column of a full text index."""
    return _TEXT_TABLES[name].c.rowid


def matches(name: str, query: str) -> ColumnElement[bool]:
    """The condition that a full text index finds a query made by ``text_query``."""
    return literal_column(name).op("MATCH")(query)


def text_query(
    wanted: Sequence[str], unwanted: Sequence[str] = (), *, columns: Sequence[str], tokens: Sequence[Sequence[str]] = ()
) -> str:
    """A query for phrases of folded words in some columns; every text is quoted, so that none is an operator.

    ``tokens`` are filters of an article's ``k`` column: of each group one must be there.
    """
    where = f"{{{' '.join(columns)}}} : "
    parts = [where + _quoted(phrase) for phrase in wanted]
    parts += [f"k : ({' OR '.join(map(_quoted, group))})" for group in tokens]
    query = " AND ".join(parts)
    return f"({query}) NOT ({' OR '.join(where + _quoted(phrase) for phrase in unwanted)})" if unwanted else query


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', '""') + '"'


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


def explain(error: DBAPIError | sqlite3.Error, path: Path) -> BayanError:
    """What an error of the database means, in words, with the cure."""
    cause = str(error.orig if isinstance(error, DBAPIError) else error)
    told = {
        "locked": "another process is writing to this store; wait until it has ended, then try again.",
        "full": "there is no room left on the disk; free some, then run again: what was stored stays.",
        "readonly": "this store, or the disk it is on, is read-only; use a place that can be written.",
        "malformed": f"this store is damaged ({cause}); restore a backup, or read the articles in again.",
        "not a database": "this file is no Bayan store; name another file.",
        "unable to open": "this store cannot be opened; check that the file and its folder may be read and written.",
        "disk I/O": "the disk failed while this store was read or written; check the disk, then run `bayan verify`.",
        "no such": f"this store is damaged ({cause}); restore a backup, or read the articles in again.",
    }
    if "interrupted" in cause:
        return TooSlow("the question took too long and was stopped; add a filter or a rarer word.")
    for sign, words in told.items():
        if sign in cause:
            return StoreError(f"{path}: {words}")
    return StoreError(f"{path}: the database refused ({cause}); run `bayan verify`, and report this if it is clean.")
