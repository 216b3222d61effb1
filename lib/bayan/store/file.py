"""The place of a store in a SQLite file: what it is from outside, connections, and what SQLite's errors mean."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from bayan.errors import BayanError, MissingStore, StoreError, TooSlow
from bayan.store.database import DAMAGED, LOCK, LOCK_SECONDS

try:
    import fcntl
except ImportError:  # Windows has no such locks: two first writers at once are not held apart there.
    fcntl = None  # type: ignore[assignment]

APPLICATION_ID = 0x62796E31
"""The letters byn1 in the header of the file: nobody else's database is taken for a store."""
_MAGIC = b"SQLite format 3\x00"
_WRITER = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA cache_size=-128000")
_READER = ("PRAGMA query_only=1", "PRAGMA cache_size=-32000")
"""Kilobytes of cache for each connection: a dashboard has several, and an extract must stay flat."""
_STILL = "immutable=1"
_CLOSED_FOLDER = ("SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY")
_MEANINGS = {
    "locked": ("locked", "another process is writing to this store; wait until it has ended, then try again."),
    "full": ("full", "there is no room left on the disk; free some, then run again: what was stored stays."),
    "readonly": ("read_only", "this store, or the disk it is on, is read-only; use a place that can be written."),
    "malformed": ("damaged", DAMAGED),
    "not a database": ("no_store", "this file is no Bayan store; name another file."),
    "unable to open": (
        "closed",
        "this store cannot be opened; check that the file and its folder may be read and written.",
    ),
    "disk I/O": (
        "disk",
        "the disk failed while this store was read or written; check the disk, then run `bayan verify`.",
    ),
    "no such": ("damaged", DAMAGED),
}


class File:
    """The file of a store."""

    def __init__(self, address: str) -> None:
        self.address = self.name = address
        self._path = Path(address)

    def connect(self, *, write: bool) -> Engine:
        """An engine on the existing file: readers cannot change a byte, writers lock before they read."""
        return _connect(self._path, write=write)

    def is_nothing(self) -> bool:
        """Whether the file is missing or empty. Raises StoreError."""
        try:
            return not self._path.exists() or (self._path.is_file() and self._path.stat().st_size == 0)
        except OSError as error:
            told = f"{self.name}: this path cannot be looked at ({error.strerror}); name another file."
            raise StoreError(told) from None

    def create(self, fill: Callable[[Connection], None]) -> None:
        """Make a store beside its place and move it there: nobody ever sees half of one."""
        path = self._path
        started = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            started.touch(exist_ok=False)
            engine = _connect(started, write=True)
            try:
                with engine.connect().execution_options(**{LOCK: True}) as connection, connection.begin():
                    fill(connection)
            finally:
                engine.dispose()
            _put(started, path)
        except OSError as error:
            raise StoreError(
                f"{path}: no store can be made here ({error.strerror}); name a file in a folder that may be written."
            ) from None
        finally:
            for ending in ("", "-wal", "-shm", "-journal"):
                with suppress(OSError):
                    started.with_name(started.name + ending).unlink()

    def check(self) -> None:
        """Tell from outside what is no store, before a database touches it. Raises StoreError."""
        path = self._path
        if not path.exists():
            told = f"{path}: there is no store; make one with `bayan --db {path} demo` or `ingest`."
            raise MissingStore(told, "missing", place=self.name)
        if not path.is_file():
            raise StoreError(f"{path}: this is no file; name the file of a store.", "no_file")
        try:
            with path.open("rb") as file:
                start = file.read(len(_MAGIC))
        except OSError as error:
            told = f"{path}: this store cannot be read ({error.strerror}); check its permissions."
            raise StoreError(told, "closed") from None
        if not start:
            told = "this file is empty, so no store; fill it with"
            raise MissingStore(f"{path}: {told} `bayan --db {path} demo` or `ingest`.", "empty", place=self.name)
        if start != _MAGIC:
            told = f"{path}: this file is no Bayan store, or its beginning is damaged; name another file."
            raise StoreError(told, "no_store")

    def is_read_only(self) -> bool:
        """Whether nothing can be written here: SQLite writes into the file, and beside it."""
        return not (os.access(self._path, os.W_OK) and os.access(self._path.parent, os.W_OK))

    def copy_to(self, path: Path) -> None:
        """Copy all pages in one step: a view of the store that stands still while others write. Raises StoreError."""
        path.touch(exist_ok=False)
        try:
            # Autocommit: the copy must leave the mode of the store, in which it would be three files.
            with closing(_open(self._path, write=False)) as store, closing(_open(path, write=True)) as copy:
                store.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.Error as error:
            raise self.explain(error) from None

    def beside(self, ending: str) -> Path:
        """The file whose name has an ending more."""
        return self._path.with_name(self._path.name + ending)

    def explain(self, error: Exception) -> BayanError:
        """What an error of the database means, in words, with the cure."""
        cause = str(error)
        if "interrupted" in cause:
            return TooSlow("the question took too long and was stopped; add a filter or a rarer word.")
        if "unable to open" in cause and _has_changes_beside(self._path):
            told = "its last changes stand beside it, and are taken in only where the folder may be written"
            return StoreError(f"{self.name}: {told}; copy it with {self._path.name}-wal into such a folder.", "waiting")
        for sign, (code, words) in _MEANINGS.items():
            if sign in cause:
                return StoreError(f"{self.name}: {words.format(cause=cause)}", code)
        told = f"the database refused ({cause}); run `bayan verify`, and report this if it is clean."
        return StoreError(f"{self.name}: {told}", "refused", cause=cause)


