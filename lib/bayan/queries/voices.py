"""Whom each outlet quotes most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, Select, func, select

from bayan.queries.actor import counted_actors
from bayan.queries.actor_rows import Voices
from bayan.queries.facets import name_values
from bayan.queries.filters import Filters, asking, one_of, statements_where
from bayan.queries.periods import AnySelect
from bayan.queries.selection import Selection
from bayan.queries.spans import ALL_YEARS
from bayan.queries.tallies import ALL_TIME
from bayan.store import Store, codes, dialects, tables

_SOME = 40
"""Speakers, those with most statements, who tell how often at least an outlet quotes whom it quotes most."""
_DEAR = 20
"""Statements of an outlet that are counted by speaker while one speaker's are looked up in all years."""
_statement, _actor, _by, _span = tables.statement, tables.actor, tables.st_by, tables.st_span
Counts = Mapping[int, Mapping[int, int]]
"""Statements by outlet and speaker, of each outlet those of whom it quotes most first."""


def voices(store: Store, selection: Selection, *, outlets: int = 6, limit: int = 5) -> tuple[Voices, ...]:
    """The outlets with most statements of speakers known by name, and in each the speakers with most of them."""
    with asking(store, selection) as (connection, filters):
        found: Counts | None = None
        if filters == Filters(outlets=filters.outlets):
            whole = _count_named(connection, filters)
        else:
            found = _count_in_rows(connection, filters)
            whole = {outlet: sum(counts.values()) for outlet, counts in found.items()}
        names = name_values(connection, tables.outlet.c.name, whole)
        most = sorted(whole, key=lambda outlet: (-whole[outlet], names[outlet]))[:outlets]
        if found is None:
            found = _find_first(connection, {outlet: whole[outlet] for outlet in most}, limit)
        return tuple(
            Voices(names[outlet], whole[outlet], counted_actors(connection, dict(list(found[outlet].items())[:limit])))
            for outlet in most
        )


def _count_in_rows(connection: Connection, filters: Filters) -> Counts:
    """All that is selected; what some speakers said of all time is in a rollup."""
    if filters == Filters(actors=filters.actors):
        wanted = _of_speakers(select(_actor.c.id).where(*one_of(_actor.c.id, filters.actors)))
    else:
        cell = _statement.c.outlet_id, _statement.c.actor_id
        where = [*statements_where(filters), _statement.c.actor_id.is_not(None)]
        wanted = select(*cell, func.count().label("n")).where(*where).group_by(*cell)
    _, speaker, n = wanted.selected_columns
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for row in connection.execute(wanted.order_by(n.desc(), speaker)):
        found[row[0]][row[1]] = row[2]
    return found


def _of_speakers(speakers: Select[int]) -> AnySelect:
    """Statements by outlet of some speakers, of all time."""
    cell = _span.c.value, _span.c.actor_id
    where = [
        dialects.among(_span.c.span, ALL_TIME),
        dialects.among(_span.c.actor_id, speakers),
        _span.c.facet == codes.OUTLET,
    ]
    return select(*cell, func.sum(_span.c.n).label("n")).where(*where).group_by(*cell)


def _count_named(connection: Connection, filters: Filters) -> dict[int, int]:
    """The statements of speakers known by name in each outlet."""
    where = [_by.c.by_id == codes.NAMED, _by.c.of_id == codes.ALL, _by.c.facet == codes.OUTLET]
    where += [_by.c.span.between(*ALL_YEARS), *one_of(_by.c.value, filters.outlets)]
    rows = connection.execute(select(_by.c.value, func.sum(_by.c.n)).where(*where).group_by(_by.c.value))
    return {row[0]: row[1] for row in rows}


def _find_first(connection: Connection, whole: Mapping[int, int], limit: int) -> Counts:
    """Whom each of some outlets quotes most.

    Nobody has more statements in an outlet than in all together. So once some are known whom it quotes often, only
    those can be before them who have as many statements anywhere, and these are few; in the rollup by outlet stand all
    whom it ever quoted.
    """
    loud = select(_actor.c.id).order_by(_actor.c.statements.desc(), _actor.c.id).limit(_SOME)
    known: dict[int, list[int]] = defaultdict(list)
    for outlet, _, n in connection.execute(_of_speakers(loud).where(_span.c.value.in_(whole))):
        known[outlet].append(n)
    found: dict[int, dict[int, int]] = {}
    for outlet, n in whole.items():
        most = sorted(known[outlet], reverse=True)[:limit]
        least = most[-1] if len(most) == limit else 1
        as_loud = select(_actor.c.id).where(_actor.c.statements >= least)
        if _count_some(connection, as_loud, n // _DEAR) * _DEAR < n:
            wanted = _of_speakers(as_loud).where(_span.c.value == outlet)
        else:
            wanted = _of_outlet(outlet)
        _, speaker, count = wanted.selected_columns
        rows = connection.execute(wanted.order_by(count.desc(), speaker).limit(limit))
        found[outlet] = {row[1]: row[2] for row in rows}
    return found


def _count_some(connection: Connection, wanted: Select[int], most: int) -> int:
    """How many numbers a select gives; of more than so many, one more."""
    return connection.execute(select(func.count()).select_from(wanted.limit(most + 1).subquery())).scalar_one()


def _of_outlet(outlet: int) -> AnySelect:
    """Statements of all time by speaker in an outlet."""
    cell = _by.c.of_id, _by.c.value
    where = [_by.c.by_id == codes.OUTLET, _by.c.of_id == outlet, _by.c.facet == codes.SPEAKER]
    counted = select(*cell, func.sum(_by.c.n).label("n")).where(*where, _by.c.span.between(*ALL_YEARS))
    return counted.group_by(*cell)
