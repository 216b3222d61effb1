"""Rollups: counts kept beside the rows, for questions that would else walk over all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Table, case, func, literal, select, union_all

import bayan.store.dialects as dialects
import bayan.store.tables as tables
from bayan.store.article_rows import ArticleRows, place
from bayan.store.cells import (
    ASSUMED,
    Cells,
    Spans,
    add_up,
    constant_column,
    counted_cells,
    counted_spans,
)
from bayan.store.codes import ACT, ACTS, ALL, ORIGINALS, SIDE, SPEAKER
from bayan.store.keys import MONTHS_A_QUARTER, NO_DAY
from bayan.store.topic_sets import TopicSets, counted_sets

COUNT_RULES = 5
"""Whoever changes what a rollup counts raises this, and every store counts anew."""
_PUBLISHED, _OUTLET = place("article", "day"), place("article", "outlet_id")
_NAMED, _TIMES, _DAY = place("actor_article", "actor_id"), place("actor_article", "n"), place("statement", "day")


class Counts:
    """What the rollups count: the difference between two states of some articles."""

    def __init__(self) -> None:
        self._cells, self._sets = Cells(), TopicSets()
        self._named: list[tuple[int, ...]] = []
        """Day and outlet of an article, an actor or ``ALL`` or ``ORIGINALS``, how often it is named there, the sign."""
        self._days: set[int] = set()

    def add(self, article: ArticleRows, sign: int, *, original: bool) -> None:
        """Count the rows of one article, or with -1 take them away; an ``original`` is no near copy."""
        self._cells.add(article, sign, original=original)
        self._sets.add(article, sign)
        self._days.add(article.rows["article"][0][_PUBLISHED])
        self._days.update(row[_DAY] for row in article.rows["statement"])
        named = [(row[_NAMED], row[_TIMES]) for row in article.rows["actor_article"]]
        whole = sum(times for _, times in named)
        named += [(ALL, whole), *([(ORIGINALS, whole)] if original else [])]
        self._add_named(article, named, sign)

    def turn(self, article: ArticleRows, sign: int) -> None:
        """Count the rows of an article that is no near copy any more; with -1 of one that has become one."""
        self._cells.turn(article, sign)
        whole = sum(row[_TIMES] for row in article.rows["actor_article"])
        self._add_named(article, [(ORIGINALS, whole)], sign)

    def _add_named(self, article: ArticleRows, named: Iterable[tuple[int, int]], sign: int) -> None:
        """Count actors that an article names, with how often it does."""
        day, outlet = (article.rows["article"][0][at] for at in (_PUBLISHED, _OUTLET))
        self._named += [(day, outlet, actor, times, sign) for actor, times in named]

    def write(self, connection: Connection) -> None:
        """Add the difference to the rollups."""
        days, spans, cells = self._cells.count(_read_sides(connection, self._cells.speakers()))
        named, named_by_span = self._count_named()
        dialects.add_counts(connection, tables.st_day, days)
        dialects.add_counts(connection, tables.st_span, spans)
        dialects.add_counts(connection, tables.st_by, cells)
        dialects.add_counts(connection, tables.st_topics, self._sets.count())
        dialects.add_counts(connection, tables.men_day, named)
        dialects.add_counts(connection, tables.men_span, named_by_span)
        actors: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        for _, speaker, _, _, n, _ in days:
            actors[speaker][0] += n
        for _, actor, _, _, n in named:
            actors[actor][1] += n
        for several in (ALL, ORIGINALS):
            actors.pop(several, None)
        counts = [(actor, said, names) for actor, (said, names) in sorted(actors.items())]
        dialects.add_to_actors(connection, counts)
        dialects.insert(connection, tables.calendar, _calendar_rows(self._days), known="skip")

    def _count_named(self) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
        """The rows of ``men_day`` and of ``men_span``."""
        day, outlet, actor, times, sign = np.array(self._named, np.int64).T
        spans, counts = Spans(day), (sign, times * sign)
        by_span = [
            row
            for of in (constant_column(ALL, day), outlet)
            for span, only in ((spans.month, np.arange(len(day))), (spans.year, spans.dated))
            for row in add_up([of[only], span[only], actor[only]], *(count[only] for count in counts))
        ]
        return add_up([spans.quarter, actor, day], *counts), sorted(by_span)


def count_rules(connection: Connection) -> int:
    """The rules behind the rollups, 0 where they have never been counted."""
    state = tables.state
    return connection.execute(select(state.c.value).where(state.c.name == "counts")).scalar() or 0


def rebuild(connection: Connection) -> None:
    """Count all rollups anew from the rows, the calendar first: others need its months."""
    days = union_all(select(tables.article.c.day), select(tables.statement.c.day)).subquery()
    used = set(connection.execute(select(days.c.day).distinct()).scalars())
    connection.execute(tables.calendar.delete())
    dialects.insert(connection, tables.calendar, _calendar_rows(used))
    for table, counted in _counted():
        connection.execute(table.delete())
        connection.execute(table.insert().from_select([column.name for column in table.columns], counted))
    connection.execute(tables.actor.update().values(statements=0, mentions=0))
    counts = sorted(_count_actors(connection).items())
    dialects.add_to_actors(connection, [(actor, *told) for actor, told in counts])
    dialects.insert(connection, tables.state, [("counts", COUNT_RULES)], known="update")


def recount_sides(connection: Connection) -> None:
    """Count what sides say anew, from what speakers say: another one speaks for them, or they are other states."""
    cell, side = tables.st_by.c, tables.sides()
    known = cell.by_id == ACT, cell.of_id.in_(range(1, len(ACTS.words) + 1))
    connection.execute(tables.st_by.delete().where(*known, cell.facet == SIDE))
    keys = cell.by_id, cell.of_id, dialects.constant(SIDE), cell.span, side.c.lane
    told = select(*keys, func.sum(cell.n), func.sum(cell.assumed)).join(side, side.c.actor_id == cell.value)
    counted = told.where(*known, cell.facet == SPEAKER).group_by(cell.by_id, cell.of_id, cell.span, side.c.lane)
    connection.execute(tables.st_by.insert().from_select([column.name for column in cell], counted))


def _read_sides(connection: Connection, speakers: Iterable[int]) -> dict[int, list[int]]:
    """The states on whose side some speakers stand: that which they are, and that for which they speak."""
    side = tables.sides()
    found: dict[int, list[int]] = defaultdict(list)
    wanted = select(side.c.actor_id, side.c.lane).where(dialects.listed(side.c.actor_id, sorted(speakers)))
    for speaker, state in connection.execute(wanted):
        found[speaker].append(state)
    return found


def find_differences(connection: Connection) -> list[str]:
    """The names of the rollups that do not say what the rows say."""
    wrong = [
        table.name
        for table, counted in _counted()
        if any(
            connection.execute(select(literal(1)).select_from(one.except_(other).subquery()).limit(1)).first()
            for one, other in ((select(table), counted), (counted, select(table)))
        )
    ]
    actor = tables.actor
    told = connection.execute(select(actor.c.id, actor.c.statements, actor.c.mentions))
    if {row[0]: (row[1], row[2]) for row in told if row[1] or row[2]} != _count_actors(connection):
        wrong.append(actor.name)
    return wrong


def _counted() -> list[tuple[Table, Any]]:
    """Each rollup with the query that counts it from the rows."""
    statement, calendar = tables.statement, tables.calendar
    assumed = case((statement.c.basis == ASSUMED, 1), else_=0).label("assumed")
    quarter = _quarter().label("quarter")
    cells = select(quarter, statement.c.actor_id, statement.c.day, statement.c.act, assumed)
    everyone = select(quarter, literal(ALL), statement.c.day, statement.c.act, assumed)
    dated = statement.outerjoin(calendar, calendar.c.day == statement.c.day)
    named = statement.c.actor_id.is_not(None)
    both = union_all(cells.select_from(dated).where(named), everyone.select_from(dated)).subquery()
    *keys, assumed_day = both.columns
    st_day = select(*keys, func.count(), func.sum(assumed_day)).group_by(*keys)
    return [
        (tables.st_day, st_day),
        (tables.st_span, counted_spans()),
        (tables.st_by, counted_cells()),
        (tables.st_topics, counted_sets()),
        (tables.men_day, _counted_names(outlets=False)),
        (tables.men_span, _counted_names(outlets=True)),
    ]


def _counted_names(*, outlets: bool) -> Any:
    """Mentions by actor and day, or by outlet, span and actor; in the order of the columns."""
    named, article, month = tables.actor_article, tables.article, tables.calendar.c.month
    by_article = select(named.c.article_id, func.sum(named.c.n).label("n")).group_by(named.c.article_id).subquery()
    each = select(named.c.actor_id, article.c.day, article.c.outlet_id, named.c.n)
    every = article.outerjoin(by_article, by_article.c.article_id == article.c.id)
    copies = select(tables.wire.c.article_id).where(tables.is_copy)
    rows = union_all(
        each.join_from(named, article, article.c.id == named.c.article_id),
        *(
            select(literal(actor), article.c.day, article.c.outlet_id, func.coalesce(by_article.c.n, 0))
            .select_from(every)
            .where(*where)
            for actor, where in ((ALL, []), (ORIGINALS, [article.c.id.not_in(copies)]))
        ),
    ).subquery()
    counts = func.count(), func.sum(rows.c.n)
    dated = rows.outerjoin(tables.calendar, tables.calendar.c.day == rows.c.day)
    if not outlets:
        keys = [_quarter(), rows.c.actor_id, rows.c.day]
        return select(*keys, *counts).select_from(dated).group_by(*keys)
    spans = func.coalesce(month, dialects.constant(NO_DAY)), -(month // dialects.constant(12))
    parts = []
    for outlet in (None, rows.c.outlet_id):
        for years, span in enumerate(spans):
            keys = [*([] if outlet is None else [outlet]), span, rows.c.actor_id]
            part = select(literal(ALL) if outlet is None else outlet, span, rows.c.actor_id, *counts).select_from(dated)
            parts.append((part.where(month.is_not(None)) if years else part).group_by(*keys))
    return select(union_all(*parts).subquery())


def _quarter() -> ColumnElement[int]:
    """The quarter of a day that is joined with the calendar."""
    quarter = tables.calendar.c.month // dialects.constant(MONTHS_A_QUARTER)
    return func.coalesce(quarter, dialects.constant(NO_DAY))


def _count_actors(connection: Connection) -> dict[int, tuple[int, int]]:
    """Statements and mentions of each actor that has any, by the rollups of days."""
    counts: dict[int, tuple[int, int]] = {}
    spoken, named = tables.st_day.c, tables.men_day.c
    for at, (actor, n) in enumerate(((spoken.actor_id, spoken.n), (named.actor_id, named.mentions))):
        for number, total in connection.execute(select(actor, func.sum(n)).where(actor > ALL).group_by(actor)):
            before = counts.get(number, (0, 0))
            counts[number] = (total, before[1]) if at == 0 else (before[0], total)
    return counts


def _calendar_rows(days: Iterable[int]) -> list[tuple[int, int]]:
    """Each day with its month."""
    found = [(day, date.fromordinal(day)) for day in sorted(days) if day != NO_DAY]
    return [(number, day.year * 12 + day.month - 1) for number, day in found]
