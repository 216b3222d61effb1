"""All that a store holds, to compare stores with."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from bayan.store import Store, dialects, open_store, tables

TIMES = {"ingested_at", "applied_at", "started_at", "ended_at"}
PLACES = {"level"}
"""Where a row waits, which says nothing of what it says."""
CHANGING = ("migration", "run", "state")


def dump(store: Store, without: Collection[str] = CHANGING) -> dict[str, list[str]]:
    """Every row of a store without its times and places, by table; of full text indexes the keys."""
    with store.read() as connection:
        rows = {
            name: sorted(
                str({key: row[key] for key in row if key not in TIMES | PLACES})
                for row in connection.execute(select(table)).mappings()
            )
            for name, table in tables.metadata.tables.items()
            if name not in without
        }
        for name in dialects.FULL_TEXTS:
            rows[name] = [str(key) for key in sorted(connection.execute(select(dialects.text_key(name))).scalars())]
    return rows


def contents(address: str, without: Collection[str] = ("run",)) -> dict[str, list[str]]:
    """The same of the store at an address."""
    with open_store(address) as store:
        return dump(store, without)


def change(address: str, *statements: str) -> None:
    """Change a store behind the library's back."""
    with open_store(address, write=True) as store, store.write() as connection:
        for sql in statements:
            connection.exec_driver_sql(sql)
