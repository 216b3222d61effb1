"""Where statements and mentions are counted: in a rollup that knows every filter, else in the rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Integer, Table, case, cast, func, select, union, union_all

from bayan.queries.filters import (
    Conditions,
    Filters,
    Numbers,
    articles_where,
    is_dated,
    named_where,
    of_arrival,
    of_article,
    one_of,
    statement_day,
    statements_where,
)
from bayan.store import codes, dialects, keys, tables

_Columns = tuple[ColumnElement[int], ColumnElement[int], ColumnElement[int]]
_used = tables.calendar.alias("used")
"""Another name than that under which a question joins the calendar."""
_COUNT_ASSUMED = func.sum(case((tables.statement.c.basis == codes.BASES.number("assumed"), 1), else_=0))


@dataclass(frozen=True, slots=True)
class Spoken:
    """Statements: columns to group by, how to count, and the conditions on the rows."""

    speaker: ColumnElement[int]
    day: ColumnElement[int]
    act: ColumnElement[int]
    count: ColumnElement[int]
    assumed: ColumnElement[int]
    dated: ColumnElement[bool]
    where: Conditions

    def also(self, *conditions: ColumnElement[bool]) -> Spoken:
        """The same under further conditions."""
        return replace(self, where=[*self.where, *conditions])


@dataclass(frozen=True, slots=True)
class Named:
    """Mentions: columns to group by, how to count articles and mentions, and the conditions on the rows."""

    actor: ColumnElement[int]
    day: ColumnElement[int]
    articles: ColumnElement[int]
    mentions: ColumnElement[int]
    dated: ColumnElement[bool]
    where: Conditions


def spoken(filters: Filters, *, by_speaker: bool = False, by_row: bool = False) -> Spoken:
    """Where to count statements; ``by_row`` in no rollup. ``by_speaker`` leaves out those of nobody known by name."""
    told = None if by_row else _spoken_in_rollup(filters, by_speaker=by_speaker)
    if told is not None:
        return told
    statement = tables.statement
    where = statements_where(filters)
    return Spoken(
        speaker=statement.c.actor_id,
        day=statement_day(filters),
        act=statement.c.act,
        count=func.count(statement.c.id),
        assumed=func.coalesce(_COUNT_ASSUMED, 0),
        dated=is_dated(filters),
        where=[*where, statement.c.actor_id.is_not(None)] if by_speaker else where,
    )


def _spoken_in_rollup(filters: Filters, *, by_speaker: bool) -> Spoken | None:
    """The same in a rollup that knows every filter, or all but ``originals``: then copies are taken away; else None."""
    fine = (filters.kinds, filters.topics, filters.outlets, filters.words, filters.reviewed)
    flags = filters.diplomatic or filters.by_article
    if filters.dated == "said" and not flags and all(value is None for value in fine):
        return _spoken_by_day(filters, by_speaker=by_speaker)
    if by_speaker:
        return None
    if chosen := single_filter(filters.without("acts")):
        return spoken_by(*chosen, filters)
    whole = _spoken_in_rollup(filters.with_copies, by_speaker=False) if filters.less_copies else None
    return None if whole is None else _without_copies(whole, filters)


def _without_copies(whole: Spoken, filters: Filters) -> Spoken:
    """Statements by day and act as a rollup counts them, less those in near copies; nobody knows there who speaks."""
    statement = tables.statement
    keys_of = [whole.day.label("day"), whole.act.label("act")]
    told = select(*keys_of, whole.count.label("n"), whole.assumed.label("assumed")).where(*whole.where)
    taken = select(statement.c.day, statement.c.act, -func.count(), -_COUNT_ASSUMED).where(*copies_where(filters))
    both = union_all(told.group_by(*keys_of), taken.group_by(statement.c.day, statement.c.act)).subquery("both")
    n, assumed = total(both.c.n), total(both.c.assumed)
    cells = select(both.c.day, both.c.act, n.label("n"), assumed.label("assumed")).group_by(both.c.day, both.c.act)
    left = cells.having(n > 0).cte("left_over").c  # which a question may look into twice
    return Spoken(
        speaker=dialects.constant(codes.ALL),
        day=left.day,
        act=left.act,
        count=func.coalesce(func.sum(left.n), 0),
        assumed=func.coalesce(func.sum(left.assumed), 0),
        dated=left.day != keys.NO_DAY,
        where=[],
    )


def copies_where(filters: Filters) -> Conditions:
    """The conditions on a row of ``statement`` and one of ``wire``: a near copy holds what the other filters select."""
    held = of_article(tables.wire.c.article_id, tables.statement.c.id)
    return [*statements_where(filters.with_copies, by_key=True), tables.is_copy, held]


def keys_where(filters: Filters, statement_key: ColumnElement[int]) -> Conditions | None:
    """The conditions on keys of statements where these alone tell what is selected: nothing is asked but how articles
    came in. Else None."""
    came = Filters(dated=filters.dated, originals=filters.originals, arrived=filters.arrived)
    article_key = statement_key.op(">>")(dialects.constant(keys.SEQUENCE_BITS))
    return of_arrival(filters, article_key) if filters == came else None


def total(column: ColumnElement[int]) -> ColumnElement[int]:
    """A sum that can be summed again: PostgreSQL's grows wider each time, at last into what is no int."""
    return cast(func.sum(column), Integer)


