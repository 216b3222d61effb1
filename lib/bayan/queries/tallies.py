"""Speakers and named actors with their counts, from the rollups of months and years where these know every filter.

Days at the ends of a range are counted in the rows. In place of months the rollup of single days would have to be read
whole: speakers are many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    func,
    select,
    true,
    union,
    union_all,
)

from bayan.queries.counting import Named, Spoken, copies_where, named, single_filter, spoken, total
from bayan.queries.filters import (
    Conditions,
    Filters,
    Numbers,
    is_dated,
    of_arrival,
    of_articles,
    one_of,
    statements_where,
)
from bayan.queries.spans import Range, Spans, split_days
from bayan.store import codes, dialects, keys, tables

_by, _span, _actor, _statement = tables.st_by, tables.men_span, tables.actor, tables.statement
AnySelect = Select[*tuple[Any, ...]]
_MONTH = select(tables.calendar.c.month).distinct().cte("months").c.month
MONTHS = select(_MONTH)
"""Asked for one by one they are found at once; a range of them would be read with all actors. Where several parts of a
statement ask for them, they are listed once."""
_ACTS = tuple(range(1, len(codes.ACTS.words) + 1))
_YEAR = -(tables.calendar.c.month // dialects.constant(12))
_YEARS = select(_YEAR).distinct()
_UNDATED = select(dialects.constant(keys.NO_DAY))
ALL_TIME = select(union(_YEARS, _UNDATED).subquery())
"""The years of all time, and what has no day, to be asked for one by one."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Actors: the column to group by, how to count, and the conditions on the rows. Where each actor is one row, this
    holds its number, and nothing has to be grouped."""

    actor: ColumnElement[int]
    count: ColumnElement[int]
    where: Conditions
    number: ColumnElement[int] | None = None

    def counted(self) -> Select[int, int]:
        """Actors with their counts, under the name ``n``."""
        if self.number is not None:
            return select(self.actor, self.number.label("n")).where(*self.where)
        return select(self.actor, self.count.label("n")).where(*self.where).group_by(self.actor)


@dataclass(frozen=True, slots=True)
class Naming:
    """The same for mentions, with the articles that hold one."""

    actor: ColumnElement[int]
    articles: ColumnElement[int]
    mentions: ColumnElement[int]
    where: Conditions


def speakers(filters: Filters, *, dated: bool = False) -> Tally:
    """Where to count the statements of each speaker known by name, all or those that have a day."""
    chosen = single_filter(filters.without("actors"))
    less_copies = chosen is None and filters.less_copies
    if less_copies:
        chosen = single_filter(filters.with_copies)
    if chosen is None or codes.SPEAKER not in codes.FACETS[chosen[0]]:
        source = spoken(filters, by_speaker=True)
        return Tally(source.speaker, source.count, source.also(source.dated).where if dated else source.where)
    by, of = chosen
    if by == codes.EVERYTHING and filters.days is None and not dated and not less_copies:
        some = [_actor.c.statements > 0, *one_of(_actor.c.id, filters.actors)]
        return Tally(_actor.c.id, func.sum(_actor.c.statements), some, _actor.c.statements)
    spans = split_days(filters.days, dated=dated)
    whole = select(_by.c.value.label("actor"), _by.c.n)
    whole = whole.where(_by.c.by_id == by, *one_of(_by.c.of_id, of), _by.c.facet == codes.SPEAKER)
    parts: list[AnySelect]
    if by == codes.EVERYTHING and filters.days is None and dated and filters.actors is None:
        # All that each speaker said, less what has no day: one row each, where years are ten.
        known = select(_actor.c.id.label("actor"), _actor.c.statements.label("n")).where(_actor.c.statements > 0)
        undated = whole.where(_by.c.span == keys.NO_DAY).with_only_columns(_by.c.value, -_by.c.n)
        parts = [known, undated]
    else:
        parts = _of_spans(whole, _by.c.span, _by.c.value, filters.actors, spans)
    actor, is_known = _statement.c.actor_id.label("actor"), _statement.c.actor_id.is_not(None)
    beside = (filters.with_copies if less_copies else filters).without("days")
    parts += _of_edges(actor, [*statements_where(beside), is_known], spans)
    if less_copies:
        copied = [*copies_where(filters), is_known, *([is_dated(filters)] if dated else [])]
        parts.append(select(actor, dialects.constant(-1).label("n")).where(*copied))
    found = union_all(*parts).subquery("told")
    count = total(found.c.n)
    told = select(found.c.actor, count.label("n")).group_by(found.c.actor).having(count > 0).subquery("counted")
    return Tally(told.c.actor, func.sum(told.c.n), [], told.c.n)


def values_of_speakers(
    filters: Filters, facet: int, column: ColumnElement[int], *joined: ColumnElement[bool]
) -> Subquery:
    """The statements of chosen speakers, no other filter but days, by the value of a facet: rows to add up.

    The column holds the value in the rows of statements, which are ``joined`` with it.
    """
    spans, cell = split_days(filters.days), tables.st_span.c
    whole = select(cell.value.label("value"), cell.n).where(cell.facet == facet)
    parts = _of_spans(whole, cell.span, cell.actor_id, filters.actors, spans)
    where = [*joined, *statements_where(filters.without("days"))]
    return union_all(*parts, *_of_edges(column.label("value"), where, spans)).subquery("told")


def _of_edges(column: ColumnElement[int], where: Conditions, spans: Spans) -> list[AnySelect]:
    """The statements of days beside whole spans, in the rows, one by one; those too many count less than nothing."""
    return [
        select(column, dialects.constant(sign).label("n")).where(*where, _statement.c.day.between(*days))
        for sign, ranges in ((1, spans.edges), (-1, spans.beyond))
        for days in ranges
    ]


def _of_spans(
    whole: AnySelect, span: ColumnElement[int], actor: ColumnElement[int], actors: Numbers, spans: Spans
) -> list[AnySelect]:
    """A rollup's rows of whole spans, of all actors or of some."""
    if actors is None:
        # A part for each range: for several in one condition SQLite would read all spans.
        return [whole.where(actor > codes.ALL, span.between(*some)) for some in spans.wholes]
    # One by one, spans and actors are found at once; a range of spans would be read with all actors.
    return [whole.where(dialects.crossed(span, _listed_spans(*some), actor, actors)) for some in spans.wholes]


