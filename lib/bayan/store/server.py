"""The place of a store on a PostgreSQL server: its address, connections, and what the server's errors mean."""

from __future__ import annotations

import getpass
import ssl
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from bayan.errors import BayanError, MissingStore, StoreError, TooSlow, UsageError
from bayan.store.database import DAMAGED, LOCK, LOCK_SECONDS

_SCHEMES = ("postgresql", "postgres", "postgresql+pg8000")
_MARK = "A store of Bayan"
"""The comment on a table that says whose it is."""
_WRITERS = 0x62796E31
"""The number of the lock that writers of a database take one after the other."""
_SETTINGS = {
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "plan_cache_mode": "force_custom_plan",
    "client_encoding": "UTF8",
}
"""To compile a question, or to start workers for it, takes longer than most questions of a page. How common a word or
an actor is decides on the way: it is planned anew."""
_READER = {
    "default_transaction_read_only": "on",
    "default_transaction_isolation": "repeatable read",
    "random_page_cost": "1.1",
}
"""To look rows up by an index costs little more than to read on, on the disks of today."""
_WRITER = {"default_transaction_isolation": "read committed"}
_TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
_WRITABLE = "SELECT NOT pg_is_in_recovery() AND has_table_privilege('article', 'INSERT')"
_STOPPED = "57014"
_MEANINGS = {
    "3D000": (
        "missing",
        "there is no store, nor its database; make it with `createdb`, then a store with `bayan --db {url} demo`.",
    ),
    "28": ("no_entry", "the server refuses this user or password; check the URL."),
    "42501": ("not_allowed", "this user may not do that; let the owner of the store grant it."),
    "55P03": ("locked", "another process is writing to this store; wait until it has ended, then try again."),
    "53100": ("full", "there is no room left on the server's disk; free some, then run again: what was stored stays."),
    "53": ("busy", "the server has no connection or memory left; wait, or raise its limits."),
    "25006": (
        "read_only",
        "this store was opened for reading, or its server is read-only; use one that can be written.",
    ),
    "42": ("damaged", DAMAGED),
    "XX": ("damaged", DAMAGED),
    "58": ("disk", "the server's disk failed ({cause}); check it, then run `bayan verify`."),
    "57": ("busy", "the server is starting or stopping; wait, then try again."),
}
"""By the beginning of the server's code; of several the first counts."""


class Server:
    """A database of a PostgreSQL server, by its URL."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._url = _read(address)
        self.name = self._url.render_as_string(hide_password=True)

    def connect(self, *, write: bool) -> Engine:
        """An engine on the database: readers cannot change it, writers come one after the other."""
        settings = {**_SETTINGS, **(_WRITER if write else _READER)}
        engine = create_engine(
            "postgresql+pg8000://", creator=lambda: _connect(self._url, settings), max_overflow=-1, pool_pre_ping=True
        )

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            if connection.get_execution_options().get(LOCK):
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(LOCK_SECONDS * 1000)}")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")

        return engine

    def is_nothing(self) -> bool:
        """Whether the database has no table yet. Raises StoreError."""
        return self._ask(lambda connection: not connection.exec_driver_sql(_TABLES).scalar_one())

    def create(self, fill: Callable[[Connection], None]) -> None:
        """Make a store in one transaction, unless another process was faster. Raises StoreError."""
        engine = self.connect(write=True)
        try:
            with engine.connect().execution_options(**{LOCK: True}) as connection, connection.begin():
                encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
                if encoding != "UTF8":
                    raise StoreError(f"{self.name}: this database keeps {encoding}; make one with `createdb -E UTF8`.")
                if not connection.exec_driver_sql(_TABLES).scalar_one():
                    fill(connection)
        except DBAPIError as error:
            raise self.explain(error) from None
        finally:
            engine.dispose()

    def check(self) -> None:
        """Tell that there is no store. Raises MissingStore."""
        if self.is_nothing():
            told = "this database is empty, so no store; fill it with"
            told = f"{self.name}: {told} `bayan --db {self.name} demo` or `ingest`."
            raise MissingStore(told, "empty", place=self.name)

    def is_read_only(self) -> bool:
        """Whether the server takes no changes, or none from this user. Raises StoreError."""
        return self._ask(lambda connection: not connection.exec_driver_sql(_WRITABLE).scalar_one())

    def copy_to(self, path: Path) -> None:
        """Refused: the server's own tool copies everything that belongs to a database."""
        told = "a store on a server is copied by the server's own tool: run `pg_dump --format=custom --file FILE URL`."
        raise UsageError(f"{self.name}: {told}")

    def beside(self, ending: str) -> None:
        """No file stands beside a database."""

    def explain(self, error: Exception) -> BayanError:
        """What an error of the server means, in words, with the cure."""
        code, cause = _code_and_cause(error)
        if code == _STOPPED:
            return TooSlow("the question took too long and was stopped; add a filter or a rarer word.")
        for sign, (fault, words) in _MEANINGS.items():
            if code.startswith(sign):
                return StoreError(f"{self.name}: {words.format(cause=cause, url=self.name)}", fault, place=self.name)
        if not code:
            told = f"no PostgreSQL server answers ({cause}); start it, or check host and port."
            return StoreError(f"{self.name}: {told}", "no_answer")
        told = f"the server refused ({cause}); run `bayan verify`, and report this if it is clean."
        return StoreError(f"{self.name}: {told}", "refused", cause=cause)

    def _ask(self, question: Callable[[Connection], bool]) -> bool:
        engine = self.connect(write=False)
        try:
            with engine.connect() as connection:
                return question(connection)
        except DBAPIError as error:
            raise self.explain(error) from None
        finally:
            engine.dispose()


