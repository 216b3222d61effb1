"""Runs of commands that write, and how far each source was read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from bayan.store.dialects import insert
from bayan.store.tables import checkpoint, run


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command that writes. ``ended_at`` is None where it was broken off; ``rejected`` counts by reason."""

    id: int
    command: str
    extractor: str | None
    started_at: str
    ended_at: str | None
    read: int
    stored: int
    known: int
    rejected: Mapping[str, int]


def get_checkpoint(connection: Connection, source: str) -> int:
    """The number of the last record of a source that was dealt with, 0 for none."""
    record: int | None = connection.execute(select(checkpoint.c.record).where(checkpoint.c.source == source)).scalar()
    return record or 0


def set_checkpoint(connection: Connection, source: str, record: int) -> None:
    """Note the last record of a source that was dealt with."""
    insert(connection, checkpoint, [(source, record)], known="update")


def start_run(connection: Connection, command: str, extractor: str | None) -> int:
    """Note that a command begins to write, and give the run its number."""
    number: int = connection.execute(select(func.coalesce(func.max(run.c.id), 0) + 1)).scalar_one()
    insert(
        connection, run, [(number, command, extractor, _now())], columns=("id", "command", "extractor", "started_at")
    )
    return number


def end_run(
    connection: Connection, number: int, *, read: int, stored: int, known: int, rejected: Mapping[str, int]
) -> None:
    """Note how a run ended."""
    told = json.dumps(dict(sorted(rejected.items())))
    connection.execute(
        run.update()
        .where(run.c.id == number)
        .values(ended_at=_now(), read=read, stored=stored, known=known, rejected=told)
    )


def list_runs(connection: Connection) -> tuple[Run, ...]:
    """Every run, newest first."""
    rows = connection.execute(select(run).order_by(run.c.id.desc())).mappings()
    return tuple(Run(**{**row, "rejected": json.loads(row["rejected"])}) for row in rows)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
