"""Several selections side by side: each actor, or each period, is a selection of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import ColumnElement, Connection, func, select

from bayan.queries.actor_rows import Series, Shares, SidePoint
from bayan.queries.counting import Named, Spoken, named, spoken
from bayan.queries.facets import count_topics, count_values, list_values, name_values
from bayan.queries.filters import Filters, asking, read_filters, statements_where
from bayan.queries.periods import STEPS, Step, bucket_of, choose_step, first_day, with_calendar
from bayan.queries.selection import Selection
from bayan.store import Store, codes, tables


def series(store: Store, sides: Sequence[Selection]) -> Series:
    """Statements by the chosen actors, and mentions of them, over time: one series a selection."""
    with _asking_each(store, sides) as (connection, asked):
        sources = [(spoken(filters), named(filters)) for filters in asked]
        steps = {_choose_step(connection, *both) for both in sources}
        step = next((step for step in reversed(STEPS) if step in steps), STEPS[0])
        found = tuple(tuple(_points(connection, step, *both)) for both in sources)
    return Series(step, found)


def shares(store: Store, sides: Sequence[Selection]) -> tuple[Shares, ...]:
    """Acts, topics and outlets of each selection with their counts, and how often its actors are mentioned."""
    with _asking_each(store, sides) as (connection, asked):
        return tuple(_shares(connection, filters) for filters in asked)


@contextmanager
def _asking_each(store: Store, sides: Sequence[Selection]) -> Iterator[tuple[Connection, list[Filters]]]:
    """One view of the store for all: the limit of time is that of the first, for all search the same words."""
    with asking(store, sides[0] if sides else Selection()) as (connection, _):
        yield connection, [read_filters(connection, side) for side in sides]


def _choose_step(connection: Connection, said: Spoken, mentioned: Named) -> Step:
    edges = [
        edge
        for source in (said, mentioned)
        for edge in connection.execute(
            select(func.min(source.day), func.max(source.day)).where(*source.where, source.dated)
        ).one()
        if edge is not None
    ]
    return choose_step(min(edges, default=None), max(edges, default=None))


def _points(connection: Connection, step: Step, said: Spoken, mentioned: Named) -> Iterator[SidePoint]:
    statements = _by_bucket(connection, step, said, said.count)
    mentions = _by_bucket(connection, step, mentioned, mentioned.mentions)
    for bucket in sorted(statements | mentions):
        yield SidePoint(first_day(step, bucket), statements[bucket], mentions[bucket])


def _by_bucket(connection: Connection, step: Step, source: Spoken | Named, count: ColumnElement[int]) -> Counter[int]:
    bucket = bucket_of(step, source.day)
    wanted = select(bucket, count).where(*source.where, source.dated).group_by(bucket)
    rows = connection.execute(with_calendar(wanted, step, source.day))
    return Counter({row[0]: row[1] for row in rows})


def _shares(connection: Connection, filters: Filters) -> Shares:
    said, mentioned = spoken(filters), named(filters)
    rows = connection.execute(select(said.act, said.count).where(*said.where).group_by(said.act))
    acts = {row[0]: row[1] for row in rows}
    topics = count_topics(connection, filters)
    outlets = count_values(connection, tables.statement.c.outlet_id, statements_where(filters))
    return Shares(
        statements=sum(acts.values()),
        mentions=connection.execute(select(mentioned.mentions).where(*mentioned.where)).scalar_one(),
        acts=list_values(acts, dict(enumerate(codes.ACTS.words, 1))),
        topics=list_values(topics, name_values(connection, tables.topic.c.name, topics)),
        outlets=list_values(outlets, name_values(connection, tables.outlet.c.name, outlets)),
    )
