"""PostgreSQL's planner knows little of words: what it guesses is asked for, and counted where that is cheaper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import orjson
from sqlalchemy import (
    BigInteger,
    Boolean,
    ClauseElement,
    ColumnElement,
    Connection,
    Executable,
    Select,
    column,
    select,
    table,
    true,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import InternalTraversal, iterate, replacement_traverse

from bayan.store.database import directed
from bayan.store.server import was_stopped

_FEW, _SURELY_FEW, _MANY = 10_000, 1_000, 0.1
"""Rows that are found and sorted faster than they are come across on the way along the keys; an estimate that need not
be looked into; the part of all articles from which on one is no guess."""
_SOON = 250
"""Milliseconds to count."""
_LOOKED_THROUGH = {"fts": 5_000}
"""Whole articles of which the order of words can be told in that time; statements are short."""


def in_order(
    connection: Connection, wanted: Select[*tuple[Any, ...]], columns: Sequence[ColumnElement[int]]
) -> Sequence[ColumnElement[int]]:
    """The columns, out of reach of their index where few rows are wanted.

    The planner takes a word that it has not seen for one in 200 articles, walks along the keys, and of 880,000 articles
    finds after seven seconds that none holds it. Where it knows the word for a common one, the walk is the fast way.
    Between the two the rows are counted.
    """
    rows = _estimate(connection, wanted)
    walks = rows > _MANY * _rows_of(connection) or (rows > _SURELY_FEW and _has_candidates(connection, wanted))
    return columns if walks else [column + 0 for column in columns]


def _estimate(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> int:
    """How many rows the planner thinks that a select gives, what only their texts can tell left aside."""
    plan = connection.execute(_Explain(wanted)).scalar_one()
    return int((orjson.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]["Plan Rows"])


def _rows_of(connection: Connection) -> float:
    """How many articles there are, as far as the planner knows."""
    told = "SELECT reltuples FROM pg_class WHERE oid = 'fts'::regclass"
    return float(connection.exec_driver_sql(told).scalar_one())


def _has_candidates(connection: Connection, wanted: Select[*tuple[Any, ...]], few: int = _FEW) -> bool:
    """Whether the index finds more than a few rows."""
    count: int = connection.execute(_Count(wanted, few + 1)).scalar_one()
    return count > few


def newest(
    connection: Connection,
    wanted: Select[*tuple[Any, ...]],
    columns: Sequence[ColumnElement[int]],
    *,
    among: int | None = None,
    oldest: bool = False,
) -> Select[*tuple[Any, ...]]:
    """The rows of a select that searches words, the greatest first by its columns; the last is the key of a text.

    Whether words stand in order only the texts can tell, and these are long to unpack. So what the index finds is
    sorted, and looked through from its beginning until there are rows enough; ``among`` so many of them.
    """
    ordered = in_order(connection, wanted, columns)
    rechecks = rechecks_of(wanted)
    if not rechecks or (ordered is columns and among is None):
        return wanted.order_by(*directed(ordered, oldest=oldest))
    places = [column.label(f"place_{number}") for number, column in enumerate(ordered)]
    loose = _without_rechecks(wanted).with_only_columns(*wanted.selected_columns, *places)
    found = loose.order_by(*directed(places, oldest=oldest)).limit(among).subquery("found")
    told = list(found.c)[: len(columns)]
    held = [one.of_text(told[-1]) for one in rechecks]
    order = [found.c[place.name] for place in places]
    return select(*told).where(*held).order_by(*directed(order, oldest=oldest))


def look_for(connection: Connection, wanted: Select[int], most: int) -> tuple[bool | None, Sequence[int] | None]:
    """Whether a select of keys gives more than so many; None where that takes long to tell, as of a phrase it may.

    If it does not, the keys too: who asks would else let the index find them again, and texts be looked through.
    """
    rechecks = rechecks_of(wanted)
    rows = _estimate(connection, wanted)
    many = rows > _MANY * _rows_of(connection)
    if not rechecks and rows > 2 * most and many:
        return True, None
    looked = min((_LOOKED_THROUGH[one.name] for one in rechecks if one.name in _LOOKED_THROUGH), default=None)
    if looked is not None and ((rows > 2 * looked and many) or _has_candidates(connection, wanted, looked)):
        return None, None
    aside = connection.begin_nested()
    try:
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {_SOON}")
        found = orjson.loads(connection.execute(_List(wanted, most + 1)).scalar() or "[]")
        return (True, None) if len(found) > most else (False, found)
    except DBAPIError as error:
        if not was_stopped(error):
            raise
        return None, None
    finally:
        aside.rollback()


def list_few(connection: Connection, wanted: Select[int], most: int) -> Sequence[int] | None:
    """The keys that a select of phrases gives, at most so many; None where there are more, or a walk soon comes across
    them. To count them first and then to find them would be to look through their texts twice."""
    if not rechecks_of(wanted) or _estimate(connection, wanted) > _MANY * _rows_of(connection):
        return None
    return look_for(connection, wanted, most)[1]


class Recheck(ColumnElement[bool]):
    """A condition that the index cannot answer: it is asked of each text that the index finds."""

    inherit_cache = True
    type = Boolean()
    _traverse_internals = [  # noqa: RUF012 (so it is declared)
        ("name", InternalTraversal.dp_string),
        ("condition", InternalTraversal.dp_clauseelement),
    ]

    def __init__(self, name: str, condition: ColumnElement[bool]) -> None:
        self.name = name
        self.condition = condition

    def of_text(self, key: ColumnElement[int]) -> ColumnElement[bool]:
        """The condition of the text with a key, which is asked once all others are met."""
        text = table(self.name, column("rowid", BigInteger))
        return select(self.condition).select_from(text).where(text.c.rowid == key).scalar_subquery()


def rechecks_of(wanted: Select[*tuple[Any, ...]]) -> list[Recheck]:
    """The conditions of a select that only texts can answer."""
    return [part for part in iterate(wanted) if isinstance(part, Recheck)]


@compiles(Recheck)
def _compile_recheck(element: Recheck, compiler: SQLCompiler, *, loosely: bool = False, **options: Any) -> str:
    return "TRUE" if loosely else str(compiler.process(element.condition, **options))


def _without_rechecks(wanted: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    def leave_out(element: Any, **_: Any) -> Any:
        return true() if isinstance(element, Recheck) else None

    return cast("Select[*tuple[Any, ...]]", replacement_traverse(wanted, {}, leave_out))


class _Asked(Executable, ClauseElement):
    """Something that is asked about a select."""

    inherit_cache = True
    _all_selected_columns: tuple[ColumnElement[Any], ...] = ()
    _traverse_internals = [("wanted", InternalTraversal.dp_clauseelement)]  # noqa: RUF012 (so it is declared)

    def __init__(self, wanted: Select[*tuple[Any, ...]]) -> None:
        self.wanted = wanted


class _Explain(_Asked):
    """What the planner makes of a select."""

    inherit_cache = True


@compiles(_Explain)
def _compile_explain(element: _Explain, compiler: SQLCompiler, **options: Any) -> str:
    return f"EXPLAIN (FORMAT JSON) {compiler.process(element.wanted, loosely=True, **options)}"


class _Some(_Asked):
    """What is asked of so many rows of a select, but all are found: for some alone the planner would read one text
    after the other."""

    inherit_cache = True
    _traverse_internals = [  # noqa: RUF012 (so it is declared)
        ("wanted", InternalTraversal.dp_clauseelement),
        ("most", InternalTraversal.dp_plain_obj),
    ]

    def __init__(self, wanted: Select[*tuple[Any, ...]], most: int) -> None:
        super().__init__(wanted)
        self.most = most


class _Count(_Some):
    """How many the index finds."""

    inherit_cache = True


@compiles(_Count)
def _compile_count(element: _Count, compiler: SQLCompiler, **options: Any) -> str:
    found = compiler.process(element.wanted, loosely=True, **options)
    first = f"SELECT 1 FROM found LIMIT {element.most}"
    return f"WITH found AS MATERIALIZED ({found}) SELECT count(*) FROM ({first}) AS first_found"


class _List(_Some):
    """The keys, as one text."""

    inherit_cache = True


@compiles(_List)
def _compile_list(element: _List, compiler: SQLCompiler, **options: Any) -> str:
    found = compiler.process(element.wanted, **options)
    first = f"SELECT key FROM found LIMIT {element.most}"
    listed = f"SELECT translate(CAST(array_agg(key) AS TEXT), '{{}}', '[]') FROM ({first}) AS first_found"
    return f"WITH found (key) AS MATERIALIZED ({found}) {listed}"
