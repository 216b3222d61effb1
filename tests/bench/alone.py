"""What a question costs in the database alone: its statements once more, past SQLAlchemy and what is made of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from statistics import median
from typing import Any

from sqlalchemy import Engine, event

from bayan.errors import TooSlow
from bayan.store import Store

Sent = list[tuple[str, Any]]


@contextmanager
def listening() -> Iterator[Sent]:
    """The selects that are sent to a database, with their parameters."""
    sent: Sent = []

    def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            sent.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def time_alone(store: Store, ask: Callable[[Store], object], clock: Callable[[], float], rounds: int) -> float:
    """Milliseconds that the statements of a question take, the median of some rounds."""
    with listening() as sent, suppress(TooSlow):
        ask(store)
    runs = []
    with store.read() as connection:
        cursor = connection.connection.driver_connection.cursor()  # type: ignore[union-attr]
        for _ in range(rounds):
            begun = clock()
            for statement, parameters in sent:
                cursor.execute(statement, parameters)
                cursor.fetchall()
            runs.append(1000 * (clock() - begun))
    return median(runs)
