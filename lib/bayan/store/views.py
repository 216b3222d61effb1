"""Named addresses of the dashboard that people keep, each their own."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from bayan.store.dialects import insert
from bayan.store.tables import saved_view


def list_views(connection: Connection, owner: str) -> dict[str, str]:
    """The views of somebody: addresses by name, in the order of the names."""
    wanted = select(saved_view.c.name, saved_view.c.address).where(saved_view.c.owner == owner)
    return {row.name: row.address for row in connection.execute(wanted.order_by(saved_view.c.name))}


def keep_view(connection: Connection, owner: str, name: str, address: str) -> None:
    """Keep a view; one of this name gives way."""
    drop_view(connection, owner, name)
    insert(connection, saved_view, [(owner, name, address)])


def drop_view(connection: Connection, owner: str, name: str) -> None:
    """Forget a view."""
    connection.execute(delete(saved_view).where(saved_view.c.owner == owner, saved_view.c.name == name))
