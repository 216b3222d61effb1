"""Opening a store: what is no store, or not one for this Bayan, is named in one sentence and left as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from bayan.errors import StoreError
from bayan.store.backups import keep_older
from bayan.store.copies import rebuild_copies, sketch_rules
from bayan.store.dialects import ERRORS, Database, explain, is_ours, place_of
from bayan.store.full_text import fold_version, rebuild_texts
from bayan.store.likeness import SKETCH_RULES
from bayan.store.rollups import COUNT_RULES, count_rules, rebuild
from bayan.store.schema import MIGRATIONS, create_tables, migrate, schema_version
from bayan.store.store import Store
from bayan.text import FOLD_VERSION


def open_store(
    address: str | Path, *, write: bool = False, create: bool = False, tell: Callable[[str], object] = lambda _: None
) -> Store:
    """Open the store in a file, or at the ``postgresql://`` URL of a database, to be used with ``with`` or closed.

    Readers cannot change it. ``create`` makes a store where the file is missing or empty, or the database is empty. A
    writer brings a store of an older Bayan up to date, after a copy was made beside a file, and ``tell`` hears of it.
    Raises StoreError for what is missing, empty, damaged, foreign or made by a newer Bayan, and for what cannot be
    opened; UsageError for an address that cannot be read.
    """
    place = place_of(address)
    try:
        if create and place.is_nothing():
            place.create(create_tables)
        place.check()
    except ERRORS as error:
        raise explain(error, place) from None
    # A writer's first act would change a file: whose it is, is asked by a reader.
    with Store(place, write=False) as reader, reader.read() as connection:
        _check(connection, place, write=write)
        version = schema_version(connection)
    store = Store(place, write=write)
    if write:
        _bring_up_to_date(store, version, tell)
    return store


def _check(connection: Connection, place: Database, *, write: bool) -> None:
    if not is_ours(connection):
        told = "this database was made by another program; name a store of Bayan."
        raise StoreError(f"{place.name}: {told}", "no_store")
    have, know = schema_version(connection), len(MIGRATIONS)
    if have > know:
        told = f"this store was made by a newer Bayan (schema {have}, this one knows {know}); install that one."
        raise StoreError(f"{place.name}: {told}", "newer")
    if have < know and not write:
        told = f"this store was made by an older Bayan (schema {have} of {know}); `bayan migrate` updates it."
        raise StoreError(f"{place.name}: {told}", "older")
    if count_rules(connection) < COUNT_RULES and not write:
        told = "an older Bayan counted what this store holds; `bayan migrate` counts it anew."
        raise StoreError(f"{place.name}: {told}", "older")


def _bring_up_to_date(store: Store, version: int, tell: Callable[[str], object]) -> None:
    try:
        if version < len(MIGRATIONS):
            kept = keep_older(store, version)
            copy = f"a copy of it as it was is {kept}" if kept else "no copy was made, as pg_dump would"
            tell(f"{store.name}: from schema {version} to {len(MIGRATIONS)}; {copy}.")
        with store.write() as connection:
            migrate(connection)
            refolded = fold_version(connection) != FOLD_VERSION
            if refolded:
                rebuild_texts(connection)
            regrouped = refolded or sketch_rules(connection) != SKETCH_RULES
            if regrouped:
                rebuild_copies(connection)
            if regrouped or count_rules(connection) != COUNT_RULES:
                rebuild(connection)
    except BaseException:
        store.close()
        raise
