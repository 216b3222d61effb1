"""Whom each outlet quotes most."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import ColumnElement, func, select

from bayan.queries.actor import counted_actors
from bayan.queries.actor_rows import Voices
from bayan.queries.facets import name_values
from bayan.queries.filters import Filters, asking, one_of, statements_where
from bayan.queries.periods import AnySelect
from bayan.queries.selection import Selection
from bayan.queries.spans import ALL_YEARS
from bayan.store import Store, codes, tables

_statement = tables.statement


def voices(store: Store, selection: Selection, *, outlets: int = 6, limit: int = 5) -> tuple[Voices, ...]:
    """The outlets with most statements of speakers known by name, and in each the speakers with most of them."""
    with asking(store, selection) as (connection, filters):
        rows = connection.execute(_count_speakers(filters))
        found: dict[int, dict[int, int]] = defaultdict(dict)
        for outlet, speaker, n in rows:
            found[outlet][speaker] = n
        names = name_values(connection, tables.outlet.c.name, found)
        whole = {outlet: sum(counts.values()) for outlet, counts in found.items()}
        most = sorted(found, key=lambda outlet: (-whole[outlet], names[outlet]))[:outlets]
        return tuple(
            Voices(names[outlet], whole[outlet], counted_actors(connection, dict(list(found[outlet].items())[:limit])))
            for outlet in most
        )


def _count_speakers(filters: Filters) -> AnySelect:
    """Statements by outlet and speaker, most first: of all time in the rollup, else in the rows."""
    if filters in (Filters(), Filters(outlets=filters.outlets)):
        by = tables.st_by
        cell: tuple[ColumnElement[int], ColumnElement[int]] = (by.c.of_id, by.c.value)
        count: ColumnElement[int] = func.sum(by.c.n)
        where = [by.c.by_id == codes.OUTLET, *one_of(by.c.of_id, filters.outlets)]
        where += [by.c.facet == codes.SPEAKER, by.c.span.between(*ALL_YEARS)]
    else:
        cell, count = (_statement.c.outlet_id, _statement.c.actor_id), func.count()
        where = [*statements_where(filters), _statement.c.actor_id.is_not(None)]
    return select(*cell, count.label("n")).where(*where).group_by(*cell).order_by(count.desc(), cell[1])
