"""Statements and articles over time."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import ColumnElement, Connection, func, select

from bayan.queries.counting import named, spoken
from bayan.queries.filters import Conditions, Filters, articles_where, asking
from bayan.queries.periods import Step, bucket_of, choose_step, first_day, with_calendar
from bayan.queries.rows import Volume, VolumePoint
from bayan.queries.selection import Selection
from bayan.store import Store, dialects, keys


def volume(store: Store, selection: Selection) -> Volume:
    """Count statements by their day and articles by that of publication; buckets with neither are left out."""
    with asking(store, selection) as (connection, filters):
        source = spoken(filters)
        said = [*source.where, source.dated]
        day, count, published = _published(filters)
        edges = [
            *connection.execute(select(func.min(source.day), func.max(source.day)).where(*said)).one(),
            *connection.execute(select(func.min(day), func.max(day)).where(*published)).one(),
        ]
        known = [edge for edge in edges if edge is not None]
        step = choose_step(min(known, default=None), max(known, default=None))
        statements = _by_bucket(connection, step, source.day, source.count, said)
        articles = _by_bucket(connection, step, day, count, published)
    buckets = sorted(statements | articles)
    return Volume(step, tuple(VolumePoint(first_day(step, at), statements[at], articles[at]) for at in buckets))


def _published(filters: Filters) -> tuple[ColumnElement[int], ColumnElement[int], Conditions]:
    """Articles: the column of their day, how to count, and the conditions: in the rollup of days or in the rows."""
    if filters.outlets is None and filters.words is None and not filters.speaking and not filters.by_article:
        named_by_day = named(filters)
        return named_by_day.day, named_by_day.articles, [*named_by_day.where, named_by_day.dated]
    key, where = articles_where(filters)
    return key.op(">>")(dialects.constant(keys.SERIAL_BITS)), func.count(key), [*where, key > 0]


def _by_bucket(
    connection: Connection, step: Step, day: ColumnElement[int], count: ColumnElement[int], where: Conditions
) -> Counter[int]:
    bucket = bucket_of(step, day)
    rows = connection.execute(with_calendar(select(bucket, count).where(*where).group_by(bucket), step, day))
    return Counter({row[0]: row[1] for row in rows})
