"""Opening a store: what is no store, or not one for this Bayan, is named in one sentence and left as it is."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from bayan.errors import StoreError
from bayan.store.dialects import connect, is_ours
from bayan.store.full_text import fold_version, rebuild_texts
from bayan.store.schema import MIGRATIONS, create_tables, migrate, schema_version
from bayan.store.store import Store
from bayan.text import FOLD_VERSION

try:
    import fcntl
except ImportError:  # Windows has no such locks: two first writers at once are not held apart there.
    fcntl = None  # type: ignore[assignment]

_MAGIC = b"SQLite format 3\x00"


def open_store(path: str | Path, *, write: bool = False, create: bool = False) -> Store:
    """Open the store in a file, to be used with ``with`` or closed.

    Readers cannot change it. ``create`` makes a store where the file is missing or empty. A writer brings a store of an
    older Bayan up to date. Raises StoreError for a file that is missing, empty, damaged, foreign or made by a newer
    Bayan, and for one that cannot be opened.
    """
    path = Path(path)
    if create and _is_nothing(path):
        _create(path)
    _check_file(path)
    # A writer's first act would change the file: whose it is, is asked by a reader.
    with Store(path, connect(path, write=False), write=False) as reader, reader.read() as connection:
        _check(connection, path, write=write)
    store = Store(path, connect(path, write=write), write=write)
    if write:
        _bring_up_to_date(store)
    return store


def _is_nothing(path: Path) -> bool:
    try:
        return not path.exists() or (path.is_file() and path.stat().st_size == 0)
    except OSError as error:
        raise StoreError(f"{path}: this path cannot be looked at ({error.strerror}); name another file.") from None


def _create(path: Path) -> None:
    """Make a store beside its place and move it there: nobody ever sees half of one."""
    started = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        started.touch(exist_ok=False)
        store = Store(started, connect(started, write=True), write=True)
        try:
            with store.write() as connection:
                create_tables(connection)
        finally:
            store.close()
        _put(started, path)
    except OSError as error:
        raise StoreError(
            f"{path}: no store can be made here ({error.strerror}); name a file in a folder that may be written."
        ) from None
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                started.with_name(started.name + ending).unlink()


def _put(started: Path, path: Path) -> None:
    """Give a finished store its name, unless another process was faster: its store must not be replaced."""
    with path.open("ab") as place:
        if fcntl:
            fcntl.flock(place, fcntl.LOCK_EX)
        if path.stat().st_size == 0:
            started.replace(path)


def _check_file(path: Path) -> None:
    """Tell from outside what is no store, before a database touches it."""
    if not path.exists():
        raise StoreError(f"{path}: there is no store; make one with `bayan --db {path} demo` or `ingest`.")
    if not path.is_file():
        raise StoreError(f"{path}: this is no file; name the file of a store.")
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise StoreError(f"{path}: this store cannot be read ({error.strerror}); check its permissions.") from None
    if not start:
        raise StoreError(f"{path}: this file is empty, so no store; fill it with `bayan --db {path} demo` or `ingest`.")
    if start != _MAGIC:
        raise StoreError(f"{path}: this file is no Bayan store, or its beginning is damaged; name another file.")


def _check(connection: Connection, path: Path, *, write: bool) -> None:
    if not is_ours(connection):
        raise StoreError(f"{path}: this database was made by another program; name a store of Bayan.")
    have, know = schema_version(connection), len(MIGRATIONS)
    if have > know:
        raise StoreError(
            f"{path}: this store was made by a newer Bayan (schema {have}, this one knows {know}); install that one."
        )
    if have < know and not write:
        raise StoreError(
            f"{path}: this store was made by an older Bayan (schema {have} of {know}); `bayan annotate` updates it."
        )


def _bring_up_to_date(store: Store) -> None:
    try:
        with store.write() as connection:
            migrate(connection)
            if fold_version(connection) != FOLD_VERSION:
                rebuild_texts(connection)
    except BaseException:
        store.close()
        raise
