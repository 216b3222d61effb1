"""Places for the stores of tests: files, and databases of a PostgreSQL server that lives as long as the tests."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from signal import SIGQUIT
from typing import Protocol

import pg8000.dbapi

ABSENT = "PostgreSQL is not installed: `sudo apt-get install postgresql` brings its programs, then its tests run"
_SETTINGS = (
    "listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60",
    "shared_buffers=64MB", "autovacuum=off",
)  # fmt: skip
_SECONDS = 30


class Places(Protocol):
    """Where stores are made."""

    def new(self) -> str:
        """The address of a place where no store is yet."""

    def free(self, address: str) -> None:
        """Give a place back."""


class Files:
    """Files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    def new(self) -> str:
        return str(self._folder / f"s{next(self._numbers)}.db")

    def free(self, address: str) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(address + ending).unlink(missing_ok=True)


class Server:
    """A PostgreSQL server of its own, reached through a socket in its folder alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count(1)

    def new(self) -> str:
        name = f"s{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0")
        return self.address(name)

    def free(self, address: str) -> None:
        self.run(f"DROP DATABASE {address.rpartition('?')[0].rpartition('/')[2]} WITH (FORCE)")

    def address(self, database: str) -> str:
        return f"postgresql://bayan:not-told@/{database}?host={self.folder}"

    def run(self, sql: str, database: str = "postgres") -> None:
        socket = f"{self.folder}/.s.PGSQL.5432"
        connection = pg8000.dbapi.connect("bayan", unix_sock=socket, database=database, ssl_context=False)
        connection.autocommit = True
        connection.cursor().execute(sql)
        connection.close()


@contextmanager
def start_server() -> Iterator[Server | None]:
    """A new server, ended and removed afterwards; None where its programs are not installed."""
    programs = _find_programs()
    if programs is None:
        yield None
        return
    user = _unprivileged_user()
    folder = Path(tempfile.mkdtemp(prefix="bayan-pg-"))
    if user:
        shutil.chown(folder, user)
    data = str(folder / "data")
    try:
        made = (str(programs / "initdb"), "-D", data, "-U", "bayan", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        subprocess.run(made, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)
        settings = [word for setting in (*_SETTINGS, f"unix_socket_directories={folder}") for word in ("-c", setting)]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [str(programs / "postgres"), "-D", data, *settings], user=user, cwd=folder, stdout=log, stderr=log
            )
        try:
            yield _answering(Server(folder), process)
        finally:
            # At once: what the server has not written to its files yet goes with them.
            process.send_signal(SIGQUIT)
            process.wait(_SECONDS)
    finally:
        shutil.rmtree(folder)


def _find_programs() -> Path | None:
    """The folder of the newest server that is installed; distributions keep it off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    anywhere = shutil.which("initdb")
    program = found[-1] if found else Path(anywhere).resolve() if anywhere else None
    return program.parent if program and (program.parent / "postgres").exists() else None


def _unprivileged_user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def _answering(server: Server, process: subprocess.Popen[bytes]) -> Server:
    end = time.monotonic() + _SECONDS
    while True:
        try:
            server.run("SELECT 1")
            return server
        except pg8000.dbapi.Error:
            if process.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.05)