def _put(started: Path, path: Path) -> None:
    """Give a finished store its name, unless another process was faster: its store must not be replaced."""
    with path.open("ab") as place:
        if fcntl:
            fcntl.flock(place, fcntl.LOCK_EX)
        if path.stat().st_size == 0:
            started.replace(path)


def _open(path: Path, *, write: bool) -> sqlite3.Connection:
    if write:
        return _open_as(path, "mode=rw")
    connection = _open_as(path, "mode=ro")
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.OperationalError as error:
        # A reader, too, makes files beside the store. Where none can be made and no changes wait in one, nobody writes.
        if error.sqlite_errorname not in _CLOSED_FOLDER or _has_changes_beside(path):
            return connection
        connection.close()
        return _open_as(path, _STILL)
    return connection


def _open_as(path: Path, way: str) -> sqlite3.Connection:
    # The driver would run DDL outside of transactions: with isolation_level None we begin them ourselves.
    address = f"file:{quote(str(path))}?{way}"
    opened = sqlite3.connect(
        address,
        uri=True,
        timeout=LOCK_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=_Still if way == _STILL else sqlite3.Connection,
    )
    if isinstance(opened, _Still):
        opened.seen = _look(path)
    return opened


class _Still(sqlite3.Connection):
    """A connection that takes the file for one that does not change; ``seen`` is how it was when it was opened."""

    seen: tuple[int, ...]


def _look(path: Path) -> tuple[int, ...]:
    """What a change of the file changes, and whether one waits beside it."""
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns, _has_changes_beside(path)


def _has_changes_beside(path: Path) -> bool:
    """Whether changes wait in a file beside the store until somebody takes them in."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except OSError:
        return False


def _connect(path: Path, *, write: bool) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: _open(path, write=write), poolclass=QueuePool, max_overflow=-1)
    pragmas = _WRITER if write else _READER

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    @event.listens_for(engine, "checkout")
    def _look_again(connection: Any, record: ConnectionPoolEntry, _: Any) -> None:
        # Its owner may write into a store that is closed to others: then another connection is made.
        if isinstance(connection, _Still) and connection.seen != _look(path):
            raise DisconnectionError

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its lock before it reads: one that locks later can fail in the middle.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(LOCK) else "BEGIN")

    return engine


def mark_as_ours(connection: Connection) -> None:
    """Write into the file that it is a store."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def is_ours(connection: Connection) -> bool:
    """Whether the file says that it is a store."""
    return connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
