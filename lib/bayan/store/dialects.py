"""The only file, with ``conditions``, that asks which database it is: SQLite (``sqlite``) or PostgreSQL
(``postgresql``).

Places and connections, bulk inserts, upserts, full text, time limits, and what a database's own errors mean.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import sqlalchemy
from numpy.typing import NDArray
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    SelectBase,
    Table,
    Text,
    cast,
    literal_column,
    select,
)
from sqlalchemy.exc import DBAPIError

import bayan.store.postgresql as postgresql
import bayan.store.sqlite as sqlite
from bayan.errors import BayanError
from bayan.store.conditions import Groups, among, crossed, given, holding, listed, looked_up, matches, told
from bayan.store.database import FULL_TEXTS, LOCK, WORD, Database, Known

__all__ = [
    "FULL_TEXTS", "LOCK", "WORD", "Database", "Groups",
    "among", "crossed", "given", "holding", "listed", "looked_up", "matches", "told",
]  # fmt: skip
ERRORS = (DBAPIError, sqlite3.Error)
"""What a database raises."""
_TEXT_TABLES = {name: sqlalchemy.table(name, sqlalchemy.column("rowid", BigInteger)) for name in FULL_TEXTS}


def place_of(address: str | Path) -> Database:
    """The place of a store: a file, or a database of a PostgreSQL server by its URL. Raises UsageError."""
    if isinstance(address, str) and "://" in address:
        return postgresql.Server(address)
    return sqlite.File(str(address))


def explain(error: Exception, place: Database) -> BayanError:
    """What an error of the database means, in words, with the cure."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return place.explain(cause if isinstance(cause, Exception) else error)


def _of(connection: Connection) -> ModuleType:
    return postgresql if connection.dialect.name == "postgresql" else sqlite


def create_full_text(connection: Connection) -> None:
    """Create the full text indexes."""
    _of(connection).create_full_text(connection)


def set_up_full_text(connection: Connection) -> None:
    """Tell the full text indexes how to keep what they are given; they remember it."""
    _of(connection).set_up_full_text(connection)


def mark_as_ours(connection: Connection) -> None:
    """Write into the database that it is a store."""
    _of(connection).mark_as_ours(connection)


def is_ours(connection: Connection) -> bool:
    """Whether the database says that it is a store."""
    return bool(_of(connection).is_ours(connection))


def insert(
    connection: Connection,
    table: Table,
    rows: Sequence[tuple[Any, ...]],
    *,
    columns: Sequence[str] | None = None,
    known: Known = "fail",
) -> None:
    """Insert rows given in the order of the columns.

    ``known`` says what becomes of a row whose first column named is taken; an update leaves the primary key.
    """
    if rows:
        names = columns or [column.name for column in table.columns]
        _of(connection).insert(connection, table, rows, names, known)


def delete(connection: Connection, table: Table, keys: Sequence[tuple[Any, ...]]) -> None:
    """Delete rows by their primary keys, given in the order of the columns."""
    if keys:
        _of(connection).delete(connection, table, keys)


def add_counts(connection: Connection, table: Table, rows: Sequence[tuple[int, ...]]) -> None:
    """Add counts to a rollup: key and counts in the order of the columns. Rows that fall to nothing go."""
    keys = [column.name for column in table.primary_key]
    counts = [column.name for column in table.columns if column.name not in keys]
    if rows:
        _of(connection).add_counts(connection, table, keys, counts, rows)


def add_to_actors(connection: Connection, rows: Sequence[tuple[int, int, int]]) -> None:
    """Add (actor, statements, mentions) to the counts of actors."""
    if rows:
        _of(connection).add_to_actors(connection, rows)


