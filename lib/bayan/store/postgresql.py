"""PostgreSQL: a store is one schema of a database. ``dialects`` is the door; nobody else asks this module.

Rows go in as one JSON text a statement: the driver sends a statement of many rows row by row. Full text is a table of
its own: ``tokens`` holds the words that Python finds in a folded text (the server's own parser takes addresses and
hyphens for words), ``words`` the same in order, for phrases.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import (
    ClauseElement,
    ColumnElement,
    Connection,
    Executable,
    Float,
    Integer,
    Select,
    Table,
    Text,
    and_,
    cast,
    func,
    literal,
    literal_column,
    not_,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import InternalTraversal

from bayan.store.database import FULL_TEXTS, WORD, Known, names_of
from bayan.store.planner import Recheck, list_few, look_for, newest
from bayan.store.server import Server, is_ours, mark_as_ours
from bayan.store.tables import metadata

__all__ = ["Server", "is_ours", "list_few", "look_for", "mark_as_ours", "newest"]
_LONGEST_WORD = 256
"""Characters; a lexeme of PostgreSQL has at most 2,046 bytes."""
_MOST_BYTES = 1_000_000
"""A tsvector has at most 1 MiB: about 80,000 different words, more than 5 MB of any text that people wrote."""
_FETCHED = 5_000
_PENDING = "gin_pending_list_limit = 1024"
"""Kilobytes that a search reads besides the index: 800 articles/s are saved with it, 560 without, 950 with 16 MB."""
LISTS_HITS = False
list_of = func.array_agg
_Rows = Sequence[tuple[Any, ...]]


def create_full_text(connection: Connection) -> None:
    """Create the full text indexes."""
    for name in FULL_TEXTS:
        connection.exec_driver_sql(
            f'CREATE TABLE {name} (rowid BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL, words TEXT COLLATE "C" NOT NULL)'
        )
        connection.exec_driver_sql(f"CREATE INDEX {name}_tokens ON {name} USING gin (tokens) WITH ({_PENDING})")


def set_up_full_text(_: Connection) -> None:
    """There is nothing to tell: each text is a row."""


def insert(connection: Connection, table: Table, rows: _Rows, columns: Sequence[str], known: Known) -> None:
    """Insert rows given in the order of the columns."""
    update = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[1:] if not table.c[name].primary_key)
    taken = {
        "fail": "",
        "skip": "ON CONFLICT DO NOTHING",
        "update": f'ON CONFLICT ("{columns[0]}") DO UPDATE SET {update}',
    }
    _insert(connection, table.name, columns, rows, taken[known])


def _insert(connection: Connection, table: str, columns: Sequence[str], rows: _Rows, taken: str = "") -> None:
    listed = names_of(columns)
    given = f"json_populate_recordset(NULL::{table}, CAST(%s AS json))"
    told = _json(columns, rows)
    connection.exec_driver_sql(f"INSERT INTO {table} ({listed}) SELECT {listed} FROM {given} {taken}", (told,))


def _json(columns: Sequence[str], rows: _Rows) -> str:
    names = [str(name) for name in columns]  # the columns of tables have names of a kind of their own
    given = [dict(zip(names, row, strict=True)) for row in rows]
    return orjson.dumps(given, default=lambda raw: "\\x" + raw.hex()).decode()


def delete(connection: Connection, table: Table, keys: _Rows) -> None:
    """Delete rows by their primary keys, given in the order of the columns."""
    _delete(connection, table.name, [column.name for column in table.primary_key], keys)


def _delete(connection: Connection, table: str, columns: Sequence[str], keys: _Rows) -> None:
    same = " AND ".join(f'{table}."{name}" = gone."{name}"' for name in columns)
    given = f"json_populate_recordset(NULL::{table}, CAST(%s AS json)) AS gone"
    connection.exec_driver_sql(f"DELETE FROM {table} USING {given} WHERE {same}", (_json(columns, keys),))


def add_counts(
    connection: Connection, table: Table, keys: Sequence[str], counts: Sequence[str], rows: Sequence[tuple[int, ...]]
) -> None:
    """Add counts to a rollup. Rows that fall to nothing go."""
    grow = ", ".join(f"{name} = {table.name}.{name} + excluded.{name}" for name in counts)
    _insert(connection, table.name, [*keys, *counts], rows, f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {grow}")
    fallen = [(*row[: len(keys)], 0) for row in rows if min(row[len(keys) :]) < 0]
    if fallen:
        _delete(connection, table.name, [*keys, counts[0]], fallen)


def add_to_actors(connection: Connection, rows: Sequence[tuple[int, int, int]]) -> None:
    """Add (actor, statements, mentions) to the counts of actors."""
    connection.exec_driver_sql(
        "UPDATE actor SET statements = actor.statements + more.statements, mentions = actor.mentions + more.mentions "
        "FROM json_populate_recordset(NULL::actor, CAST(%s AS json)) AS more WHERE actor.id = more.id",
        (_json(("id", "statements", "mentions"), rows),),
    )


def add_texts(connection: Connection, name: str, rows: _Rows) -> None:
    """Add (key, folded texts …) to a full text index."""
    made = [(row[0], *_index_text(dict(zip(FULL_TEXTS[name], row[1:], strict=True)))) for row in rows]
    _insert(connection, name, ("rowid", "tokens", "words"), made)


def _index_text(texts: dict[str, str]) -> tuple[str, str]:
    """The tokens and the words of a text: no phrase reaches from one column into the next."""
    tokens = [f"'={token}'" for token in texts.pop("k", "").split()]
    parts = [[word.lower() for word in WORD.findall(text)] for text in texts.values()]
    tokens += [_lexeme(word) for word in dict.fromkeys(word for part in parts for word in part)]
    return _fitting(tokens), "\n".join(f" {' '.join(part)} " for part in parts)


def _fitting(tokens: Sequence[str]) -> str:
    """As many tokens as an index takes: all but those of texts that no person wrote."""
    joined = " ".join(tokens)
    if len(joined.encode()) <= _MOST_BYTES:
        return joined
    return joined.encode()[:_MOST_BYTES].decode(errors="ignore").rpartition(" ")[0]


def _lexeme(word: str) -> str:
    return f"'{word if len(word) <= _LONGEST_WORD else sha256(word.encode()).hexdigest()}'"


def drop_texts(connection: Connection, name: str, rows: _Rows) -> None:
    """Take (key, folded texts …) out of a full text index."""
    _delete(connection, name, ("rowid",), [row[:1] for row in rows])


def empty_texts(connection: Connection, name: str) -> None:
    """Empty a full text index."""
    connection.exec_driver_sql(f"DELETE FROM {name}")


def matches(
    name: str, wanted: Sequence[Sequence[str]], unwanted: Sequence[str], tokens: Sequence[Sequence[str]]
) -> ColumnElement[bool]:
    """The condition on ``tokens``, which the index answers, and on ``words`` for phrases alone."""
    phrases = [phrase for group in wanted for phrase in group if " " in phrase]
    groups = [ask_for(name, group) for group in wanted]
    parts = [*groups, *(f"!{_lexeme(word.lower())}" for word in unwanted if " " not in word)]
    parts += ["(" + " | ".join(f"'={token}'" for token in group) + ")" for group in tokens]
    chosen = [
        holds(name, literal(" & ".join(parts), Text)),
        *(Recheck(name, _in_order(name, phrase)) for phrase in phrases),
    ]
    for phrase in unwanted:
        if " " in phrase:
            chosen.append(not_(and_(holds(name, literal(_all_words(phrase), Text)), _in_order(name, phrase))))
    return and_(*chosen)


def holds(name: str, query: ColumnElement[str]) -> ColumnElement[bool]:
    return literal_column(f"{name}.tokens").op("@@")(cast(query, TSQUERY))


def ask_for(name: str, words: Sequence[str]) -> str:
    return "(" + " | ".join(map(_all_words, words)) + ")"


def relevance(name: str, wanted: Sequence[Sequence[str]]) -> ColumnElement[float]:
    """Each phrase counts twice for standing in the title, and up to once the more often it stands in the text.

    ``ts_rank`` cannot tell: the tokens hold no places.
    """
    words = literal_column(f"{name}.words", Text)
    title = func.split_part(words, "\n", 1)
    rank: ColumnElement[float] = literal(0.0, Float)
    for phrase in (f" {phrase.lower()} " for group in wanted for phrase in group):
        times = (func.length(words) - func.length(func.replace(words, phrase, ""))) / float(len(phrase))
        rank = rank + cast(func.strpos(title, phrase) > 0, Integer) * 2.0 + times / (times + 2.0)
    return rank


def _all_words(phrase: str) -> str:
    return " & ".join(_lexeme(word.lower()) for word in phrase.split())


def _in_order(name: str, phrase: str) -> ColumnElement[bool]:
    return func.strpos(literal_column(f"{name}.words", Text), f" {phrase.lower()} ") > 0


class _Declare(Executable, ClauseElement):
    """A cursor: the driver would else hold every row of an answer at once."""

    inherit_cache = True
    _traverse_internals = [("wanted", InternalTraversal.dp_clauseelement)]  # noqa: RUF012 (so it is declared)

    def __init__(self, wanted: Select[int]) -> None:
        self.wanted = wanted


@compiles(_Declare)
def _compile(element: _Declare, compiler: SQLCompiler, **options: Any) -> str:
    return f"DECLARE stream NO SCROLL CURSOR FOR {compiler.process(element.wanted, **options)}"


def stream(connection: Connection, wanted: Select[int]) -> Iterator[int]:
    """The numbers that a select gives, in flat memory."""
    connection.execute(_Declare(wanted))
    while found := connection.exec_driver_sql(f"FETCH {_FETCHED} FROM stream").scalars().all():
        yield from found
    connection.exec_driver_sql("CLOSE stream")


@contextmanager
def planned_once(connection: Connection) -> Iterator[None]:
    """Plan each statement once for a connection, its joins in the order of the statement: for a dozen tables to find a
    better one takes longer than to join them."""
    connection.exec_driver_sql("SET LOCAL join_collapse_limit = 1")
    connection.exec_driver_sql("SET LOCAL plan_cache_mode = force_generic_plan")
    yield
    connection.exec_driver_sql("SET LOCAL join_collapse_limit TO DEFAULT")
    connection.exec_driver_sql("SET LOCAL plan_cache_mode TO DEFAULT")


@contextmanager
def time_limit(connection: Connection, seconds: float) -> Iterator[None]:
    """Interrupt each statement of the transaction that runs longer than so many seconds."""
    connection.exec_driver_sql(f"SET LOCAL statement_timeout = {max(1, round(seconds * 1000))}")
    yield


def optimize(connection: Connection) -> None:
    """Let the database look at its tables, so that it chooses the right index."""
    for name in FULL_TEXTS:
        connection.exec_driver_sql(f"SELECT gin_clean_pending_list('{name}_tokens')")
    connection.exec_driver_sql(f"ANALYZE {', '.join([*metadata.tables, *FULL_TEXTS])}")


def integrity(connection: Connection) -> list[str]:
    """Indexes that the server itself takes for unsound."""
    wrong = "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"
    return [f"the index {name} is not valid" for name in connection.exec_driver_sql(wrong).scalars()]


def size(connection: Connection) -> int:
    """Bytes of the database."""
    return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())


def count_texts(connection: Connection, name: str) -> int:
    """How many texts a full text index holds."""
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one())
