"""PostgreSQL's planner knows little of words: what it guesses is asked for, and counted where that is cheaper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import Boolean, ClauseElement, ColumnElement, Connection, Executable, Select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import InternalTraversal, iterate

from bayan.store.server import was_stopped

_FEW, _SURELY_FEW, _MANY = 10_000, 1_000, 0.1
"""Rows that are found and sorted faster than they are come across on the way along the keys; an estimate that need not
be looked into; the part of all articles from which on one is no guess."""
_SOON = 250
"""Milliseconds to count."""


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


def _has_candidates(connection: Connection, wanted: Select[*tuple[Any, ...]]) -> bool:
    """Whether the index finds more than a few rows. As many are counted as needed, but all are looked for: for some
    alone the planner would read one text after the other."""
    count: int = connection.execute(_Count(wanted, _FEW + 1)).scalar_one()
    return count > _FEW


def more_than(connection: Connection, wanted: Select[*tuple[Any, ...]], most: int) -> bool | None:
    """Whether a select gives more than so many rows; None where that takes long to count, as of a phrase it may."""
    if not any(isinstance(part, Recheck) for part in iterate(wanted)):
        rows = _estimate(connection, wanted)
        if rows > 2 * most and rows > _MANY * _rows_of(connection):
            return True
    aside = connection.begin_nested()
    try:
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {_SOON}")
        count: int = connection.execute(_Count(wanted, most + 1, strictly=True)).scalar_one()
        return count > most
    except DBAPIError as error:
        if not was_stopped(error):
            raise
        return None
    finally:
        aside.rollback()


class Recheck(ColumnElement[bool]):
    """A condition that the index cannot answer: it is asked of each text that the index finds."""

    inherit_cache = True
    type = Boolean()
    _traverse_internals = [("condition", InternalTraversal.dp_clauseelement)]  # noqa: RUF012 (so it is declared)

    def __init__(self, condition: ColumnElement[bool]) -> None:
        self.condition = condition


@compiles(Recheck)
def _compile_recheck(element: Recheck, compiler: SQLCompiler, *, loosely: bool = False, **options: Any) -> str:
    return "TRUE" if loosely else str(compiler.process(element.condition, **options))


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


class _Count(_Asked):
    """How many rows a select gives, up to a number; of all that the index finds, or ``strictly``."""

    inherit_cache = True
    _traverse_internals = [  # noqa: RUF012 (so it is declared)
        ("wanted", InternalTraversal.dp_clauseelement),
        ("most", InternalTraversal.dp_plain_obj),
        ("strictly", InternalTraversal.dp_boolean),
    ]

    def __init__(self, wanted: Select[*tuple[Any, ...]], most: int, *, strictly: bool = False) -> None:
        super().__init__(wanted)
        self.most = most
        self.strictly = strictly


@compiles(_Count)
def _compile_count(element: _Count, compiler: SQLCompiler, **options: Any) -> str:
    found = compiler.process(element.wanted, loosely=not element.strictly, **options)
    first = f"SELECT 1 FROM found LIMIT {element.most}"
    return f"WITH found AS MATERIALIZED ({found}) SELECT count(*) FROM ({first}) AS first_found"
