"""SQLite: a store is one file. ``dialects`` is the door; nobody else asks this module."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Select, Table, func, literal, literal_column, select

from bayan.store.database import FULL_TEXTS, Known, directed, names_of
from bayan.store.file import File, is_ours, mark_as_ours

__all__ = ["File", "is_ours", "mark_as_ours"]
_TICKS = 20_000
"""Instructions of SQLite's machine between two looks at the clock, well below a millisecond."""

_FETCHED = 5_000
_SEGMENT_BYTES = 32 << 20
"""Bytes of memory in which FTS5 gathers words before it writes them; its own choice is a megabyte."""
LISTS_HITS = True
list_of = func.json_group_array


def create_full_text(connection: Connection) -> None:
    """Create the full text indexes. They hold no text; folding has already taken care of marks."""
    for name, columns in FULL_TEXTS.items():
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5("
            f"""{", ".join(columns)}, content='', tokenize="unicode61 remove_diacritics 0")"""
        )
    set_up_full_text(connection)


def set_up_full_text(connection: Connection) -> None:
    """Let a batch of articles be one segment of an index: each that begins anew is merged with others later."""
    for name in FULL_TEXTS:
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {_SEGMENT_BYTES})")


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
    name: str, wanted: Sequence[Sequence[str]], unwanted: Sequence[str], tokens: Sequence[Sequence[str]]
) -> ColumnElement[bool]:
    """The condition of FTS5; every text in it is quoted, so that none is an operator."""
    where = _in_words(name)
    parts = [ask_for(name, group) for group in wanted]
    parts += [f"k : ({' OR '.join(map(_quoted, group))})" for group in tokens]
    query = " AND ".join(parts)
    if unwanted:
        query = f"({query}) NOT ({' OR '.join(where + _quoted(phrase) for phrase in unwanted)})"
    return holds(name, literal(query))


def holds(name: str, query: ColumnElement[str]) -> ColumnElement[bool]:
    return literal_column(name).op("MATCH")(query)


def ask_for(name: str, words: Sequence[str]) -> str:
    return f"{_in_words(name)}({' OR '.join(map(_quoted, words))})"


def _in_words(name: str) -> str:
    """What limits a query of FTS5 to the columns that hold words."""
    return f"{{{' '.join(column for column in FULL_TEXTS[name] if column != 'k')}}} : "


def relevance(name: str, wanted: Sequence[Sequence[str]]) -> ColumnElement[float]:
    """FTS5's own measure (BM25) turned around, a word of the title worth five; its query holds the words."""
    weights = (0.0 if column == "k" else 5.0 if column == "title" else 1.0 for column in FULL_TEXTS[name])
    return -func.bm25(literal_column(name), *weights, type_=Float)


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', '""') + '"'


def newest(
    connection: Connection,
    wanted: Select[*tuple[Any, ...]],
    columns: Sequence[ColumnElement[int]],
    *,
    among: int | None = None,
    oldest: bool = False,
) -> Select[*tuple[Any, ...]]:
    """The rows of a select in the order of columns: the index gives its keys so, and knows the order of words."""
    return wanted.order_by(*directed(columns, oldest=oldest))


def look_for(connection: Connection, wanted: Select[int], most: int) -> tuple[bool, None]:
    """Whether a select gives more than so many rows."""
    some = select(func.count()).select_from(wanted.limit(most + 1).subquery())
    return connection.execute(some).scalar_one() > most, None


def list_few(connection: Connection, wanted: Select[int], most: int) -> None:
    """Nothing: the index knows the order of words."""


def stream(connection: Connection, wanted: Select[int]) -> Iterator[int]:
    """The numbers that a select gives, as they are read: a list of all would be there seconds before the first row."""
    found = connection.execute(wanted)
    try:
        for part in found.scalars().partitions(_FETCHED):
            yield from part
    finally:
        found.close()


def planned_once(_: Connection) -> AbstractContextManager[None]:
    """SQLite takes no time to choose."""
    return nullcontext()


@contextmanager
def time_limit(connection: Connection, seconds: float) -> Iterator[None]:
    """Interrupt what goes on on the connection after so many seconds."""
    driver: Any = connection.connection.driver_connection
    end = time.monotonic() + seconds
    driver.set_progress_handler(lambda: time.monotonic() > end, _TICKS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)


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
