"""What ``st_by`` counts: the statements that one value of a filter selects, by the values of a facet and by time.

So the choices beside a selection of one filter are read, not counted. A row is (filter, its value, facet, span, value
of the facet). The span is a day (``day_number``), but for speakers, who are many: there it is a month (as in
``calendar``) or a year (negative), 0 where there is no day. Statements of nobody known by name count for no speaker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select, union_all

import bayan.store.tables as tables
from bayan.store.article_rows import ArticleRows, Row, place
from bayan.store.codes import ACT, ALL, BASES, EVERYTHING, FACETS, KIND, OUTLET, SPEAKER, TOPIC
from bayan.store.dialects import constant
from bayan.store.keys import NO_DAY

ASSUMED = BASES.number("assumed")
_KEY, _SPEAKER, _OUTLET, _DAY, _BASIS, _ACT, _KIND = (
    place("statement", name) for name in ("id", "actor_id", "outlet_id", "day", "basis", "act", "kind")
)
_ONE = 1 << 32
"""A statement is counted as this, and as one more where its day is assumed: two sums in one number."""
Cell = tuple[int, int, int, int, int]
Counted = Select[*tuple[Any, ...]]


@lru_cache(maxsize=10_000)
def spans_of(day: int) -> tuple[int, ...]:
    """The month and the year of a day."""
    if day == NO_DAY:
        return (NO_DAY,)
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1, -found.year


def count_cells(cells: Counter[Cell], article: ArticleRows, sign: int) -> None:
    """Count the statements of an article, or with -1 take them away."""
    topics: dict[int, list[tuple[int, int]]] = {}
    for key, topic in article.rows["statement_topic"]:
        topics.setdefault(key, []).append((TOPIC, topic))
    for row in article.rows["statement"]:
        weight = sign * (_ONE + (row[_BASIS] == ASSUMED))
        for cell in _cells_of(row, topics.get(row[_KEY], ())):
            cells[cell] += weight


def _cells_of(row: Row, topics: Iterable[tuple[int, int]]) -> Iterator[Cell]:
    day, speaker = row[_DAY], row[_SPEAKER]
    values = ((ACT, row[_ACT]), (OUTLET, row[_OUTLET]), (KIND, row[_KIND]), *topics)
    for by, of in values:
        for facet, value in values:
            if facet != by:
                yield by, of, facet, day, value
    for facet, value in values[1:]:
        yield EVERYTHING, ALL, facet, day, value
    if speaker is not None:
        for facet, value in values[1:]:
            yield SPEAKER, speaker, facet, day, value
        for span in spans_of(day):
            yield EVERYTHING, ALL, SPEAKER, span, speaker
            yield OUTLET, row[_OUTLET], SPEAKER, span, speaker
            yield ACT, row[_ACT], SPEAKER, span, speaker


def list_cells(cells: Counter[Cell]) -> list[tuple[int, ...]]:
    """The rows of a difference."""
    found = ((cell, (weight + _ONE // 2) // _ONE, weight) for cell, weight in sorted(cells.items()) if weight)
    return [(*cell, n, weight - n * _ONE) for cell, n, weight in found]


def counted_cells() -> Counted:
    """The query that counts all of them from the rows."""
    parts = [_count_facet(by, facet) for by, facets in FACETS.items() for facet in facets]
    parts += [_count_facet(by, SPEAKER, years=True) for by, facets in FACETS.items() if SPEAKER in facets]
    return select(union_all(*parts).subquery())


def _count_facet(by: int, facet: int, *, years: bool = False) -> Counted:
    statement, month = tables.statement, tables.calendar.c.month
    columns: dict[int, ColumnElement[int]] = {
        EVERYTHING: literal(ALL),
        SPEAKER: statement.c.actor_id,
        OUTLET: statement.c.outlet_id,
        ACT: statement.c.act,
        KIND: statement.c.kind,
        TOPIC: tables.statement_topic.c.topic_id,
    }
    source: Any = statement
    span: ColumnElement[int] = statement.c.day
    if TOPIC in (by, facet):
        source = source.join(tables.statement_topic, tables.statement_topic.c.statement_id == statement.c.id)
    if facet == SPEAKER:
        source = source.outerjoin(tables.calendar, tables.calendar.c.day == statement.c.day)
        span = -(month // constant(12)) if years else func.coalesce(month, constant(NO_DAY))
    assumed = func.sum(case((statement.c.basis == ASSUMED, 1), else_=0))
    rows = select(
        constant(by).label("by_id"), columns[by].label("of_id"), constant(facet).label("facet"), span.label("span"),
        columns[facet].label("value"), func.count().label("n"), assumed.label("assumed"),
    ).select_from(source)  # fmt: skip
    keys = [*([] if by == EVERYTHING else [columns[by]]), span, columns[facet]]
    if SPEAKER in (by, facet):
        rows = rows.where(statement.c.actor_id.is_not(None))
    if years:
        rows = rows.where(month.is_not(None))
    return rows.group_by(*keys)
