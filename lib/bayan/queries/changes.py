"""What has changed in the last days: volume, speakers and topics against the weeks before, outlets that fell silent."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, func, select

from bayan.queries.change_rows import Change, Changes, Gap
from bayan.queries.filters import Filters, asking, one_of
from bayan.queries.lanes import count_lanes, name_lanes, spoken_on
from bayan.queries.rows import By
from bayan.queries.selection import Selection
from bayan.records import SpeakerKind
from bayan.store import Store, codes, keys, tables

_BEFORE = 4
"""How many times as many days before the last ones tell what is usual."""
_LEAST, _STRIKING = 3, 2.0
"""Statements that a burst has at least, and its distance from the usual in standard deviations of a Poisson count."""

_LOOKED_BACK, _REGULAR = 55, 5
"""Days before its last article in which an outlet is regular if it published in so many weeks of the calendar."""


def changes(store: Store, selection: Selection, *, days: int = 7, limit: int = 5) -> Changes | None:
    """The last ``days`` of a selection against four times as many before; None where it has no dated statement.

    Where fewer days are chosen these alone are counted. What is usual in as many is told by four times ``days`` before
    them, chosen or not.
    """
    with asking(store, selection) as (connection, filters):
        _, source = spoken_on(filters, "act")
        last = connection.execute(select(func.max(source.day)).where(*source.where, source.dated)).scalar()
        if last is None:
            return None
        first = max(last - days + 1, filters.days[0] if filters.days else keys.NO_DAY)
        now = replace(filters, days=(first, last))
        before = replace(filters, days=(first - _BEFORE * days, first - 1))
        share = (last - first + 1) / (_BEFORE * days)
        count_now, count_before = (sum(count_lanes(connection, part, "act").values()) for part in (now, before))
        return Changes(
            since=date.fromordinal(first),
            until=date.fromordinal(last),
            now=count_now,
            usual=count_before * share or None,
            speakers=_bursts(connection, now, before, share, "speaker", limit),
            topics=_bursts(connection, now, before, share, "topic", limit),
        )


def _bursts(
    connection: Connection, now: Filters, before: Filters, share: float, by: By, limit: int
) -> tuple[Change, ...]:
    """Who or what is told of strikingly often; ``share`` is how long the last days are, of those before."""
    said = {lane: count for lane, count in count_lanes(connection, now, by).items() if count >= _LEAST}
    if by == "speaker":
        said = {lane: said[lane] for lane in _named(connection, said)}
    usual = count_lanes(connection, before, by)
    striking = {lane: _distance(count, usual.get(lane, 0) * share) for lane, count in said.items()}
    top = sorted((lane for lane, far in striking.items() if far >= _STRIKING), key=lambda lane: (-striking[lane], lane))
    names = name_lanes(connection, by, top[:limit])
    return tuple(Change(*names[lane], said[lane], usual.get(lane, 0) * share) for lane in top[:limit])


def _named(connection: Connection, speakers: Collection[int]) -> list[int]:
    """Those of some speakers that have a name: sources and witnesses are other people each time."""
    actor, unnamed = tables.actor, codes.SPEAKER_KINDS.number(SpeakerKind.UNNAMED)
    wanted = select(actor.c.id).where(actor.c.id.in_(speakers), actor.c.kind != unnamed)
    return list(connection.execute(wanted).scalars())


def _distance(count: int, usual: float) -> float:
    """How far a count lies above the usual; one statement more keeps rare lanes from being striking."""
    return float((count - usual) / (usual + 1) ** 0.5)


def gaps(store: Store, selection: Selection, *, days: int = 7) -> tuple[Gap, ...]:
    """Outlets without an article for more than ``days`` before the last day chosen, longest silent first.

    That is the corpus's last day, unless an earlier one is chosen: then later articles are as if not there.
    Only outlets that published on most weeks of the two months before their silence.
    """
    article, outlet = tables.article, tables.outlet
    with asking(store, selection) as (connection, filters):
        end = connection.execute(select(func.max(article.c.day))).scalar() or keys.NO_DAY
        end = min(end, filters.days[1]) if filters.days else end
        lasts = select(article.c.outlet_id, func.max(article.c.day).label("last"))
        ended = (
            lasts.where(
                article.c.day != keys.NO_DAY, article.c.day <= end, *one_of(article.c.outlet_id, filters.outlets)
            )
            .group_by(article.c.outlet_id)
            .subquery()
        )
        used = select(func.count((article.c.day // 7).distinct())).where(
            article.c.outlet_id == ended.c.outlet_id, article.c.day.between(ended.c.last - _LOOKED_BACK, ended.c.last)
        )
        wanted = select(outlet.c.name, ended.c.last, used.scalar_subquery()).join(
            ended, ended.c.outlet_id == outlet.c.id
        )
        rows = connection.execute(wanted.where(ended.c.last < end - days)).all()
    silent = [Gap(row[0], date.fromordinal(row[1]), end - row[1]) for row in rows if row[2] >= _REGULAR]
    return tuple(sorted(silent, key=lambda gap: (-gap.days, gap.outlet)))