def _listed_spans(first: int, last: int) -> Select[int]:
    """The spans of a range that there are: months, or years and what has no day."""
    if first > keys.NO_DAY:
        return MONTHS.where(_MONTH.between(first, last))
    years = _YEARS.where(_YEAR.between(first, last))
    return years if last < keys.NO_DAY else select(union(years, _UNDATED).subquery())


def speakers_by_month(filters: Filters, *, by_act: bool = True) -> Spoken | None:
    """All time of each speaker by month, which stands for the day; None where a filter speaks of more than speakers.

    All acts together, where none is chosen, are an eighth of the rows.
    """
    if not _is_all_time(filters, "actors", "acts"):
        return None
    by, of = codes.ACT, filters.acts or _ACTS
    if not by_act and filters.acts is None:
        by, of = codes.EVERYTHING, (codes.ALL,)
    where = [_by.c.by_id == by, *one_of(_by.c.of_id, of), _by.c.facet == codes.SPEAKER]
    if filters.actors is None:
        where.append(dialects.among(_by.c.span, MONTHS))
    else:
        where.append(dialects.crossed(_by.c.span, MONTHS, _by.c.value, filters.actors))
    counts = func.sum(_by.c.n), func.sum(_by.c.assumed)
    return Spoken(_by.c.value, _by.c.span, _by.c.of_id, *counts, dated=true(), where=where)


def lanes_by_span(filters: Filters, lane: int, lanes: Numbers = None, *, years: bool = False) -> Spoken | None:
    """All time of topics, outlets or sides, which stand for the speaker, by month or year, which stands for the day.

    None where a filter speaks of more than acts and, for lanes of outlets, of these.
    """
    acts: Numbers
    of_outlets = lane == codes.OUTLET
    if not _is_all_time(filters, "acts", *(["outlets"] if of_outlets else [])):
        return None
    if lane == codes.SIDE:
        column, act, acts, cell = _by.c.value, _by.c.of_id, filters.acts or _ACTS, (codes.ACT, codes.SIDE)
    else:
        column, act, acts, cell = _by.c.of_id, _by.c.value, filters.acts, (lane, codes.ACT_OF_SPAN)
    where = [_by.c.by_id == cell[0], _by.c.facet == cell[1], *one_of(act, acts)]
    lanes = filters.outlets if of_outlets and lanes is None else lanes
    # What comes before the span in a key is named, for else all that has been counted there would be read.
    all_of = {codes.OUTLET: tables.outlet, codes.TOPIC: tables.topic}.get(lane) if lanes is None else None
    where += one_of(column, lanes) if all_of is None else [dialects.among(column, select(all_of.c.id))]
    # The months of a topic or an outlet lie together; of an act they lie between those of all other sides.
    months = dialects.among(_by.c.span, MONTHS) if lane == codes.SIDE else _by.c.span > keys.NO_DAY
    where.append(_by.c.span < keys.NO_DAY if years else months)
    counts = func.sum(_by.c.n), func.sum(_by.c.assumed)
    return Spoken(column, _by.c.span, act, *counts, dated=true(), where=where)


