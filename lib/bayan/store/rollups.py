"""Rollups: counts kept beside the rows, for questions that would else walk over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, ScalarSelect, Select, Table, case, func, literal, select, union_all

import bayan.store.dialects as dialects
import bayan.store.tables as tables
from bayan.store.article_rows import ArticleRows, place
from bayan.store.codes import ALL, BASES
from bayan.store.keys import NO_DAY

ASSUMED = BASES.number("assumed")
_PUBLISHED = place("article", "day")
_NAMED, _TIMES = place("actor_article", "actor_id"), place("actor_article", "n")
_SPEAKER, _DAY, _BASIS, _ACT = (place("statement", name) for name in ("actor_id", "day", "basis", "act"))


@dataclass(slots=True)
class Counts:
    """What the rollups count: the difference between two states of some articles."""

    statements: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    assumed: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    articles: Counter[tuple[int, int]] = field(default_factory=Counter)
    mentions: Counter[tuple[int, int]] = field(default_factory=Counter)
    days: set[int] = field(default_factory=set)

    def add(self, article: ArticleRows, sign: int) -> None:
        """Count the rows of one article, or with -1 take them away."""
        published = article.rows["article"][0][_PUBLISHED]
        self.days.add(published)
        for row in article.rows["statement"]:
            self.days.add(row[_DAY])
            for speaker in {ALL, row[_SPEAKER]} - {None}:
                self.statements[speaker, row[_DAY], row[_ACT]] += sign
                self.assumed[speaker, row[_DAY], row[_ACT]] += sign * (row[_BASIS] == ASSUMED)
        for row in article.rows["actor_article"]:
            self.articles[row[_NAMED], published] += sign
            self.mentions[row[_NAMED], published] += sign * row[_TIMES]


def write_counts(connection: Connection, counts: Counts) -> None:
    """Add a difference to the rollups."""
    statements = [
        (*key, n, counts.assumed[key]) for key, n in sorted(counts.statements.items()) if n or counts.assumed[key]
    ]
    mentions = [
        (*key, articles, counts.mentions[key])
        for key, articles in sorted(counts.articles.items())
        if articles or counts.mentions[key]
    ]
    dialects.add_counts(connection, tables.st_day, statements)
    dialects.add_counts(connection, tables.men_day, mentions)
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


def rebuild(connection: Connection) -> None:
    """Count all rollups anew from the rows."""
    for table, counted in _counted():
        connection.execute(table.delete())
        connection.execute(table.insert().from_select([column.name for column in table.columns], counted))
    connection.execute(tables.actor.update().values(statements=_spoken(), mentions=_named()))
    days = union_all(select(tables.article.c.day), select(tables.statement.c.day)).subquery()
    used = set(connection.execute(select(days.c.day).distinct()).scalars())
    connection.execute(tables.calendar.delete())
    dialects.insert(connection, tables.calendar, _calendar_rows(used))


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


def _counted() -> list[tuple[Table, Select[tuple[int, ...]]]]:
    """Each rollup with the query that counts it from the rows."""
    statement, named, article = tables.statement, tables.actor_article, tables.article
    assumed = case((statement.c.basis == ASSUMED, 1), else_=0).label("assumed")
    cells = select(statement.c.actor_id, statement.c.day, statement.c.act, assumed)
    everyone = select(literal(ALL), statement.c.day, statement.c.act, assumed)
    both = union_all(cells.where(statement.c.actor_id.is_not(None)), everyone).subquery()
    *keys, assumed_day = both.columns
    st_day = select(*keys, func.count(), func.sum(assumed_day)).group_by(*keys)
    men_day = (
        select(named.c.actor_id, article.c.day, func.count(), func.sum(named.c.n))
        .join_from(named, article, article.c.id == named.c.article_id)
        .group_by(named.c.actor_id, article.c.day)
    )
    return [(tables.st_day, st_day), (tables.men_day, men_day)]


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
