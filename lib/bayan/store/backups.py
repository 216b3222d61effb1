"""Copies of a store that is in use: whole, verified, and under their name only then."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bayan.errors import StoreError, UsageError
from bayan.store.dialects import integrity, place_of
from bayan.store.schema import schema_version
from bayan.store.store import Store
from bayan.store.upkeep import verify

_ENDINGS = ("", "-wal", "-shm", "-journal")
_Check = Callable[[Store], str | None]


def backup(store: Store, path: str | Path, *, replace: bool = False) -> None:
    """Copy a store into a file while others go on reading and writing, and verify the copy.

    Raises UsageError for a file that is there unless ``replace`` allows it, and for a store on a server, whose own
    tools copy it; StoreError where the copy cannot be written or is not sound.
    """
    target = Path(path)
    if target.is_dir() or (target.exists() and not replace):
        raise UsageError(f"{target}: this is there already; name another file, or add --replace.")
    _copy(store, target, lambda copy: next(verify(copy), None))


def keep_older(store: Store, version: int) -> Path | None:
    """Copy a store of an older version beside itself, unless that was done; None for a store on a server."""
    target = place_of(store.address).beside(f".schema-{version}.backup")

    def check(copy: Store) -> str | None:
        with copy.read() as connection:
            if schema_version(connection) != version:
                return "another process has brought it up to date."
            return next(iter(integrity(connection)), None)

    if target and not target.exists():
        _copy(store, target, check)
    return target


def _copy(store: Store, target: Path, check: _Check) -> None:
    """The file gets its name when it is whole and sound; nothing is left of one that is not."""
    started = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        place_of(store.address).copy_to(started)
        with Store(place_of(started), write=False) as copy:
            fault = check(copy)
        if fault:
            raise StoreError(f"{target}: the copy is not sound, so it was not kept: {fault}")
        with started.open("rb") as file:
            os.fsync(file.fileno())
        started.replace(target)
    except OSError as error:
        told = f"no copy can be written here ({error.strerror}); name a file in a folder that has room."
        raise StoreError(f"{target}: {told}") from None
    finally:
        for ending in _ENDINGS:
            with suppress(OSError):
                started.with_name(started.name + ending).unlink()
