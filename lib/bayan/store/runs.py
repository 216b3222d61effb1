"""Runs of commands that write, with what they did not take, and how far each source was read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from bayan.errors import Rejected
from bayan.store.dialects import insert
from bayan.store.tables import checkpoint, rejection, run

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command that writes; its counts grow with each batch that is saved.

    ``sources`` are the paths that it was given. ``ended_at`` is None where it was broken off, or is not over yet.
    ``resumed`` counts records that a run before had dealt with, ``rejected`` by reason.
    """

    id: int
    command: str
    extractor: str | None
    started_at: str
    ended_at: str | None
    read: int
    stored: int
    known: int
    rejected: Mapping[str, int]
    sources: tuple[str, ...]
    resumed: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What a batch adds to its run besides the articles that it stores."""

    run: int
    read: int
    known: int = 0
    resumed: int = 0
    rejected: Sequence[Rejected] = ()


def get_checkpoint(connection: Connection, source: str) -> int:
    """The number of the last record of a source that was dealt with, 0 for none."""
    record: int | None = connection.execute(select(checkpoint.c.record).where(checkpoint.c.source == source)).scalar()
    return record or 0


def set_checkpoint(connection: Connection, source: str, record: int) -> None:
    """Note the last record of a source that was dealt with."""
    insert(connection, checkpoint, [(source, record)], known="update")


def start_run(connection: Connection, command: str, extractor: str | None, sources: Sequence[str]) -> int:
    """Note that a command begins to write, and give the run its number."""
    number: int = connection.execute(select(func.coalesce(func.max(run.c.id), 0) + 1)).scalar_one()
    row = (number, command, extractor, _now(), json.dumps([_storable(source) for source in sources]))
    insert(connection, run, [row], columns=("id", "command", "extractor", "started_at", "sources"))
    return number


def add_to_run(connection: Connection, tally: Tally, stored: int, known: int) -> None:
    """Add a batch to its run: what was stored of it, and what was rejected."""
    counts = connection.execute(select(run.c.rejected).where(run.c.id == tally.run)).scalar_one()
    rejected = Counter(json.loads(counts))
    first = rejected.total() + 1
    rejected.update(one.reason for one in tally.rejected)
    rows = [
        (tally.run, number, one.reason, _storable(one.detail), _storable(one.where), json.dumps(one.record), _told(one))
        for number, one in enumerate(tally.rejected, first)
    ]
    insert(connection, rejection, rows)
    connection.execute(
        run.update()
        .where(run.c.id == tally.run)
        .values(
            read=run.c.read + tally.read,
            stored=run.c.stored + stored,
            known=run.c.known + tally.known + known,
            resumed=run.c.resumed + tally.resumed,
            rejected=json.dumps(dict(sorted(rejected.items()))),
        )
    )


def end_run(connection: Connection, number: int) -> None:
    """Note that a run has ended."""
    connection.execute(run.update().where(run.c.id == number).values(ended_at=_now()))


def list_runs(connection: Connection) -> tuple[Run, ...]:
    """Every run, newest first."""
    rows = connection.execute(select(run).order_by(run.c.id.desc())).mappings()
    return tuple(
        Run(**{**row, "rejected": json.loads(row["rejected"]), "sources": tuple(json.loads(row["sources"]))})
        for row in rows
    )


def list_rejections(connection: Connection, number: int) -> Iterator[Rejected]:
    """What a run did not take, in order."""
    after = 0
    wanted = select(rejection).where(rejection.c.run_id == number).order_by(rejection.c.number).limit(_AT_ONCE)
    while rows := connection.execute(wanted.where(rejection.c.number > after)).all():
        for row in rows:
            yield _read(row)
        after = rows[-1].number


def _told(rejected: Rejected) -> str:
    return json.dumps([rejected.code, dict(rejected.values)])


def _read(row: Row[Any]) -> Rejected:
    """What was stored of a rejection; the sentence itself where no code was kept, or it has other values by now."""
    code, values = json.loads(row.told or "[null, {}]")
    record = json.loads(row.record)
    try:
        return Rejected(code, row.place, record, **values)
    except KeyError:
        return Rejected("as_told", row.place, record, reason=row.reason, detail=row.detail)


def _storable(text: str) -> str:
    """A text without what no database keeps: half characters and the one that ends texts in C are spelled out."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
