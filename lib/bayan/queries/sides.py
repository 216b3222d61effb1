"""Several selections side by side: each actor, or each period, is a selection of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from bayan.queries.actor_rows import Series, Shares, SidePoint
from bayan.queries.counting import Named, Spoken, named, spoken
from bayan.queries.facets import count_acts, count_outlets, count_topics, list_values, name_values
from bayan.queries.filters import SECONDS, Filters, read_filters
from bayan.queries.periods import STEPS, SURELY_MONTHS, Step, bucket_day, choose_step, first_day
from bayan.queries.selection import Selection
from bayan.queries.tallies import mentions_by_month, speakers_by_month
from bayan.store import Store, codes, tables


def series(store: Store, sides: Sequence[Selection]) -> Series:
    """Statements by the chosen actors, and mentions of them, over time: one series a selection."""
    with asking_each(store, sides) as (connection, asked):
        found = [_count_over_time(connection, filters) for filters in asked]
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


def _count_over_time(connection: Connection, filters: Filters) -> dict[int, tuple[int, int]]:
    """Statements and mentions by day, or where years of them are drawn by month, under its first day.

    Asked once, for what the filters leave of mentions can be slow to find.
    """
    months = speakers_by_month(filters, by_act=False)
    if months:
        said, named_by_month = _by_day(connection, months, months.count), mentions_by_month(filters)
        if len(said) > SURELY_MONTHS:
            found = _together(said, _by_day(connection, named_by_month, named_by_month.mentions))
            return {first_day("month", month).toordinal(): counts for month, counts in found.items()}
    spoke, mentioned = spoken(filters), named(filters)
    return _together(_by_day(connection, spoke, spoke.count), _by_day(connection, mentioned, mentioned.mentions))


def _together(statements: Counter[int], mentions: Counter[int]) -> dict[int, tuple[int, int]]:
    return {day: (statements[day], mentions[day]) for day in statements | mentions}


def _by_day(connection: Connection, source: Spoken | Named, count: ColumnElement[int]) -> Counter[int]:
    wanted = select(source.day, count).where(*source.where, source.dated).group_by(source.day)
    return Counter({row[0]: row[1] for row in connection.execute(wanted)})


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
