"""Several selections side by side: each actor, or each period, is a selection of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select, union_all

from bayan.queries.actor_rows import Series, Shares, SidePoint
from bayan.queries.counting import named, spoken
from bayan.queries.facets import count_acts, count_outlets, count_topics, list_values, name_values
from bayan.queries.filters import SECONDS, Conditions, Filters, read_filters
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
    said = _count_each(connection, chosen, _said_by_month)
    said = {at: counts for at, counts in said.items() if len(counts) > SURELY_MONTHS}
    named_then = _count_each(connection, {at: asked[at] for at in said}, _named_by_month)
    rest = {at: filters for at, filters in enumerate(asked) if at not in said}
    by_day = _count_each(connection, rest, _said_by_day)
    named_by_day = _count_each(connection, rest, _named_by_day)
    return [
        _by_first_day(said[at], named_then[at]) if at in said else _together(by_day[at], named_by_day[at])
        for at in range(len(asked))
    ]


class _Source(NamedTuple):
    """Where to count: who speaks or is named, the day or whatever stands for it, how to count, and the conditions."""

    actor: ColumnElement[int]
    day: ColumnElement[int]
    counted: ColumnElement[int]
    where: Conditions


def _said_by_month(filters: Filters) -> _Source | None:
    found = speakers_by_month(filters, by_act=False)
    return None if found is None else _Source(found.speaker, found.day, found.count, [*found.where, found.dated])


def _named_by_month(filters: Filters) -> _Source:
    found = mentions_by_month(filters)
    return _Source(found.actor, found.day, found.mentions, [*found.where, found.dated])


def _said_by_day(filters: Filters) -> _Source:
    found = spoken(filters)
    return _Source(found.speaker, found.day, found.count, [*found.where, found.dated])


def _named_by_day(filters: Filters) -> _Source:
    found = named(filters)
    return _Source(found.actor, found.day, found.mentions, [*found.where, found.dated])


def _count_each(
    connection: Connection, asked: Mapping[int, Filters], source_of: Callable[[Filters], _Source | None]
) -> dict[int, Counter[int]]:
    """Counts by day, or whatever stands for it, of several selections by their places; of those without a source
    none."""
    places: dict[tuple[int, int], list[int]] = {}
    parts = []
    for number, (filters, by_actor) in enumerate(_put_together(asked)):
        source = source_of(filters)
        if source is None:
            continue
        places |= {(number, actor): some for actor, some in by_actor.items()}
        alone = list(by_actor) == [codes.ALL]
        keys = [dialects.constant(codes.ALL) if alone else source.actor, source.day]
        columns = [dialects.constant(number).label("number"), keys[0].label("actor"), keys[1].label("day")]
        counted = select(*columns, source.counted.label("n")).where(*source.where)
        parts.append(counted.group_by(*keys[alone:]))
    found: dict[int, Counter[int]] = {at: Counter() for some in places.values() for at in some}
    if parts:
        columns_read = dialects.read_columns(connection, select(union_all(*parts).subquery()))
        for number, actor, day, count in zip(*(column.tolist() for column in columns_read), strict=True):
            for at in places[number, actor]:
                found[at][day] = count
    return found


def _put_together(asked: Mapping[int, Filters]) -> Iterator[tuple[Filters, dict[int, list[int]]]]:
    """The selections, those of one actor each that are else the same in one: with the places of each actor, or of all
    that is selected."""
    alike: dict[Filters, dict[int, list[int]]] = {}
    for at, filters in asked.items():
        beside = filters.without("actors")
        if filters.actors is None or len(filters.actors) != 1 or filters.originals or not beside.by_publication:
            yield filters, {codes.ALL: [at]}
        else:
            alike.setdefault(beside, {}).setdefault(filters.actors[0], []).append(at)
    for beside, by_actor in alike.items():
        yield beside.of(list(by_actor)), by_actor


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
