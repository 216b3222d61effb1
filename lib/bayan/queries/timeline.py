"""Lanes of speakers with their statements over time, counted in the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, case, func, select

from bayan.queries.counting import count_statements, spoken
from bayan.queries.filters import Conditions, Filters, asking, is_dated, statement_day, statements_where
from bayan.queries.periods import STEPS, Step, bucket_of, choose_step, first_day, with_calendar
from bayan.queries.rows import Lane, Timeline, TimelinePoint
from bayan.queries.selection import Selection
from bayan.queries.statement_rows import uids_of
from bayan.store import Store, codes, dialects, tables

MOST_POINTS = 2_000
"""What a browser draws at once without effort. Beyond it the step grows, then lanes go."""
_ASSUMED = dialects.constant(codes.BASES.number("assumed"))
_statement, _actor = tables.statement, tables.actor


def timeline(store: Store, selection: Selection, *, lanes: int = 12) -> Timeline:
    """The speakers with most dated statements, and these by bucket, act, kind and basis of the day."""
    with asking(store, selection) as (connection, filters):
        speakers = _find_lanes(connection, filters, lanes)
        step, found = _find_points(connection, filters.of(list(speakers)))
        kept = _fitting(speakers, found)
        shown = [row for row in found if row.actor_id in kept]
        uids = uids_of(connection, [row.one for row in shown if row.n == 1])
        everything = count_statements(connection, filters)
    points = tuple(_point(row, step, speakers, uids) for row in shown)
    drawn = tuple(speakers[number] for number in kept)
    return Timeline(step, drawn, points, left_out=everything - sum(lane.count for lane in drawn))


def _find_lanes(connection: Connection, filters: Filters, limit: int) -> dict[int, Lane]:
    source = spoken(filters, by_speaker=True)
    count = source.count.label("n")
    top = (
        select(source.speaker.label("speaker"), count)
        .where(*source.where, source.dated)
        .group_by(source.speaker)
        .order_by(count.desc(), source.speaker)
        .limit(limit)
        .subquery()
    )
    rows = connection.execute(
        select(_actor.c.id, _actor.c.key, _actor.c.name_ar, _actor.c.name_en, _actor.c.kind, top.c.n)
        .join_from(top, _actor, _actor.c.id == top.c.speaker)
        .order_by(top.c.n.desc(), top.c.speaker)
    )
    return {row.id: Lane(row.key, row.name_ar, row.name_en, codes.SPEAKER_KINDS.word(row.kind), row.n) for row in rows}


def _find_points(connection: Connection, filters: Filters) -> tuple[Step, Sequence[Row[Any]]]:
    """The points in the finest step that is fine for the span and does not give too many."""
    where = [*statements_where(filters), is_dated(filters)]
    day = statement_day(filters)
    first, last = connection.execute(select(func.min(day), func.max(day)).where(*where)).one()
    step = choose_step(first, last)
    found = _read_points(connection, filters, step, where)
    while len(found) > MOST_POINTS and step != STEPS[-1]:
        step = STEPS[STEPS.index(step) + 1]
        found = _read_points(connection, filters, step, where)
    return step, found


def _read_points(connection: Connection, filters: Filters, step: Step, where: Conditions) -> Sequence[Row[Any]]:
    day = statement_day(filters)
    assumed = case((_statement.c.basis == _ASSUMED, dialects.constant(1)), else_=dialects.constant(0)).label("assumed")
    cell = (_statement.c.actor_id, bucket_of(step, day).label("bucket"), _statement.c.act, _statement.c.kind, assumed)
    wanted = select(*cell, func.count().label("n"), func.min(_statement.c.id).label("one")).where(*where)
    return connection.execute(with_calendar(wanted.group_by(*cell).order_by(*cell), step, day)).all()


def _fitting(speakers: Mapping[int, Lane], found: Sequence[Row[Any]]) -> list[int]:
    """The first lanes whose points can be drawn together, one at least."""
    points = Counter(row.actor_id for row in found)
    kept: list[int] = []
    total = 0
    for number in speakers:
        total += points[number]
        if kept and total > MOST_POINTS:
            break
        kept.append(number)
    return kept


def _point(row: Row[Any], step: Step, speakers: Mapping[int, Lane], uids: Mapping[int, str]) -> TimelinePoint:
    return TimelinePoint(
        speaker_key=speakers[row.actor_id].speaker_key,
        bucket=first_day(step, row.bucket),
        act=codes.ACTS.word(row.act),
        kind=codes.KINDS.word(row.kind),
        assumed=bool(row.assumed),
        count=row.n,
        statement_id=uids[row.one] if row.n == 1 else None,
    )
