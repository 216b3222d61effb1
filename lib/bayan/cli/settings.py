"""What every command is told: the store that it works on."""

from __future__ import annotations

import click

from bayan.cli.terminal import printable
from bayan.store import Store, open_store


def database(context: click.Context) -> str:
    """The path or the URL of the store."""
    db: str = context.find_root().params["db"]
    return db


def reader(context: click.Context) -> Store:
    """The store, for reading. Raises StoreError."""
    return open_store(database(context))


def _tell(what: str) -> None:
    click.echo(printable(what), err=True)


def writer(context: click.Context, *, create: bool = False) -> Store:
    """The store, for writing; made where it is missing with ``create``. Raises StoreError."""
    return open_store(database(context), write=True, create=create, tell=_tell)
