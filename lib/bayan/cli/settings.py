"""What every command is told: the store that it works on."""

from __future__ import annotations

from pathlib import Path

import click

from bayan.errors import UsageError
from bayan.store import Store, open_store


def database(context: click.Context) -> Path:
    """The path of the store. Raises UsageError for an address of a kind that is not supported."""
    db: str = context.find_root().params["db"]
    if "://" in db:
        raise UsageError(f"{db}: only SQLite files are supported; give the path of a file.")
    return Path(db)


def reader(context: click.Context) -> Store:
    """The store, for reading. Raises StoreError."""
    return open_store(database(context))


def writer(context: click.Context, *, create: bool = False) -> Store:
    """The store, for writing; made where it is missing with ``create``. Raises StoreError."""
    return open_store(database(context), write=True, create=create)
