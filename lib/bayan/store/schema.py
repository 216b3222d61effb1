"""Migrations: how a store of an older Bayan becomes one of this.

A migration and its record share one transaction. A new store gets today's tables at once, with the record of every
migration; so a migration, once released, names its columns itself and does not lean on ``tables``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, func, inspect, select

import bayan.store.tables as tables
from bayan.store.dialects import create_full_text, insert, mark_as_ours
from bayan.store.likeness import SKETCH_RULES
from bayan.store.migrations import (
    arrivals,
    copies_and_rejections,
    corrections_and_decisions,
    counts_by_filter,
    marks_in_two_levels,
    rejections_by_code,
    saved_views,
    spans_before_actors,
    topics_together,
)
from bayan.store.rollups import COUNT_RULES
from bayan.text import FOLD_VERSION


def first_tables(connection: Connection) -> None:
    """All tables, in an empty database."""
    tables.metadata.create_all(connection)
    create_full_text(connection)
    rules = [("counts", COUNT_RULES), ("fold", FOLD_VERSION), ("sketch", SKETCH_RULES)]
    insert(connection, tables.state, [*rules, ("version", 0)])
    mark_as_ours(connection)


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (
    first_tables,
    copies_and_rejections,
    arrivals,
    corrections_and_decisions,
    counts_by_filter,
    rejections_by_code,
    saved_views,
    marks_in_two_levels,
    spans_before_actors,
    topics_together,
)
"""In order; the number of a migration is its place, from 1 on. Append only."""


def create_tables(connection: Connection) -> None:
    """Create today's tables in an empty database."""
    first_tables(connection)
    _record(connection, range(1, len(MIGRATIONS) + 1))


def migrate(connection: Connection) -> None:
    """Run the migrations that a store lacks, in the caller's transaction."""
    for number in range(schema_version(connection) + 1, len(MIGRATIONS) + 1):
        MIGRATIONS[number - 1](connection)
        _record(connection, (number,))


def schema_version(connection: Connection) -> int:
    """The last migration that a store has had, 0 for none."""
    if not inspect(connection).has_table(tables.migration.name):
        return 0
    return connection.execute(select(func.max(tables.migration.c.number))).scalar() or 0


def _record(connection: Connection, numbers: range | tuple[int, ...]) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    insert(connection, tables.migration, [(number, MIGRATIONS[number - 1].__name__, now) for number in numbers])
