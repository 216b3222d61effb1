"""Files that somebody hands in on the page → the store: one lot at a time, in a thread, so that pages go on."""

from __future__ import annotations

import logging
import os
import secrets
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from bayan.errors import BayanError, Rejected, UsageError
from bayan.load import Progress, Report, load_paths
from bayan.show.asking import store_address
from bayan.store import open_store

RECEIVES = "BAYAN_RECEIVES"
"""Set where the dashboard may write: the server is asked by this machine alone."""
_LOG = logging.getLogger("bayan")
_TOLD = 5
_SMALL = 1_000_000
"""Bytes up to which this process extracts itself: starting others takes longer."""
_NAME_BYTES = 200


class Handed(NamedTuple):
    """A file as it was handed in."""

    name: str
    stream: BinaryIO


@dataclass(slots=True)
class Intake:
    """Files on their way into the store. It is over when there is a report, or a fault: an error, or a failure's id.

    ``rejected`` holds the first things that were not taken.
    """

    names: tuple[str, ...]
    progress: Progress | None = None
    report: Report | None = None
    fault: BayanError | None = None
    failure: str = ""
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Is there nothing more to wait for?"""
        return bool(self.report or self.fault or self.failure)

    def advance(self, progress: Progress) -> None:
        """Note how far it has come."""
        self.progress = progress

    def reject(self, rejected: Rejected) -> None:
        """Note what was not taken."""
        if len(self.rejected) < _TOLD:
            self.rejected.append(rejected)


class Desk:
    """Where files are handed in: it takes one lot at a time and remembers the last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.last: Intake | None = None

    def receive(self, files: Sequence[Handed], outlet: str | None) -> bool:
        """Begin to read files into the store; False where others are still being read."""
        with self._lock:
            if self.last and not self.last.over:
                return False
            self.last = intake = Intake(tuple(file.name for file in files))
        folder = tempfile.TemporaryDirectory(prefix="bayan-")
        try:
            paths = [_write(file, Path(folder.name, str(number))) for number, file in enumerate(files)]
        except OSError as error:
            told = f"the files cannot be kept for reading ({error.strerror}): make room and hand them in again."
            intake.fault = UsageError(told, "not_kept")
            folder.cleanup()
            return True
        threading.Thread(target=_take_in, args=(intake, paths, folder, outlet), daemon=True).start()
        return True


DESK = Desk()


def may_receive() -> bool:
    """May files be handed in? The server says so where nobody else can ask it."""
    return bool(os.environ.get(RECEIVES))


def _take_in(intake: Intake, paths: list[Path], folder: tempfile.TemporaryDirectory[str], outlet: str | None) -> None:
    """Read the files as ``bayan ingest`` does. Whatever happens is told: nobody else hears of an error in a thread."""
    try:
        workers = 1 if sum(path.stat().st_size for path in paths) <= _SMALL else 2
        with open_store(store_address(), write=True) as store:
            intake.report = load_paths(
                store,
                paths,
                outlet=outlet,
                workers=workers,
                command="upload",
                on_progress=intake.advance,
                on_rejected=intake.reject,
            )
    except BayanError as error:
        intake.fault = error
    except Exception as error:
        intake.failure = secrets.token_hex(4)
        _LOG.error("error %s", intake.failure, exc_info=error)
    finally:
        folder.cleanup()


def _write(file: Handed, folder: Path) -> Path:
    """The file under its own name, which may tell its outlet, in a folder of its own: names may be the same."""
    folder.mkdir()
    path = folder / _plain_name(file.name)
    with path.open("wb") as written:
        while block := file.stream.read(1 << 20):
            written.write(block)
    return path


def _plain_name(name: str) -> str:
    """The last part of a name, no longer than file systems take, without what they do not take."""
    last = PurePosixPath(name.replace("\\", "/").replace("\x00", "")).name.encode("utf-8", "replace")
    return last[-_NAME_BYTES:].decode("utf-8", "ignore").strip(".") or "file"
