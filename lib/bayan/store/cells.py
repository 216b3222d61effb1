"""What ``st_by`` counts: the statements that one value of a filter selects, by the values of a facet and by time.

So the choices beside a selection of one filter are read, not counted. A row is (filter, its value, facet, span, value
of the facet). The span is a day (``day_number``), but for speakers, who are many: there it is a month (as in
``calendar``) or a year (negative), 0 where there is no day. Statements of nobody known by name count for no speaker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

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
Key = TypeVar("Key")
Cell = tuple[int, int, int, int, int]
Counted = Select[*tuple[Any, ...]]


@lru_cache(maxsize=10_000)
def spans_of(day: int) -> tuple[int, ...]:
    """The month and the year of a day."""
    if day == NO_DAY:
        return (NO_DAY,)
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1, -found.year


@dataclass(slots=True)
class Cells:
    """How many statements each cell counts: those whose day is assumed, and the others."""

    assumed: Counter[Cell] = field(default_factory=Counter)
    told: Counter[Cell] = field(default_factory=Counter)


def count_keys(counter: Counter[Key], keys: Iterable[Key] | Mapping[Key, int], sign: int) -> None:
    """Count each key once, or as often as a mapping says; with -1 take it away. All at once is several times faster
    than one by one."""
    if sign > 0:
        counter.update(keys)
    else:
        counter.subtract(keys)


def count_cells(cells: Cells, article: ArticleRows, sign: int) -> None:
    """Count the statements of an article, or with -1 take them away."""
    topics: dict[int, list[tuple[int, int]]] = {}
    for key, topic in article.rows["statement_topic"]:
        topics.setdefault(key, []).append((TOPIC, topic))
    assumed: list[Cell] = []
    told: list[Cell] = []
    for row in article.rows["statement"]:
        (assumed if row[_BASIS] == ASSUMED else told).extend(_cells_of(row, topics.get(row[_KEY], ())))
    count_keys(cells.assumed, assumed, sign)
    count_keys(cells.told, told, sign)


def _cells_of(row: Row, topics: Iterable[tuple[int, int]]) -> list[Cell]:
    day, speaker = row[_DAY], row[_SPEAKER]
    values = ((ACT, row[_ACT]), (OUTLET, row[_OUTLET]), (KIND, row[_KIND]), *topics)
    cells = [(by, of, facet, day, value) for by, of in values for facet, value in values if facet != by]
    cells += [(EVERYTHING, ALL, facet, day, value) for facet, value in values[1:]]
    if speaker is not None:
        cells += [(SPEAKER, speaker, facet, day, value) for facet, value in values[1:]]
        filters = ((EVERYTHING, ALL), (OUTLET, row[_OUTLET]), (ACT, row[_ACT]))
        cells += [(by, of, SPEAKER, span, speaker) for span in spans_of(day) for by, of in filters]
    return cells


def list_cells(cells: Cells) -> list[tuple[int, ...]]:
    """The rows of a difference."""
    found = [(cell, cells.assumed.get(cell, 0)) for cell in sorted(cells.assumed.keys() | cells.told.keys())]
    counted = ((cell, assumed + cells.told.get(cell, 0), assumed) for cell, assumed in found)
    return [(*cell, n, assumed) for cell, n, assumed in counted if n or assumed]


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