def mark_as_ours(connection: Connection) -> None:
    """Write into the database that it holds a store."""
    connection.exec_driver_sql(f"COMMENT ON TABLE migration IS '{_MARK}'")


def is_ours(connection: Connection) -> bool:
    """Whether the database says that it holds a store."""
    comment = "SELECT obj_description(to_regclass('migration'), 'pg_class')"
    return connection.exec_driver_sql(comment).scalar() == _MARK


def _read(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise UsageError("this address cannot be read; write postgresql://USER@HOST:PORT/DATABASE.") from None
    if url.drivername not in _SCHEMES:
        raise UsageError(f"{url.drivername}: no such kind of store; give the path of a file, or a postgresql:// URL.")
    if unknown := sorted(set(url.query) - {"host", "sslmode"}):
        raise UsageError(f"{unknown[0]}: this part of the URL is not known; those taken are host and sslmode.")
    if (mode := url.query.get("sslmode", "prefer")) not in _SSL_MODES:
        raise UsageError(f"sslmode={mode}: not known; write one of {', '.join(_SSL_MODES)}.")
    return url


def _connect(url: URL, settings: Mapping[str, str]) -> Any:
    from bayan.store.driver import connect  # only who has a server pays for loading it

    user = url.username or getpass.getuser()
    return connect(
        user,
        password=url.password,
        database=url.database or user,
        **_way(url),
        application_name="bayan",
        startup_params=settings,
    )


def _way(url: URL) -> dict[str, Any]:
    """How the server is reached: a host that is a path is the folder of its socket, where nothing is ciphered."""
    host, port = str(url.query.get("host") or url.host or "localhost"), url.port or 5432
    if host.startswith("/"):
        return {"unix_sock": f"{host}/.s.PGSQL.{port}", "ssl_context": False}
    ciphers = _SSL_MODES[str(url.query.get("sslmode", "prefer"))]
    return {"host": host, "port": port, "ssl_context": ciphers()}


def _unverified() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


_SSL_MODES: dict[str, Callable[[], ssl.SSLContext | bool | None]] = {
    "disable": lambda: False,
    "prefer": lambda: None,
    "require": _unverified,
    "verify-full": ssl.create_default_context,
}


def was_stopped(error: DBAPIError) -> bool:
    """Whether the server stopped a question after its time."""
    return _code_and_cause(error)[0] == _STOPPED


def _code_and_cause(error: BaseException) -> tuple[str, str]:
    """The server's code and words; no code where the server did not answer.

    A server that refuses hangs up: where the driver then fails to take its leave, that is the error it raises, and the
    refusal is what went before.
    """
    before: BaseException | None = error.orig if isinstance(error, DBAPIError) else error
    last = str(before).partition(" (")[0]
    while before is not None:
        told = before.args[0] if before.args else None
        if isinstance(told, dict):
            return str(told.get("C", "")), " ".join(str(told.get("M", "")).split())
        before = before.__context__
    return "", last
