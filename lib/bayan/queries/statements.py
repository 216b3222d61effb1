"""Statements as a list, page by page, and one by its id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Row, literal, select, tuple_

from bayan.queries.common import hits_of_last_days
from bayan.queries.filters import Filters, asking, statements_where
from bayan.queries.periods import AnySelect
from bayan.queries.places import print_place, read_place
from bayan.queries.public_ids import statement_key
from bayan.queries.rows import Page, StatementRow
from bayan.queries.selection import Selection
from bayan.queries.statement_rows import read_statements
from bayan.store import Store, dialects, tables


def statements(
    store: Store, selection: Selection, *, after: str | None = None, limit: int = 50, oldest: bool = False
) -> Page[StatementRow]:
    """One page of the selected statements, newest first; ``after`` is the ``next`` of the page before.

    The order is that of the days which the selection means; statements without a day come last.
    """
    with asking(store, selection) as (connection, filters):
        order = statement_order(filters)
        place = read_place(after, len(order)) if after else None
        wanted: AnySelect = select(*order)
        if place:
            there = tuple_(*(literal(number, BigInteger) for number in place))
            wanted = wanted.where(tuple_(*order) > there if oldest else tuple_(*order) < there)
        found: Sequence[Row[Any]] = []
        if not oldest and (near := hits_of_last_days(connection, filters, place[0] if place else None)):
            newest = wanted.where(*near).order_by(*(column.desc() for column in order))
            found = connection.execute(newest.limit(limit + 1)).all()
        if len(found) <= limit:
            wanted = wanted.where(*statements_where(filters))
            columns = dialects.in_order(connection, wanted, order) if filters.words else order
            sorted_by = (column.asc() if oldest else column.desc() for column in columns)
            found = connection.execute(wanted.order_by(*sorted_by).limit(limit + 1)).all()
        rows = read_statements(connection, [row[-1] for row in found[:limit]])
    return Page(tuple(rows), print_place(*found[limit - 1]) if len(found) > limit else None)


def statement(store: Store, statement_id: str) -> StatementRow | None:
    """The statement with this id."""
    with store.read() as connection:
        key = statement_key(connection, statement_id)
        return None if key is None else read_statements(connection, [key])[0]


def statement_order(filters: Filters) -> tuple[ColumnElement[int], ...]:
    """The columns that order statements by the day that the selection means: keys are in the order of publication."""
    column = tables.statement.c
    return (column.day, column.id) if filters.dated == "said" else (column.id,)
