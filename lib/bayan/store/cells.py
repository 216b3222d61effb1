"""What ``st_by`` and ``st_span`` count: the statements that one value of a filter selects, by the values of a facet and
by time.

So the choices beside a selection of one filter are read, not counted. A row of ``st_by`` is (filter, its value, facet,
span, value of the facet). The span is a day (``day_number``), but for speakers, who are many: there it is a month (as
in ``calendar``) or a year (negative), 0 where there is no day. What one speaker said is in ``st_span``, whose rows are
(span, speaker, facet, value). Statements of nobody known by name count for no speaker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Select, case, func, literal, select, union_all

import bayan.store.tables as tables
from bayan.store.article_rows import ARTICLE_OF, ArticleRows, place
from bayan.store.codes import (
    ACT,
    ACT_OF_SPAN,
    ALL,
    BASES,
    DIPLOMATIC,
    EVERYTHING,
    FACETS,
    KIND,
    NAMED,
    ORIGINAL,
    OUTLET,
    SIDE,
    SPEAKER,
    SPEAKER_FACETS,
    TOPIC,
    is_by_span,
)
from bayan.store.dialects import constant
from bayan.store.keys import MONTHS_A_QUARTER, NO_DAY

ASSUMED = BASES.number("assumed")
_KEY, _SPEAKER, _OUTLET, _DAY, _BASIS, _ACT, _KIND, _DIPLOMATIC = (
    place("statement", name) for name in ("id", "actor_id", "outlet_id", "day", "basis", "act", "kind", "diplomatic")
)
_SPEAKER_OF_CELL = 4
"""The place of the speaker in what ``Cells`` holds of a statement."""
Numbers = NDArray[np.int64]
Counted = Select[*tuple[Any, ...]]


@lru_cache(maxsize=10_000)
def spans_of(day: int) -> tuple[int, ...]:
    """The month and the year of a day."""
    if day == NO_DAY:
        return (NO_DAY,)
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1, -found.year


def add_up(columns: Sequence[Numbers], first: Numbers, second: Numbers) -> list[tuple[int, ...]]:
    """The rows of a difference, in the order of their keys: key and both counts, where one of these is not nothing."""
    if not len(first):
        return []
    order = np.lexsort(tuple(reversed(columns)))
    keys = np.stack(columns)[:, order]
    begins = np.flatnonzero(np.concatenate(([True], (keys[:, 1:] != keys[:, :-1]).any(axis=0))))
    sums = np.stack([np.add.reduceat(count[order], begins) for count in (first, second)])
    found = np.concatenate((keys[:, begins], sums))[:, sums.any(axis=0)]
    return list(zip(*found.tolist(), strict=True))


def constant_column(value: int, like: Numbers) -> Numbers:
    """A column of one number, as long as another."""
    return np.full_like(like, value)


class Spans:
    """A column of days, with the quarter, month and year of each; of what has no day these are 0."""

    def __init__(self, days: Numbers) -> None:
        used, at = np.unique(days, return_inverse=True)
        spans = [spans_of(day) for day in used.tolist()]
        self.month = _numbers([span[0] for span in spans])[at]
        self.year = _numbers([span[-1] for span in spans])[at]
        self.quarter = self.month // MONTHS_A_QUARTER
        self.dated = np.flatnonzero(days != NO_DAY)

    def parts(self, only: Numbers) -> tuple[tuple[Numbers, Numbers], ...]:
        """The columns of months and of years, each with those of some rows that have one."""
        return (self.month, only), (self.year, np.intersect1d(only, self.dated))


class Cells:
    """How many statements each cell of ``st_day``, ``st_span`` and ``st_by`` counts, all and those whose day is
    assumed. They are added up at once as columns of numbers, which is ten times as fast as one by one."""

    def __init__(self) -> None:
        self._statements: list[tuple[int, ...]] = []
        self._topics: list[tuple[int, int]] = []

    def add(self, article: ArticleRows, sign: int, *, original: bool) -> None:
        """Count the statements of an article, or with -1 take them away; an ``original`` is no near copy."""
        self._add(article, sign, sign * original)

    def turn(self, article: ArticleRows, sign: int) -> None:
        """Count the statements of an article that is no near copy any more; with -1 of one that has become one."""
        self._add(article, 0, sign)

    def _add(self, article: ArticleRows, sign: int, sign_of_original: int) -> None:
        rows = article.rows["statement"]
        at = {row[_KEY]: number for number, row in enumerate(rows, len(self._statements))}
        self._statements += [
            (
                row[_DAY],
                row[_ACT],
                row[_OUTLET],
                row[_KIND],
                row[_SPEAKER] or ALL,
                row[_DIPLOMATIC],
                row[_BASIS] == ASSUMED,
                sign,
                sign_of_original,
            )
            for row in rows
        ]
        self._topics += [(at[key], topic) for key, topic in article.rows["statement_topic"]]

    def speakers(self) -> set[int]:
        """The numbers of those who speak."""
        return {row[_SPEAKER_OF_CELL] for row in self._statements} - {ALL}

    def count(self, sides: Mapping[int, Sequence[int]]) -> tuple[list[tuple[int, ...]], ...]:
        """The rows of the differences, table by table; ``sides`` are those on which speakers stand."""
        if not self._statements:
            return [], [], []
        day, act, outlet, kind, speaker, diplomatic, assumed, sign, original = _numbers(self._statements).T
        spans, counts = Spans(day), (sign, assumed * sign)
        named = np.flatnonzero(speaker != ALL)
        both = np.concatenate((np.arange(len(day)), named))
        actor = np.concatenate((constant_column(ALL, day), speaker[named]))
        by_day = add_up([spans.quarter[both], actor, day[both], act[both]], *(count[both] for count in counts))
        every = constant_column(ALL, day)
        columns = {EVERYTHING: every, ACT: act, ACT_OF_SPAN: act, OUTLET: outlet, KIND: kind, SPEAKER: speaker}
        columns |= {DIPLOMATIC: every, ORIGINAL: every, NAMED: every}
        on_sides = [(at, side) for at in named.tolist() for side in sides.get(int(speaker[at]), ())]
        several = {TOPIC: _pairs(self._topics), SIDE: _pairs(on_sides)}
        inside = {DIPLOMATIC: diplomatic != 0, ORIGINAL: original != 0, NAMED: speaker != ALL}
        tallies = {ORIGINAL: (original, assumed * original)}

        def count(by: int, facet: int, span: Numbers, only: Numbers) -> list[tuple[int, ...]]:
            """The rows (value of the filter, span, value of the facet) with counts, of some statements."""
            only = only[inside[by][only]] if by in inside else only
            rows, values = only, dict(columns)
            for name in {by, facet} & several.keys():
                listed, value = several[name]
                at = np.flatnonzero(np.isin(listed, only))
                rows, values[name] = listed[at], value[at]
            of, value = (values[name] if name in several else values[name][rows] for name in (by, facet))
            return add_up([of, span[rows], value], *(count[rows] for count in tallies.get(by, counts)))

        whole = np.arange(len(day))
        by_span = [
            (span, of, facet, *rest)
            for facet in SPEAKER_FACETS
            for column, only in spans.parts(named)
            for of, span, *rest in count(SPEAKER, facet, column, only)
        ]
        cells = [
            (by, of, facet, *rest)
            for by, facets in FACETS.items()
            for facet in facets
            for column, only in (
                spans.parts(named if facet == SPEAKER else whole) if is_by_span(by, facet) else ((day, whole),)
            )
            for of, *rest in count(by, facet, column, only)
        ]
        return by_day, sorted(by_span), sorted(cells)


def _pairs(listed: Sequence[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    """Statements with one of several values that they have, as two columns."""
    rows, values = _numbers(listed or [(0, 0)]).T[:, : len(listed)]
    return rows, values


def _numbers(values: Sequence[Any]) -> Numbers:
    return np.array(values, np.int64)


def counted_spans() -> Counted:
    """The query that counts all of ``st_span`` from the rows."""
    parts = [_count_facet(SPEAKER, facet, years=years) for facet in SPEAKER_FACETS for years in (False, True)]
    told = union_all(*parts).subquery()
    return select(told.c.span, told.c.of_id, told.c.facet, told.c.value, told.c.n, told.c.assumed)


def counted_cells() -> Counted:
    """The query that counts all of ``st_by`` from the rows."""
    asked = [(by, facet) for by, facets in FACETS.items() for facet in facets]
    parts = [_count_facet(by, facet) for by, facet in asked]
    parts += [_count_facet(by, facet, years=True) for by, facet in asked if is_by_span(by, facet)]
    return select(union_all(*parts).subquery())


def _count_facet(by: int, facet: int, *, years: bool = False) -> Counted:
    statement, month, side = tables.statement, tables.calendar.c.month, tables.sides()
    columns: dict[int, ColumnElement[int]] = {
        **dict.fromkeys((EVERYTHING, DIPLOMATIC, ORIGINAL, NAMED), literal(ALL)),
        **dict.fromkeys((ACT, ACT_OF_SPAN), statement.c.act),
        SPEAKER: statement.c.actor_id,
        OUTLET: statement.c.outlet_id,
        KIND: statement.c.kind,
        TOPIC: tables.statement_topic.c.topic_id,
        SIDE: side.c.lane,
    }
    source: Any = statement
    span: ColumnElement[int] = statement.c.day
    if TOPIC in (by, facet):
        source = source.join(tables.statement_topic, tables.statement_topic.c.statement_id == statement.c.id)
    if facet == SIDE:
        source = source.join(side, side.c.actor_id == statement.c.actor_id)
    if by == SPEAKER or is_by_span(by, facet):
        source = source.outerjoin(tables.calendar, tables.calendar.c.day == statement.c.day)
        span = -(month // constant(12)) if years else func.coalesce(month, constant(NO_DAY))
    assumed = func.sum(case((statement.c.basis == ASSUMED, 1), else_=0))
    rows = select(
        constant(by).label("by_id"), columns[by].label("of_id"), constant(facet).label("facet"), span.label("span"),
        columns[facet].label("value"), func.count().label("n"), assumed.label("assumed"),
    ).select_from(source)  # fmt: skip
    keys = [*([] if by in (EVERYTHING, DIPLOMATIC, ORIGINAL, NAMED) else [columns[by]]), span, columns[facet]]
    if by == DIPLOMATIC:
        rows = rows.where(statement.c.diplomatic)
    if by == ORIGINAL:
        rows = rows.where(ARTICLE_OF.not_in(select(tables.wire.c.article_id).where(tables.is_copy)))
    if by == NAMED or SPEAKER in (by, facet):
        rows = rows.where(statement.c.actor_id.is_not(None))
    if years:
        rows = rows.where(month.is_not(None))
    return rows.group_by(*keys)
