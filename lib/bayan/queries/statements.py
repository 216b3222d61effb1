"""Statements as a list, page by page, and one by its id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Row, literal, select, tuple_, union_all

from bayan.queries.common import hits_of_last_days
from bayan.queries.filters import Filters, Numbers, asking, statements_where
from bayan.queries.folding import Groups, find_groups, read_folded, tell_statements
from bayan.queries.periods import AnySelect
from bayan.queries.places import print_place, read_place
from bayan.queries.public_ids import statement_key
from bayan.queries.rows import Page, StatementRow
from bayan.queries.selection import Selection
from bayan.queries.statement_rows import read_statements
from bayan.store import Store, dialects, tables

_MOST_BRANCHES = 200
"""Databases take some hundreds in one select."""


def statements(
    store: Store,
    selection: Selection,
    *,
    after: str | None = None,
    limit: int = 50,
    oldest: bool = False,
    fold: bool = False,
) -> Page[StatementRow]:
    """One page of the selected statements, newest first; ``after`` is the ``next`` of the page before.

    The order is that of the days which the selection means; statements without a day come last. With ``fold``, the same
    words of a speaker stand under the first report of them that is selected.
    """
    with asking(store, selection) as (connection, filters):
        where = statements_where(filters)

        def fetch(place: Place | None, count: int) -> list[tuple[Place, int]]:
            return _fetch(connection, filters, place, count, oldest=oldest)

        def group(found: Sequence[int]) -> Groups:
            return find_groups(connection, "statement", found, tables.statement.c.id, where) if fold else {}

        begin = read_place(after, len(statement_order(filters))) if after else None
        kept, groups, more = read_folded(fetch, group, begin, limit)
        rows = read_statements(connection, [key for _, key in kept])
        return Page(tuple(rows), print_place(*kept[-1][0]) if more else None, tell_statements(connection, groups))


Place = tuple[int, ...]


def _fetch(
    connection: Connection, filters: Filters, after: Place | None, count: int, *, oldest: bool
) -> list[tuple[Place, int]]:
    order = statement_order(filters)
    wanted: AnySelect = select(*order)
    if after:
        place = tuple_(*(literal(number, BigInteger) for number in after))
        wanted = wanted.where(tuple_(*order) > place if oldest else tuple_(*order) < place)
    found: Sequence[Row[Any]] = []
    if not oldest and (near := hits_of_last_days(connection, filters, after[0] if after else None)):
        newest = wanted.where(*near).order_by(*(column.desc() for column in order))
        found = connection.execute(newest.limit(count)).all()
    if len(found) < count:
        parts = [_first(connection, wanted, one, count, oldest=oldest) for one in _branches(filters)]
        found = connection.execute(parts[0] if len(parts) == 1 else _merge(parts, count, oldest=oldest)).all()
    return [(tuple(row), row[-1]) for row in found]


def _branches(filters: Filters) -> list[Filters]:
    """The filters once for each chosen speaker, or else outlet: the newest of one are the end of an index.

    For several in one condition all their statements would be sorted.
    """
    name = "outlets" if filters.actors is None else "actors"
    numbers: Numbers = getattr(filters, name)
    if filters.words or filters.dated != "said" or numbers is None or not 1 < len(numbers) <= _MOST_BRANCHES:
        return [filters]
    return [filters.only(name, number) for number in numbers]


def _first(connection: Connection, wanted: AnySelect, filters: Filters, count: int, *, oldest: bool) -> AnySelect:
    """The first places under some filters."""
    wanted, order = wanted.where(*statements_where(filters)), statement_order(filters)
    columns = dialects.in_order(connection, wanted, order) if filters.words else order
    return wanted.order_by(*(column.asc() if oldest else column.desc() for column in columns)).limit(count)


def _merge(parts: Sequence[AnySelect], count: int, *, oldest: bool) -> AnySelect:
    """The first places of several lists."""
    together = union_all(*(select(part.subquery()) for part in parts)).subquery()
    return select(together).order_by(*(one.asc() if oldest else one.desc() for one in together.c)).limit(count)


def statement(store: Store, statement_id: str) -> StatementRow | None:
    """The statement with this id."""
    with store.read() as connection:
        key = statement_key(connection, statement_id)
        return None if key is None else read_statements(connection, [key])[0]


def statement_order(filters: Filters) -> tuple[ColumnElement[int], ...]:
    """The columns that order statements by the day that the selection means: keys are in the order of publication."""
    column = tables.statement.c
    return (column.day, column.id) if filters.dated == "said" else (column.id,)
