"""Conditions that each database has in its own words: on numbers that are many, and on the words of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import orjson
import sqlalchemy
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Text,
    and_,
    any_,
    bindparam,
    cast,
    func,
    literal,
    select,
    true,
    tuple_,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.sql.visitors import InternalTraversal

import bayan.store.postgresql as postgresql
import bayan.store.sqlite as sqlite

Groups = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=64)
def matches(name: str, wanted: Groups, unwanted: tuple[str, ...] = (), *, tokens: Groups = ()) -> ColumnElement[bool]:
    """The condition that a text of an index holds one phrase of each wanted group and none of the unwanted.

    Phrases are folded words; a group of several holds single words. ``tokens`` are filters of an article's ``k``
    column: of each group one must be there. A question asks it several times, of rows and of counts.
    """
    asked = (name, wanted, unwanted, tokens)
    return _Either(sqlite.matches(*asked), postgresql.matches(*asked))


def holding(name: str, asked: str) -> ColumnElement[bool]:
    """The condition that a text of an index holds one of some words, in a statement that is made once: which words, it
    is told under the name ``asked`` when it is executed, as ``dialects.ask_for`` writes them."""
    words = bindparam(asked, type_=Text)
    return _Either(sqlite.holds(name, words), postgresql.holds(name, words))


def among(column: ColumnElement[int], found: Select[int]) -> ColumnElement[bool]:
    """The condition that a part of a key is one of the numbers that a select gives: each is looked up in the index.

    PostgreSQL would else read all keys that have the parts before it, to join them with the numbers.
    """
    return _Either(column.in_(found), column == any_(func.array(found.scalar_subquery())))


def crossed(
    first: ColumnElement[int], found: Select[int], second: ColumnElement[int], numbers: Sequence[int]
) -> ColumnElement[bool]:
    """The condition that one part of a key is one of the numbers that a select gives, and the next one of some others.

    SQLite looks up each pair. With two conditions it would look up the first part alone, and read all that is there.
    """
    firsts = found.subquery()
    seconds = func.json_each(literal(told(numbers), Text)).table_valued("value")
    pairs = select(next(iter(firsts.c)), seconds.c.value).select_from(firsts.join(seconds, true()))
    apart = and_(first == any_(func.array(found.scalar_subquery())), second.in_(numbers))
    return _Either(tuple_(first, second).in_(pairs), apart)


def listed(column: ColumnElement[int], numbers: Sequence[int]) -> ColumnElement[bool]:
    """The condition that a column has one of thousands of numbers, which go to the database as one text."""
    return _listed(column, literal(told(numbers), Text))


def looked_up(column: ColumnElement[int], numbers: Sequence[int]) -> ColumnElement[bool]:
    """The same in a table that grows from one statement to the next: what PostgreSQL knows of it is old, so that it
    would compare each row with each number instead of looking each up in the index."""
    text = literal(told(numbers), Text)
    return _Either(column.in_(_rows(text)), column.in_(select(func.unnest(_array(text)))))


def given(column: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """The same in a statement that is made once: which numbers, it is ``told`` under a name when it is executed."""
    return _listed(column, bindparam(name, type_=Text))


def told(numbers: Iterable[int]) -> str:
    """Numbers as one text."""
    return orjson.dumps(list(numbers)).decode()


def _listed(column: ColumnElement[int], numbers: ColumnElement[str]) -> ColumnElement[bool]:
    return _Either(column.in_(_rows(numbers)), column == any_(_array(numbers)))


def _rows(numbers: ColumnElement[str]) -> Select[int]:
    return select(func.json_each(numbers).table_valued("value").c.value)


def _array(numbers: ColumnElement[str]) -> ColumnElement[Sequence[int]]:
    return cast(func.translate(numbers, "[]", "{}"), sqlalchemy.ARRAY(BigInteger))


class _Either(ColumnElement[bool]):
    """A condition that each database has in its own words."""

    inherit_cache = True
    type = sqlalchemy.Boolean()
    _traverse_internals = [  # noqa: RUF012 (so it is declared)
        (name, InternalTraversal.dp_clauseelement) for name in ("sqlite", "postgresql")
    ]

    def __init__(self, for_sqlite: ColumnElement[bool], for_postgresql: ColumnElement[bool]) -> None:
        self.sqlite = for_sqlite
        self.postgresql = for_postgresql

    def self_group(self, against: OperatorType | None = None) -> ColumnElement[bool]:
        """Itself: a condition of SQLite's full text must not be compared with 1."""
        return self


@compiles(_Either)
def _compile(element: _Either, compiler: SQLCompiler, **options: Any) -> str:
    chosen = element.postgresql if compiler.dialect.name == "postgresql" else element.sqlite
    return f"({compiler.process(chosen, **options)})"
