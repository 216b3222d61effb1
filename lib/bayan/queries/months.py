"""Statements of which the month is known and no day: no rollup tells them, so they are counted in the rows."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, func, select

from bayan.queries.counting import Spoken
from bayan.queries.filters import Filters
from bayan.queries.periods import Step, bucket_of
from bayan.store import codes, dialects, tables

_MONTH = codes.BASES.number("month")
_FIRSTS = select(func.min(tables.calendar.c.day)).group_by(tables.calendar.c.month)
"""The first day of each month that any statement has: that of the month where one stands there."""


def count_of_months(
    connection: Connection, filters: Filters, source: Spoken, step: Step, *lane: ColumnElement[int]
) -> Mapping[tuple[int, ...], int]:
    """How many statements of each cell (the lane if any, bucket, act) are known by a month longer than the bucket.

    ``source`` counts in the rows.
    """
    if step == "month" or filters.dated != "said":
        return {}
    statement = tables.statement.c
    cell = (*lane, bucket_of(step, source.day), source.act)
    # They stand on first days: named one by one, these are found at once.
    where = [*source.where, statement.basis == _MONTH, dialects.among(statement.day, _FIRSTS)]
    counted = connection.execute(select(*cell, source.count).where(*where).group_by(*cell))
    return {tuple(row[:-1]): row[-1] for row in counted}
