"""Statements as a list, page by page, and one by its id."""

from __future__ import annotations

from sqlalchemy import BigInteger, ColumnElement, Connection, literal, select, tuple_

from bayan.queries.filters import Filters, asking, statements_where
from bayan.queries.places import print_place, read_place
from bayan.queries.rows import Page, StatementRow
from bayan.queries.selection import Selection
from bayan.queries.statement_rows import read_statements
from bayan.store import Store, dialects, tables

_ID_DIGITS = 16


def statements(
    store: Store, selection: Selection, *, after: str | None = None, limit: int = 50, oldest: bool = False
) -> Page[StatementRow]:
    """One page of the selected statements, newest first; ``after`` is the ``next`` of the page before.

    The order is that of the days which the selection means; statements without a day come last.
    """
    with asking(store, selection) as (connection, filters):
        order = statement_order(filters)
        wanted = select(*order).where(*statements_where(filters))
        if after:
            place = tuple_(*(literal(number, BigInteger) for number in read_place(after, len(order))))
            wanted = wanted.where(tuple_(*order) > place if oldest else tuple_(*order) < place)
        columns = dialects.in_order(connection, wanted, order) if filters.words else order
        sorted_by = (column.asc() if oldest else column.desc() for column in columns)
        found = connection.execute(wanted.order_by(*sorted_by).limit(limit + 1)).all()
        rows = read_statements(connection, [row[-1] for row in found[:limit]])
    return Page(tuple(rows), print_place(*found[limit - 1]) if len(found) > limit else None)


def statement(store: Store, statement_id: str) -> StatementRow | None:
    """The statement with this id."""
    with store.read() as connection:
        key = find_statement(connection, statement_id)
        return next(iter(read_statements(connection, [] if key is None else [key])), None)


def find_statement(connection: Connection, statement_id: str) -> int | None:
    """The key of the statement with this id."""
    try:
        uid = bytes.fromhex(statement_id) if len(statement_id) == _ID_DIGITS else b""
    except ValueError:
        return None
    column = tables.statement.c
    return connection.execute(select(column.id).where(column.uid == uid).order_by(column.id).limit(1)).scalar()


def statement_order(filters: Filters) -> tuple[ColumnElement[int], ...]:
    """The columns that order statements by the day that the selection means: keys are in the order of publication."""
    column = tables.statement.c
    return (column.day, column.id) if filters.dated == "said" else (column.id,)
