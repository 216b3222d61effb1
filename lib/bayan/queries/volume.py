"""Statements and articles over time."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from bayan.queries.counting import named, spoken
from bayan.queries.filters import Conditions, Filters, articles_where, asking
from bayan.queries.rows import Volume, VolumePoint
from bayan.queries.selection import Selection
from bayan.queries.volume_rows import gather
from bayan.store import Store, dialects, keys


def volume(store: Store, selection: Selection) -> Volume:
    """Count statements by their day and articles by that of publication; buckets with neither are left out."""
    with asking(store, selection) as (connection, filters):
        said, published = _said(connection, filters), _by_day(connection, *_published(filters))
    days = ((date.fromordinal(day), said[day], published[day]) for day in sorted(said | published))
    return gather(VolumePoint(*counts) for counts in days)


def statement_volume(store: Store, selection: Selection) -> Volume:
    """The same of statements alone: articles by day take long to count where no rollup knows them."""
    with asking(store, selection) as (connection, filters):
        said = _said(connection, filters)
    return gather(VolumePoint(date.fromordinal(day), said[day]) for day in sorted(said))


def _said(connection: Connection, filters: Filters) -> Counter[int]:
    source = spoken(filters)
    return _by_day(connection, source.day, source.count, [*source.where, source.dated])


def _published(filters: Filters) -> tuple[ColumnElement[int], ColumnElement[int], Conditions]:
    """Articles: the column of their day, how to count, and the conditions: in the rollup of days or in the rows."""
    if filters.by_publication and filters.outlets is None:
        named_by_day = named(filters)
        return named_by_day.day, named_by_day.articles, [*named_by_day.where, named_by_day.dated]
    key, where = articles_where(filters)
    return key.op(">>")(dialects.constant(keys.SERIAL_BITS)), func.count(key), [*where, key > 0]


def _by_day(
    connection: Connection, day: ColumnElement[int], count: ColumnElement[int], where: Conditions
) -> Counter[int]:
    """Counts by day: the rows are read once, whatever step their span asks for."""
    rows = connection.execute(select(day, count).where(*where).group_by(day))
    return Counter({row[0]: row[1] for row in rows})
