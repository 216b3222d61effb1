"""Statements as a list, page by page, and one by its id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Row, literal, select, tuple_

from bayan.queries.common import first_of_last_days, hits_of_last_days, list_hits
from bayan.queries.filters import Filters, Numbers, asking, statements_where
from bayan.queries.folding import Groups, find_groups, read_folded, tell_statements
from bayan.queries.periods import AnySelect
from bayan.queries.places import print_place, read_place
from bayan.queries.public_ids import statement_key
from bayan.queries.rows import Page, StatementRow
from bayan.queries.selection import Selection
from bayan.queries.statement_rows import read_statements
from bayan.store import Store, dialects, tables

_MOST_LISTS = 1_000
"""Of more, to look for the first of each takes longer than to sort all that they said."""
_FEW = 8
"""Of so many the first of each are found at once."""
_statement = tables.statement
_LISTS = {"actors": (tables.actor, _statement.c.actor_id), "outlets": (tables.outlet, _statement.c.outlet_id)}


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

        def fetch(place: Place | None, count: int) -> list[tuple[Place, int]]:
            return _fetch(connection, filters, place, count, oldest=oldest)

        def group(found: Sequence[int]) -> Groups:
            key, where = tables.statement.c.id, statements_where(filters)
            return find_groups(connection, "statement", found, key, where)

        begin = read_place(after, len(statement_order(filters))) if after else None
        kept, groups, more = read_folded(fetch, group if fold else _apart, begin, limit)
        rows = read_statements(connection, [key for _, key in kept])
        return Page(tuple(rows), print_place(*kept[-1][0]) if more else None, tell_statements(connection, groups))


Place = tuple[int, ...]


def _apart(_: Sequence[int]) -> Groups:
    """Nothing stands under anything."""
    return {}


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
        name = "outlets" if filters.actors is None else "actors"
        numbers: Numbers = getattr(filters, name)
        if filters.words or filters.dated != "said" or numbers is None or not 1 < len(numbers) <= _MOST_LISTS:
            found = connection.execute(_first(connection, wanted, filters, count, oldest=oldest)).all()
        else:
            if len(numbers) > _FEW and not oldest:
                found = _of_last_days(connection, wanted, filters, after, count)
            if len(found) < count:
                found = connection.execute(_first_of_each(wanted, filters, name, count, oldest=oldest)).all()
    return [(tuple(row), row[-1]) for row in found]


def _of_last_days(
    connection: Connection, wanted: AnySelect, filters: Filters, after: Place | None, count: int
) -> Sequence[Row[Any]]:
    """The newest of many speakers or outlets among the statements of the last days."""
    first = first_of_last_days(connection, after[0] if after else filters.days and filters.days[1])
    if first is None:
        return []
    newest = _first(connection, wanted.where(_statement.c.day >= first), filters, count, oldest=False)
    return connection.execute(newest).all()


def _first(connection: Connection, wanted: AnySelect, filters: Filters, count: int, *, oldest: bool) -> AnySelect:
    """The first places under some filters."""
    filters = list_hits(connection, filters)
    wanted, order = wanted.where(*statements_where(filters)), statement_order(filters)
    if filters.words and filters.hits is None:
        return dialects.newest(connection, wanted, order, oldest=oldest).limit(count)
    if filters.hits is not None:
        # The sums keep PostgreSQL from walking along the days and comparing each row with all hits.
        order = tuple(column + dialects.constant(0) for column in order)
    return wanted.order_by(*(column.asc() if oldest else column.desc() for column in order)).limit(count)


def _first_of_each(wanted: AnySelect, filters: Filters, name: str, count: int, *, oldest: bool) -> AnySelect:
    """The same for several speakers or outlets: the first of each are the end of an index, and these are sorted.

    For several in one condition all their statements would be.
    """
    table, column = _LISTS[name]
    inside = wanted.with_only_columns(_statement.c.id).where(column == table.c.id)
    inside = inside.where(*statements_where(filters.without(name))).correlate(table)
    day, key = (_statement.c.day, _statement.c.id)
    inside = inside.order_by(*((day, key) if oldest else (day.desc(), key.desc()))).limit(count)
    each = _statement.alias("each")
    places = select(each.c.day, each.c.id).join_from(table, each, dialects.among(each.c.id, inside))
    places = places.where(dialects.listed(table.c.id, getattr(filters, name)))
    order = (each.c.day, each.c.id) if oldest else (each.c.day.desc(), each.c.id.desc())
    return places.order_by(*order).limit(count)


def statement(store: Store, statement_id: str) -> StatementRow | None:
    """The statement with this id."""
    with store.read() as connection:
        key = statement_key(connection, statement_id)
        return None if key is None else read_statements(connection, [key])[0]


def statement_order(filters: Filters) -> tuple[ColumnElement[int], ...]:
    """The columns that order statements by the day that the selection means: keys are in the order of publication."""
    column = tables.statement.c
    return (column.day, column.id) if filters.dated == "said" else (column.id,)