def single_filter(filters: Filters) -> tuple[int, tuple[int, ...]] | None:
    """The only filter besides days and its values, as ``st_by`` knows it: statements add up over these; else None."""
    if filters.dated != "said" or filters.arrived or filters.words or filters.reviewed:
        return None
    chosen = {
        codes.SPEAKER: filters.actors,
        codes.OUTLET: filters.outlets,
        codes.ACT: filters.acts,
        codes.KIND: filters.kinds,
        codes.TOPIC: filters.topics,
        codes.DIPLOMATIC: (codes.ALL,) if filters.diplomatic else None,
        codes.ORIGINAL: (codes.ALL,) if filters.originals else None,
    }
    found = [(by, numbers) for by, numbers in chosen.items() if numbers is not None]
    if not found:
        return codes.EVERYTHING, (codes.ALL,)
    several_topics = found[0][0] == codes.TOPIC and len(found[0][1]) > 1
    return None if len(found) > 1 or several_topics else found[0]


def spoken_by(by: int, of: Numbers, filters: Filters) -> Spoken:
    """Statements by the acts of one filter's values, all of them for None; nobody knows there who speaks."""
    cell = tables.st_by.c
    where = [cell.by_id == by, *one_of(cell.of_id, of), cell.facet == codes.ACT]
    return _spoken_in_cells(tables.st_by, (cell.of_id, cell.span, cell.value), where, filters)


def _spoken_by_day(filters: Filters, *, by_speaker: bool) -> Spoken:
    cell = tables.st_day.c
    where = _of_actors(cell.quarter, cell.actor_id, filters, each=by_speaker)
    return _spoken_in_cells(tables.st_day, (cell.actor_id, cell.day, cell.act), where, filters)


def _of_actors(
    quarter: ColumnElement[int], actor: ColumnElement[int], filters: Filters, *, each: bool, together: int = codes.ALL
) -> Conditions:
    """The conditions on a rollup of days by quarter, actor and day: of ``each`` actor, or of all ``together``."""
    used = select(_used.c.month // dialects.constant(keys.MONTHS_A_QUARTER)).distinct()
    # One by one they are found at once; of a range of quarters all actors would be read.
    undated = select(dialects.constant(keys.NO_DAY))
    quarters = (
        used.where(_used.c.day.between(*filters.days)) if filters.days else select(union(used, undated).subquery())
    )
    where = [dialects.among(quarter, quarters)]
    if filters.actors is None:
        return [*where, actor > codes.ALL if each else actor == together]
    return [*where, *one_of(actor, filters.actors)]


def _spoken_in_cells(cells: Table, columns: _Columns, where: Conditions, filters: Filters) -> Spoken:
    """Statements in a rollup: its columns of speaker, day and act, under the filters of acts and days."""
    speaker, day, act = columns
    days = [day.between(*filters.days)] if filters.days else []
    return Spoken(
        speaker=speaker,
        day=day,
        act=act,
        count=func.coalesce(func.sum(cells.c.n), 0),
        assumed=func.coalesce(func.sum(cells.c.assumed), 0),
        dated=day != keys.NO_DAY,
        where=[*where, *one_of(act, filters.acts), *days],
    )


def named(filters: Filters, *, by_actor: bool = False) -> Named:
    """Where to count mentions, of all actors together or ``by_actor``."""
    of_actors = by_actor or filters.actors is not None
    known = filters.without("actors").by_publication and not (of_actors and filters.originals)
    if known and filters.outlets is None:
        cell = tables.men_day
        together = codes.ORIGINALS if filters.originals else codes.ALL
        where = _of_actors(cell.c.quarter, cell.c.actor_id, filters, each=by_actor, together=together)
        if filters.days:
            where.append(cell.c.day.between(*filters.days))
        return Named(
            actor=cell.c.actor_id,
            day=cell.c.day,
            articles=func.coalesce(func.sum(cell.c.articles), 0),
            mentions=func.coalesce(func.sum(cell.c.mentions), 0),
            dated=cell.c.day != keys.NO_DAY,
            where=where,
        )
    row = tables.actor_article
    return Named(
        actor=row.c.actor_id,
        day=row.c.article_id.op(">>")(dialects.constant(keys.SERIAL_BITS)),
        articles=func.count(row.c.article_id),
        mentions=func.coalesce(func.sum(row.c.n), 0),
        dated=row.c.article_id > 0,
        where=named_where(filters),
    )


def count_statements(connection: Connection, filters: Filters) -> int:
    """How many statements are selected."""
    source = spoken(filters)
    count, where = source.count, source.where
    if filters == Filters(acts=filters.acts):
        # Each is of one outlet, and of these there are fewer years than there are days of all.
        cell, outlets = tables.st_by.c, select(tables.outlet.c.id)
        count = func.coalesce(func.sum(cell.n), 0)
        where = [cell.by_id == codes.OUTLET, dialects.among(cell.of_id, outlets), cell.facet == codes.ACT_OF_SPAN]
        where += [cell.span <= keys.NO_DAY, *one_of(cell.value, filters.acts)]
    return connection.execute(select(count).where(*where)).scalar_one()


def count_articles(connection: Connection, filters: Filters) -> int:
    """How many articles are selected."""
    key, where = articles_where(filters)
    return connection.execute(select(func.count(key)).where(*where)).scalar_one()