def add_texts(connection: Connection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add (key, folded texts …) to a full text index."""
    if rows:
        _of(connection).add_texts(connection, name, rows)


def drop_texts(connection: Connection, name: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Take (key, folded texts …) out of a full text index: the texts must be exactly those that were added."""
    if rows:
        _of(connection).drop_texts(connection, name, rows)


def empty_texts(connection: Connection, name: str) -> None:
    """Empty a full text index."""
    _of(connection).empty_texts(connection, name)


def text_key(name: str) -> ColumnElement[int]:
    """The key column of a full text index."""
    return _TEXT_TABLES[name].c.rowid


def ask_for(connection: Connection, name: str, words: Sequence[str]) -> str:
    """What ``holding`` is told, so that a text holds one of some folded words."""
    return str(_of(connection).ask_for(name, words))


def newest(
    connection: Connection,
    wanted: Select[*tuple[Any, ...]],
    columns: Sequence[ColumnElement[int]],
    *,
    among: int | None = None,
    oldest: bool = False,
) -> Select[*tuple[Any, ...]]:
    """The rows of a select that searches words, the greatest first by its columns or the ``oldest``; the last column is
    the key of a text. Where texts must be looked through, ``among`` so many that hold all words."""
    ordered: Select[*tuple[Any, ...]] = _of(connection).newest(connection, wanted, columns, among=among, oldest=oldest)
    return ordered


def look_for(connection: Connection, wanted: Select[int], most: int) -> tuple[bool | None, Sequence[int] | None]:
    """Whether a select of keys gives more than so many, None where that is not known soon; if it does not, the keys
    where they had to be found to tell."""
    found: tuple[bool | None, Sequence[int] | None] = _of(connection).look_for(connection, wanted, most)
    return found


def list_few(connection: Connection, wanted: Select[int], most: int) -> Sequence[int] | None:
    """The keys that a select of phrases gives, at most so many; None where rows are sooner found without them."""
    found: Sequence[int] | None = _of(connection).list_few(connection, wanted, most)
    return found


def lists_hits(connection: Connection) -> bool:
    """Whether the keys of all texts that hold words are listed before rows are looked up by them."""
    return bool(_of(connection).LISTS_HITS)


def relevance(connection: Connection, name: str, wanted: Sequence[Sequence[str]]) -> ColumnElement[float]:
    """How well a text of an index, found by ``matches``, answers the wanted words: the more, the better."""
    found: ColumnElement[float] = _of(connection).relevance(name, wanted)
    return found


def constant(value: int) -> ColumnElement[int]:
    """A number that stands in the statement itself.

    PostgreSQL takes two parameters for different expressions in SELECT and GROUP BY, and shifts by small integers only.
    """
    return literal_column(str(value), sqlalchemy.Integer)


def stream(connection: Connection, wanted: Select[int]) -> Iterator[int]:
    """The numbers that a select gives, in flat memory. One stream a connection at a time."""
    return iter(_of(connection).stream(connection, wanted))


def read_columns(
    connection: Connection, wanted: SelectBase, told: Mapping[str, Any] | None = None
) -> list[NDArray[np.int64]]:
    """The columns of a select of numbers, none of them null, each as one array: many times as fast as rows are.

    What the select is ``told`` stands under its names.
    """
    listed = select(*(cast(_of(connection).list_of(column), Text) for column in wanted.subquery().c))
    return [np.fromstring((column or "")[1:-1], np.int64, sep=",") for column in connection.execute(listed, told).one()]


def planned_once(connection: Connection) -> AbstractContextManager[None]:
    """Inside, the way of a statement is found once for all values, and joins are made in the order in which it names
    them: for statements that look rows up by their keys."""
    once: AbstractContextManager[None] = _of(connection).planned_once(connection)
    return once


def time_limit(connection: Connection, seconds: float) -> AbstractContextManager[None]:
    """Interrupt what runs on the connection after so many seconds; a server counts each statement for itself."""
    limit: AbstractContextManager[None] = _of(connection).time_limit(connection, seconds)
    return limit


def optimize(connection: Connection) -> None:
    """Let the database look at its tables, so that it chooses the right index."""
    _of(connection).optimize(connection)


def integrity(connection: Connection) -> list[str]:
    """What the database finds wrong with itself."""
    return list(_of(connection).integrity(connection))


def size(connection: Connection) -> int:
    """Bytes of the database."""
    return int(_of(connection).size(connection))


def count_texts(connection: Connection, name: str) -> int:
    """How many texts a full text index holds."""
    return int(_of(connection).count_texts(connection, name))
