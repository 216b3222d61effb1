"""Several selections side by side: each actor, or each period, is a selection of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy import ColumnElement, Connection, select, union_all

from bayan.queries.actor_rows import Series, Shares, SidePoint
from bayan.queries.counting import Named, Spoken, named, spoken
from bayan.queries.facets import count_acts, count_outlets, count_topics, list_values, name_values
from bayan.queries.filters import SECONDS, Filters, read_filters
from bayan.queries.periods import STEPS, SURELY_MONTHS, Step, bucket_day, choose_step, first_day
from bayan.queries.selection import Selection
from bayan.queries.tallies import mentions_by_month, speakers_by_month
from bayan.store import Store, codes, dialects, tables


def series(store: Store, sides: Sequence[Selection]) -> Series:
    """Statements by the chosen actors, and mentions of them, over time: one series a selection."""
    with asking_each(store, sides) as (connection, asked):
        found = _count_over_time(connection, asked)
    steps = {choose_step(min(days, default=None), max(days, default=None)) for days in found}
    step = next((step for step in reversed(STEPS) if step in steps), STEPS[0])
    return Series(step, tuple(tuple(_points(step, days)) for days in found))


def shares(store: Store, sides: Sequence[Selection]) -> tuple[Shares, ...]:
    """Acts, topics and outlets of each selection with their counts, and how often its actors are mentioned."""
    with asking_each(store, sides) as (connection, asked):
        return tuple(_shares(connection, filters) for filters in asked)


@contextmanager
def asking_each(store: Store, sides: Sequence[Selection]) -> Iterator[tuple[Connection, list[Filters]]]:
    """One view of the store, and one limit of time, for all."""
    with store.read(seconds=SECONDS if any(side.q for side in sides) else None) as connection:
        yield connection, [read_filters(connection, side) for side in sides]


Counts = dict[int, tuple[int, int]]
"""Statements and mentions by day."""


def _count_over_time(connection: Connection, asked: Sequence[Filters]) -> list[Counts]:
    """Statements and mentions of each selection by day, or where years of them are drawn by month, under its first day.

    What is asked of all is one statement: to send five takes longer than to answer them.
    """
    chosen = {at: filters for at, filters in enumerate(asked) if filters.actors is not None}
    months = {at: speakers_by_month(filters, by_act=False) for at, filters in chosen.items()}
    said = _count_each(connection, {at: (found, found.count) for at, found in months.items() if found})
    said = {at: counts for at, counts in said.items() if len(counts) > SURELY_MONTHS}
    mentioned = {at: mentions_by_month(asked[at]) for at in said}
    named_then = _count_each(connection, {at: (found, found.mentions) for at, found in mentioned.items()})
    rest = {at: filters for at, filters in enumerate(asked) if at not in said}
    spoke = {at: spoken(filters) for at, filters in rest.items()}
    mentioned = {at: named(filters) for at, filters in rest.items()}
    by_day = _count_each(connection, {at: (found, found.count) for at, found in spoke.items()})
    named_by_day = _count_each(connection, {at: (found, found.mentions) for at, found in mentioned.items()})
    return [
        _by_first_day(said[at], named_then[at]) if at in said else _together(by_day[at], named_by_day[at])
        for at in range(len(asked))
    ]


def _count_each(
    connection: Connection, sources: Mapping[int, tuple[Spoken | Named, ColumnElement[int]]]
) -> dict[int, Counter[int]]:
    """Counts by day, or whatever stands for it, of several selections by their places."""
    found: dict[int, Counter[int]] = {at: Counter() for at in sources}
    parts = [
        select(dialects.constant(at).label("side"), source.day.label("day"), count.label("n"))
        .where(*source.where, source.dated)
        .group_by(source.day)
        for at, (source, count) in sources.items()
    ]
    if parts:
        counted = dialects.read_columns(connection, select(union_all(*parts).subquery()))
        for at, day, count in zip(*(column.tolist() for column in counted), strict=True):
            found[at][day] = count
    return found


def _by_first_day(statements: Counter[int], mentions: Counter[int]) -> Counts:
    months = _together(statements, mentions)
    return {first_day("month", month).toordinal(): counts for month, counts in months.items()}


def _together(statements: Counter[int], mentions: Counter[int]) -> Counts:
    return {day: (statements[day], mentions[day]) for day in statements | mentions}


def _points(step: Step, days: Mapping[int, tuple[int, int]]) -> Iterator[SidePoint]:
    statements: Counter[date] = Counter()
    mentions: Counter[date] = Counter()
    for number, (said, mentioned) in days.items():
        bucket = bucket_day(step, date.fromordinal(number))
        statements[bucket] += said
        mentions[bucket] += mentioned
    for bucket in sorted(statements):
        yield SidePoint(bucket, statements[bucket], mentions[bucket])


def _shares(connection: Connection, filters: Filters) -> Shares:
    mentioned = named(filters)
    acts, topics, outlets = (count(connection, filters) for count in (count_acts, count_topics, count_outlets))
    return Shares(
        statements=sum(acts.values()),
        mentions=connection.execute(select(mentioned.mentions).where(*mentioned.where)).scalar_one(),
        acts=list_values(acts, dict(enumerate(codes.ACTS.words, 1))),
        topics=list_values(topics, name_values(connection, tables.topic.c.name, topics)),
        outlets=list_values(outlets, name_values(connection, tables.outlet.c.name, outlets)),
    )
