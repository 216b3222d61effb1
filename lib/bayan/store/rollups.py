"""Rollups: counts kept beside the rows, for questions that would else walk over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, ScalarSelect, Table, case, func, literal, select, union_all

import bayan.store.dialects as dialects
import bayan.store.tables as tables
from bayan.store.article_rows import ArticleRows, Row, place
from bayan.store.cells import ASSUMED, Cells, count_cells, count_keys, counted_cells, list_cells, spans_of
from bayan.store.codes import ALL
from bayan.store.keys import NO_DAY

COUNT_RULES = 1
"""Whoever changes what a rollup counts raises this, and every store counts anew."""
_PUBLISHED, _OUTLET = place("article", "day"), place("article", "outlet_id")
_NAMED, _TIMES = place("actor_article", "actor_id"), place("actor_article", "n")
_SPEAKER, _DAY, _BASIS, _ACT = (place("statement", name) for name in ("actor_id", "day", "basis", "act"))


@dataclass(slots=True)
class Counts:
    """What the rollups count: the difference between two states of some articles."""

    statements: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    assumed: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    cells: Cells = field(default_factory=Cells)
    articles: Counter[tuple[int, int]] = field(default_factory=Counter)
    mentions: Counter[tuple[int, int]] = field(default_factory=Counter)
    articles_by_span: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    mentions_by_span: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    days: set[int] = field(default_factory=set)

    def add(self, article: ArticleRows, sign: int) -> None:
        """Count the rows of one article, or with -1 take them away."""
        published, outlet = (article.rows["article"][0][at] for at in (_PUBLISHED, _OUTLET))
        self.days.add(published)
        self._add_statements(article.rows["statement"], sign)
        count_cells(self.cells, article, sign)
        named = {row[_NAMED]: row[_TIMES] for row in article.rows["actor_article"]}
        named[ALL] = sum(named.values())
        count_keys(self.articles, [(actor, published) for actor in named], sign)
        count_keys(self.mentions, {(actor, published): times for actor, times in named.items()}, sign)
        for span in spans_of(published):
            for of in (ALL, outlet):
                count_keys(self.articles_by_span, [(of, span, actor) for actor in named], sign)
                count_keys(self.mentions_by_span, {(of, span, actor): times for actor, times in named.items()}, sign)

    def _add_statements(self, rows: Sequence[Row], sign: int) -> None:
        self.days.update(row[_DAY] for row in rows)
        cells = [(row[_SPEAKER], row[_DAY], row[_ACT], row[_BASIS] == ASSUMED) for row in rows]
        for counter, chosen in ((self.statements, cells), (self.assumed, [cell for cell in cells if cell[3]])):
            count_keys(counter, [(ALL, day, act) for _, day, act, _ in chosen], sign)
            count_keys(counter, [(speaker, day, act) for speaker, day, act, _ in chosen if speaker is not None], sign)


def write_counts(connection: Connection, counts: Counts) -> None:
    """Add a difference to the rollups."""
    statements = [
        (*key, counts.statements[key], counts.assumed[key])
        for key in sorted(counts.statements)
        if counts.statements[key] or counts.assumed[key]
    ]
    mentions = _pairs_of(counts.articles, counts.mentions)
    dialects.add_counts(connection, tables.st_day, statements)
    dialects.add_counts(connection, tables.st_by, list_cells(counts.cells))
    dialects.add_counts(connection, tables.men_day, mentions)
    dialects.add_counts(connection, tables.men_span, _pairs_of(counts.articles_by_span, counts.mentions_by_span))
    spoken: Counter[int] = Counter()
    named: Counter[int] = Counter()
    for speaker, _, _, n, _ in statements:
        spoken[speaker] += n
    for actor, _, _, n in mentions:
        named[actor] += n
    dialects.add_to_actors(
        connection, [(actor, spoken[actor], named[actor]) for actor in sorted({*spoken, *named} - {ALL})]
    )
    dialects.insert(connection, tables.calendar, _calendar_rows(counts.days), known="skip")


def _pairs_of(articles: Counter[Any], mentions: Counter[Any]) -> list[tuple[int, ...]]:
    return [(*key, articles[key], mentions[key]) for key in sorted(articles) if articles[key] or mentions[key]]


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
    connection.execute(tables.actor.update().values(statements=_spoken(), mentions=_named()))
    dialects.insert(connection, tables.state, [("counts", COUNT_RULES)], known="update")


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
    differs = actor.c.statements.is_distinct_from(_spoken()) | actor.c.mentions.is_distinct_from(_named())
    if connection.execute(select(actor.c.id).where(differs).limit(1)).first():
        wrong.append(actor.name)
    return wrong


def _counted() -> list[tuple[Table, Any]]:
    """Each rollup with the query that counts it from the rows."""
    statement = tables.statement
    assumed = case((statement.c.basis == ASSUMED, 1), else_=0).label("assumed")
    cells = select(statement.c.actor_id, statement.c.day, statement.c.act, assumed)
    everyone = select(literal(ALL), statement.c.day, statement.c.act, assumed)
    both = union_all(cells.where(statement.c.actor_id.is_not(None)), everyone).subquery()
    *keys, assumed_day = both.columns
    st_day = select(*keys, func.count(), func.sum(assumed_day)).group_by(*keys)
    return [
        (tables.st_day, st_day),
        (tables.st_by, counted_cells()),
        (tables.men_day, _counted_names(outlets=False)),
        (tables.men_span, _counted_names(outlets=True)),
    ]


def _counted_names(*, outlets: bool) -> Any:
    """Mentions by actor and day, or by outlet, span and actor; in the order of the columns."""
    named, article, month = tables.actor_article, tables.article, tables.calendar.c.month
    by_article = select(named.c.article_id, func.sum(named.c.n).label("n")).group_by(named.c.article_id).subquery()
    each = select(named.c.actor_id, article.c.day, article.c.outlet_id, named.c.n)
    whole = select(literal(ALL), article.c.day, article.c.outlet_id, func.coalesce(by_article.c.n, 0))
    rows = union_all(
        each.join_from(named, article, article.c.id == named.c.article_id),
        whole.select_from(article.outerjoin(by_article, by_article.c.article_id == article.c.id)),
    ).subquery()
    counts = func.count(), func.sum(rows.c.n)
    if not outlets:
        return select(rows.c.actor_id, rows.c.day, *counts).group_by(rows.c.actor_id, rows.c.day)
    dated = rows.outerjoin(tables.calendar, tables.calendar.c.day == rows.c.day)
    spans = func.coalesce(month, dialects.constant(NO_DAY)), -(month // dialects.constant(12))
    parts = []
    for outlet in (None, rows.c.outlet_id):
        for years, span in enumerate(spans):
            keys = [*([] if outlet is None else [outlet]), span, rows.c.actor_id]
            part = select(literal(ALL) if outlet is None else outlet, span, rows.c.actor_id, *counts).select_from(dated)
            parts.append((part.where(month.is_not(None)) if years else part).group_by(*keys))
    return select(union_all(*parts).subquery())


def _spoken() -> ScalarSelect[int]:
    counted = tables.st_day
    total = select(func.coalesce(func.sum(counted.c.n), 0)).where(counted.c.actor_id == tables.actor.c.id)
    return total.correlate(tables.actor).scalar_subquery()


def _named() -> ScalarSelect[int]:
    counted = tables.men_day
    total = select(func.coalesce(func.sum(counted.c.mentions), 0)).where(counted.c.actor_id == tables.actor.c.id)
    return total.correlate(tables.actor).scalar_subquery()


def _calendar_rows(days: Iterable[int]) -> list[tuple[int, int]]:
    """Each day with its month."""
    found = [(day, date.fromordinal(day)) for day in sorted(days) if day != NO_DAY]
    return [(number, day.year * 12 + day.month - 1) for number, day in found]
