"""Speakers and named actors with their counts, from the rollups of months and years where these know every filter.

Days at the ends of a range are counted in the rows. In place of months the rollup of single days would have to be read
whole: speakers are many.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select, true, union_all

from bayan.queries.counting import Named, Spoken, named, single_filter, spoken
from bayan.queries.filters import Conditions, Filters, one_of, statements_where
from bayan.queries.spans import Range, split_days
from bayan.store import codes, dialects, keys, tables

_by, _span, _actor = tables.st_by, tables.men_span, tables.actor
AnySelect = Select[*tuple[Any, ...]]
MONTHS = select(tables.calendar.c.month).distinct()
"""Asked for one by one they are found at once; a range of them would be read with all actors."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Actors: the column to group by, how to count, and the conditions on the rows."""

    actor: ColumnElement[int]
    count: ColumnElement[int]
    where: Conditions


@dataclass(frozen=True, slots=True)
class Naming:
    """The same for mentions, with the articles that hold one."""

    actor: ColumnElement[int]
    articles: ColumnElement[int]
    mentions: ColumnElement[int]
    where: Conditions


def speakers(filters: Filters, *, dated: bool = False) -> Tally:
    """Where to count the statements of each speaker known by name, all or those that have a day."""
    by, of = (filters.actors is None and single_filter(filters)) or (codes.SPEAKER, ())
    if codes.SPEAKER not in codes.FACETS[by]:
        source = spoken(filters, by_speaker=True)
        return Tally(source.speaker, source.count, source.also(source.dated).where if dated else source.where)
    if by == codes.EVERYTHING and filters.days is None and not dated:
        return Tally(_actor.c.id, func.sum(_actor.c.statements), [_actor.c.statements > 0])
    spans = split_days(filters.days)
    whole = select(_by.c.value.label("actor"), _by.c.n, _by.c.span)
    whole = whole.where(_by.c.by_id == by, *one_of(_by.c.of_id, of), _by.c.facet == codes.SPEAKER)
    # A part for each range: for several in one condition SQLite would read all spans.
    parts: list[AnySelect] = [whole.where(_by.c.span.between(*some)) for some in spans.wholes]
    statement = tables.statement
    edge = select(statement.c.actor_id.label("actor"), literal(1).label("n"), statement.c.day.label("span"))
    edge = edge.where(*statements_where(filters.without("days")), statement.c.actor_id.is_not(None))
    parts += [edge.where(statement.c.day.between(*days)) for days in spans.edges]
    found = union_all(*parts).subquery("told")
    return Tally(found.c.actor, func.sum(found.c.n), [found.c.span != keys.NO_DAY] if dated else [])


def speakers_by_month(filters: Filters) -> Spoken | None:
    """All time of chosen speakers by act and month, which stands for the day; None where a filter speaks of more."""
    others = single_filter(filters.without("actors", "acts"))
    if filters.actors is None or filters.days is not None or others != (codes.EVERYTHING, (codes.ALL,)):
        return None
    acts = filters.acts or range(1, len(codes.ACTS.words) + 1)
    where = [_by.c.by_id == codes.ACT, _by.c.of_id.in_(acts), _by.c.facet == codes.SPEAKER]
    where += [_by.c.span.in_(MONTHS), _by.c.value.in_(filters.actors)]
    counts = func.sum(_by.c.n), func.sum(_by.c.assumed)
    return Spoken(_by.c.value, _by.c.span, _by.c.of_id, *counts, dated=true(), where=where)


def mentions_by_month(filters: Filters) -> Named:
    """The same for their mentions."""
    where = [_span.c.outlet_id == codes.ALL, _span.c.span.in_(MONTHS), _span.c.actor_id.in_(filters.actors or ())]
    counts = func.sum(_span.c.articles), func.sum(_span.c.mentions)
    return Named(_span.c.actor_id, _span.c.span, *counts, dated=true(), where=where)


def namings(filters: Filters) -> Naming:
    """Where to count the mentions of each actor."""
    if filters.words or filters.by_article or filters.without("actors").speaking:
        return _as_naming(named(filters, by_actor=True))
    if filters.outlets is None and filters.actors is not None:
        return _as_naming(named(filters, by_actor=True))
    spans = split_days(filters.days)
    whole = select(_span.c.actor_id.label("actor"), _span.c.articles, _span.c.mentions)
    outlets = one_of(_span.c.outlet_id, (codes.ALL,) if filters.outlets is None else filters.outlets)
    whole = whole.where(*outlets, _of_actors(_span.c.actor_id, filters))
    parts: list[AnySelect] = [whole.where(_span.c.span.between(*some)) for some in spans.wholes]
    parts += [_edge(filters, days) for days in spans.edges]
    found = union_all(*parts).subquery("told")
    return Naming(found.c.actor, func.sum(found.c.articles), func.sum(found.c.mentions), [])


def _as_naming(source: Named) -> Naming:
    return Naming(source.actor, source.articles, source.mentions, source.where)


def _of_actors(actor: ColumnElement[int], filters: Filters) -> ColumnElement[bool]:
    return actor != codes.ALL if filters.actors is None else actor.in_(filters.actors)


def _edge(filters: Filters, days: Range) -> AnySelect:
    """Mentions of some days, in the rows: a range of articles."""
    row = tables.actor_article
    article = row.c.article_id
    found = select(row.c.actor_id.label("actor"), literal(1).label("articles"), row.c.n.label("mentions"))
    where = [article.between(*keys.article_keys(*days)), *one_of(row.c.outlet_id, filters.outlets)]
    # The sum keeps SQLite from walking over all articles of an actor.
    return found.where(*where, *one_of(row.c.actor_id + dialects.constant(0), filters.actors))
