"""How statements travel between Bayan and a PostgreSQL server. ``server`` is the door; nobody else asks this module.

pg8000 sends a statement in three messages and waits for the answer to each, has it read anew by the server each time,
and takes answers apart slowly: half of the time of most questions.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import count
from struct import Struct
from struct import error as Torn
from typing import Any

import pg8000.dbapi as driver
from pg8000.converters import make_params, string_in
from pg8000.core import IN_TRANSACTION, Context, _flush

_NUMBERED = 500
"""Statements whose parameters are numbered once for all connections: all that pages send."""
_NAMED = 100
"""Statements that the server keeps for a connection, some hundred kilobytes each."""
_PARSE, _BIND, _DESCRIBE, _EXECUTE, _CLOSE, _SYNC, _ROW, _READY = (bytes([letter]) for letter in b"PBDECSDZ")
_STATEMENT, _PORTAL, _END = b"S", b"P\0", b"\0"
_HEAD, _LENGTH, _COUNT = Struct("!ci"), Struct("!i"), Struct("!H")
_NULL, _ALL = _LENGTH.pack(-1), _LENGTH.pack(0)
_NONE = _COUNT.pack(0)
_WITHOUT_ANSWER = "begin transaction", "SET LOCAL ", "SAVEPOINT "
_length_at = _LENGTH.unpack_from


def connect(user: str, **options: Any) -> Any:
    """A connection whose statements go to and fro once."""
    _number_once()
    connection = driver.connect(user, **options)
    ways = _Ways(connection)
    connection.execute_unnamed, connection.execute_simple = ways.execute, ways.execute_plain
    connection.handle_messages = ways.read_messages
    connection.message_types[_ROW] = _read_row
    readers = {kind: _from_bytes(read) for kind, read in connection.pg_types.items()}
    connection.pg_types = defaultdict(lambda: bytes.decode, readers)
    return connection


@lru_cache(maxsize=1)
def _number_once() -> None:
    """Let the driver number the parameters of each statement once: it does so letter by letter."""
    convert = driver.convert_paramstyle
    numbered = lru_cache(maxsize=_NUMBERED)(lambda statement: convert("format", statement, ())[0])

    def convert_once(style: str, statement: str, given: Any) -> tuple[str, Any]:
        return (numbered(statement), given) if style == "format" else convert(style, statement, given)

    driver.convert_paramstyle = convert_once


def _from_bytes(read: Callable[[Any], Any]) -> Callable[[bytes], Any]:
    """What reads a value from its bytes: numbers need no text."""
    if read is string_in:
        return bytes.decode
    return read if read in (int, float) else lambda told: read(told.decode())


def _read_row(told: bytes, context: Any) -> None:
    row: list[Any] = []
    at = _COUNT.size
    for read in context.input_funcs:
        (length,) = _length_at(told, at)
        at += 4
        if length < 0:
            row.append(None)
        else:
            end = at + length
            row.append(read(told[at:end]))
            at = end
    context.rows.append(row)


class _Ways:
    """What goes over a connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._known: OrderedDict[tuple[str, tuple[int, ...]], tuple[bytes, Any, Any]] = OrderedDict()
        """By statement and kinds of values: its name in the server, the columns of its answer, and what reads them."""
        self._numbers = count(1)
        self._forgotten: list[bytes] = []
        self._waiting: list[str] = []
        self._send_plain = connection.execute_simple

    def execute_plain(self, statement: str) -> Any:
        """Send a statement without values; one that answers nothing waits for the next, and goes with it."""
        if statement.startswith(_WITHOUT_ANSWER):
            self._waiting.append(statement)
            self._connection._transaction_status = IN_TRANSACTION
            return Context(statement)
        whole = "; ".join((*self._waiting, statement))
        self._waiting.clear()
        return self._send_plain(whole)

    def execute(self, statement: str, vals: Sequence[Any] = (), oids: Sequence[int] = (), stream: Any = None) -> Any:
        """Send a statement with its values in one message; one that the server knows, by its name alone."""
        send = self._connection._send_message
        self._send_waiting(statement)
        asked = statement, tuple(oids)
        known = self._known.pop(asked, None)
        name, columns, readers = known or (f"s{next(self._numbers)}".encode() + _END, None, None)
        if not known:
            kinds = b"".join(_LENGTH.pack(max(oid, 0)) for oid in oids)
            send(_PARSE, name + statement.encode() + _END + _COUNT.pack(len(oids)) + kinds)
        send(_BIND, _END + name + _NONE + self._tell(vals) + _NONE)
        if not known:
            send(_DESCRIBE, _PORTAL)
        send(_EXECUTE, _END + _ALL)
        send(_SYNC, b"")
        _flush(self._connection._sock)
        context = Context(statement, stream=stream, columns=columns, input_funcs=readers)
        try:
            self._connection.handle_messages(context)
        except BaseException:
            self._forgotten.append(name)
            raise
        self._known[asked] = name, context.columns, context.input_funcs
        if len(self._known) > _NAMED:
            self._forgotten.append(self._known.popitem(last=False)[1][0])
        return context

    def _send_waiting(self, statement: str) -> None:
        """Send what goes before a statement; with its transaction, what was set for it is gone too."""
        send = self._connection._send_message
        for name in self._forgotten:
            send(_CLOSE, _STATEMENT + name)
        for before in () if statement == "rollback" else self._waiting:
            send(_PARSE, _END + before.encode() + _END + _NONE)
            send(_BIND, _END + _END + _NONE + _NONE + _NONE)
            send(_EXECUTE, _END + _ALL)
        self._forgotten.clear()
        self._waiting.clear()

    def _tell(self, values: Sequence[Any]) -> bytes:
        told = make_params(self._connection.py_types, values)
        parts = [_COUNT.pack(len(told))]
        for value in told:
            if value is None:
                parts.append(_NULL)
            else:
                encoded = value.encode()
                parts += _LENGTH.pack(len(encoded)), encoded
        return b"".join(parts)

    def read_messages(self, context: Any) -> None:
        """Read the answer to what was sent. The pool takes only errors of the driver for the end of a connection."""
        read, handlers = self._connection._sock.read, self._connection.message_types
        code = b""
        try:
            while code != _READY:
                code, length = _HEAD.unpack(read(_HEAD.size))
                told = read(length - 4)
                handlers[code](told, context)
        except (OSError, Torn) as error:
            raise driver.InterfaceError("network error") from error
        if context.error is not None:
            raise context.error
