"""Whom each outlet quotes most."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import func, select

from bayan.queries.actor import counted_actors
from bayan.queries.actor_rows import Voices
from bayan.queries.facets import name_values
from bayan.queries.filters import asking, statements_where
from bayan.queries.selection import Selection
from bayan.store import Store, tables

_statement = tables.statement


def voices(store: Store, selection: Selection, *, outlets: int = 6, limit: int = 5) -> tuple[Voices, ...]:
    """The outlets with most statements of speakers known by name, and in each the speakers with most of them."""
    with asking(store, selection) as (connection, filters):
        cell = _statement.c.outlet_id, _statement.c.actor_id
        count = func.count().label("n")
        wanted = select(*cell, count).where(*statements_where(filters), _statement.c.actor_id.is_not(None))
        rows = connection.execute(wanted.group_by(*cell).order_by(count.desc(), _statement.c.actor_id))
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
