"""What a selection names that the store has never met: it selects nothing, and a slip of the pen looks the same."""

from __future__ import annotations

from sqlalchemy import select

from bayan.queries.selection import Selection
from bayan.store import Store, tables


def unknown_names(store: Store, selection: Selection) -> tuple[tuple[str, str], ...]:
    """The words of the address and their values that no actor, topic or outlet of the store bears."""
    asked = (
        ("actor", tables.actor.c.key, selection.actor),
        ("for", tables.actor.c.key, selection.behalf),
        ("topic", tables.topic.c.name, selection.topic),
        ("outlet", tables.outlet.c.name, selection.outlet),
    )
    with store.read() as connection:
        return tuple(
            (word, value)
            for word, column, values in asked
            if values
            for known in [set(connection.execute(select(column).where(column.in_(values))).scalars())]
            for value in values
            if value not in known
        )
