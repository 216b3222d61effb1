"""What ``st_by`` and ``st_span`` count: the statements that one value of a filter selects, by the values of a facet and
by time.

So the choices beside a selection of one filter are read, not counted. A row of ``st_by`` is (filter, its value, facet,
span, value of the facet). The span is a day (``day_number``), but for speakers, who are many: there it is a month (as
in ``calendar``) or a year (negative), 0 where there is no day. What one speaker said is in ``st_span``, whose rows are
(span, speaker, facet, value). Statements of nobody known by name count for no speaker.
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
from bayan.store.codes import ACT, ALL, BASES, EVERYTHING, FACETS, KIND, OUTLET, SPEAKER, SPEAKER_FACETS, TOPIC
from bayan.store.dialects import constant
from bayan.store.keys import MONTHS_A_QUARTER, NO_DAY

ASSUMED = BASES.number("assumed")
_KEY, _SPEAKER, _OUTLET, _DAY, _BASIS, _ACT, _KIND = (
    place("statement", name) for name in ("id", "actor_id", "outlet_id", "day", "basis", "act", "kind")
)
Cell = tuple[int, ...]
"""The key of a row of a rollup."""
Counted = Select[*tuple[Any, ...]]


@lru_cache(maxsize=10_000)
def spans_of(day: int) -> tuple[int, ...]:
    """The month and the year of a day."""
    if day == NO_DAY:
        return (NO_DAY,)
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1, -found.year


def quarter_of(day: int) -> int:
    """The quarter of a day."""
    return spans_of(day)[0] // MONTHS_A_QUARTER


class Tally:
    """Keys of a rollup that are counted, and two counts of each.

    They are listed first: to count many at once is several times faster than one by one.
    """

    def __init__(self) -> None:
        self._listed: dict[tuple[int, int], list[Cell]] = {(at, sign): [] for at in (0, 1) for sign in (1, -1)}

    def list_for(self, at: int, sign: int) -> list[Cell]:
        """The keys that are counted once more, or with -1 once less, in the first or the second count."""
        return self._listed[at, sign]

    def count(self) -> list[tuple[int, ...]]:
        """The rows of the difference, in the order of their keys: key and both counts."""
        first, second = (self._count(at) for at in (0, 1))
        found = sorted(first.keys() | second.keys())
        counted = ((key, first.get(key, 0), second.get(key, 0)) for key in found)
        return [(*key, one, other) for key, one, other in counted if one or other]

    def _count(self, at: int) -> Counter[Cell]:
        counts = Counter(self._listed[at, 1])
        if self._listed[at, -1]:
            counts.subtract(self._listed[at, -1])
        return counts


class Cells:
    """How many statements each cell of ``st_day``, ``st_span`` and ``st_by`` counts, all and those whose day is
    assumed."""

    def __init__(self) -> None:
        self._tallies = Tally(), Tally(), Tally()

    def add(self, article: ArticleRows, sign: int) -> None:
        """Count the statements of an article, or with -1 take them away."""
        topics: dict[int, list[tuple[int, int]]] = {}
        for key, topic in article.rows["statement_topic"]:
            topics.setdefault(key, []).append((TOPIC, topic))
        told, assumed = ([tally.list_for(at, sign) for tally in self._tallies] for at in (0, 1))
        for row in article.rows["statement"]:
            _find_cells(row, topics.get(row[_KEY], ()), *(assumed if row[_BASIS] == ASSUMED else told))

    def count(self) -> Iterator[list[tuple[int, ...]]]:
        """The rows of the differences, table by table."""
        for tally in self._tallies:
            yield [(*row[:-2], row[-2] + row[-1], row[-1]) for row in tally.count()]


def _find_cells(
    row: Row, topics: Iterable[tuple[int, int]], days: list[Cell], spans: list[Cell], cells: list[Cell]
) -> None:
    """Note the cells of all three tables that count a statement."""
    day, act, speaker = row[_DAY], row[_ACT], row[_SPEAKER]
    quarter = quarter_of(day)
    days.append((quarter, ALL, day, act))
    values = ((ACT, act), (OUTLET, row[_OUTLET]), (KIND, row[_KIND]), *topics)
    cells += [(by, of, facet, day, value) for by, of in values for facet, value in values if facet != by]
    cells += [(EVERYTHING, ALL, facet, day, value) for facet, value in values[1:]]
    if speaker is not None:
        days.append((quarter, speaker, day, act))
        filters = ((EVERYTHING, ALL), (OUTLET, row[_OUTLET]), (ACT, act))
        for span in spans_of(day):
            cells += [(by, of, SPEAKER, span, speaker) for by, of in filters]
            spans += [(span, speaker, facet, value) for facet, value in values[1:]]


def counted_spans() -> Counted:
    """The query that counts all of ``st_span`` from the rows."""
    parts = [_count_facet(SPEAKER, facet, years=years) for facet in SPEAKER_FACETS for years in (False, True)]
    told = union_all(*parts).subquery()
    return select(told.c.span, told.c.of_id, told.c.facet, told.c.value, told.c.n, told.c.assumed)


def counted_cells() -> Counted:
    """The query that counts all of ``st_by`` from the rows."""
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
    if SPEAKER in (by, facet):
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