def _is_all_time(filters: Filters, *beside: str) -> bool:
    """Whether nothing is selected, some filters aside."""
    return filters.days is None and single_filter(filters.without(*beside)) == (codes.EVERYTHING, (codes.ALL,))


def mentions_by_month(filters: Filters) -> Named:
    """The same for their mentions."""
    several = dialects.crossed(_span.c.span, MONTHS, _span.c.actor_id, filters.actors or ())
    where = [_span.c.outlet_id == codes.ALL, several]
    counts = func.sum(_span.c.articles), func.sum(_span.c.mentions)
    return Named(_span.c.actor_id, _span.c.span, *counts, dated=true(), where=where)


def namings(filters: Filters) -> Naming:
    """Where to count the mentions of each actor."""
    if filters.originals or not filters.without("actors").by_publication:
        return _as_naming(named(filters, by_actor=True))
    if filters.outlets is None and filters.actors is not None:
        return _as_naming(named(filters, by_actor=True))
    spans = split_days(filters.days)
    outlets = one_of(_span.c.outlet_id, (codes.ALL,) if filters.outlets is None else filters.outlets)
    whole = select(_span.c.actor_id.label("actor"), _span.c.articles, _span.c.mentions).where(*outlets)
    parts = _of_spans(whole, _span.c.span, _span.c.actor_id, filters.actors, spans)
    for sign, ranges in ((1, spans.edges), (-1, spans.beyond)):
        parts += [_edge(filters, days, sign) for days in ranges]
    found = union_all(*parts).subquery("told")
    articles = total(found.c.articles)
    each = select(found.c.actor, articles.label("articles"), total(found.c.mentions).label("mentions"))
    told = each.group_by(found.c.actor).having(articles > 0).subquery("counted")
    return Naming(told.c.actor, func.sum(told.c.articles), func.sum(told.c.mentions), [])


def count_published(connection: Connection, filters: Filters) -> tuple[int, int]:
    """How many articles are published, when they are selected by publication alone, and the mentions in them."""
    spans = split_days(filters.days)
    outlets = (codes.ALL,) if filters.outlets is None else filters.outlets
    whole = select(_span.c.articles, _span.c.mentions).where(*one_of(_span.c.outlet_id, outlets))
    every = codes.ORIGINALS if filters.originals else codes.ALL
    parts = _of_spans(whole, _span.c.span, _span.c.actor_id, (every,), spans)
    for sign, ranges in ((1, spans.edges), (-1, spans.beyond)):
        parts += [part for days in ranges for part in _published_in(filters, days, sign)]
    found = union_all(*parts).subquery("published").c
    counts = (func.coalesce(func.sum(column), 0) for column in (found.articles, found.mentions))
    articles, mentions = connection.execute(select(*counts)).one()
    return articles, mentions


def _published_in(filters: Filters, days: Range, sign: int) -> Iterator[AnySelect]:
    """The articles of some days and the mentions in them, in the rows; keys tell the day, an outlet's index its own."""
    article, row = tables.article.c, tables.actor_article.c
    one, none = dialects.constant(sign), dialects.constant(0)
    inside: ColumnElement[bool] = article.id.between(*keys.article_keys(*days))
    if filters.outlets is not None:
        inside = and_(article.day.between(*days), *one_of(article.outlet_id, filters.outlets))
    articles = select(one.label("articles"), none.label("mentions"))
    yield articles.where(inside, *of_arrival(filters, article.id))
    yield select(none, row.n * one).where(*of_articles(replace(filters, days=days), row.article_id, row.outlet_id))


def _as_naming(source: Named) -> Naming:
    return Naming(source.actor, source.articles, source.mentions, source.where)


def _edge(filters: Filters, days: Range, sign: int) -> AnySelect:
    """Mentions of some days, in the rows: a range of articles."""
    row = tables.actor_article
    article = row.c.article_id
    found = select(
        row.c.actor_id.label("actor"),
        dialects.constant(sign).label("articles"),
        (row.c.n * dialects.constant(sign)).label("mentions"),
    )
    where = [article.between(*keys.article_keys(*days)), *one_of(row.c.outlet_id, filters.outlets)]
    # The sum keeps SQLite from walking over all articles of an actor.
    return found.where(*where, *one_of(row.c.actor_id + dialects.constant(0), filters.actors))
