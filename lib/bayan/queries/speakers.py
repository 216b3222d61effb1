"""Several speakers over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select

from bayan.queries.actor_rows import CountPoint, SpeakerSeries
from bayan.queries.counting import spoken
from bayan.queries.filters import asking
from bayan.queries.periods import bucket_of, choose_step, first_day, with_calendar
from bayan.queries.selection import Selection
from bayan.store import Store, tables

_actor = tables.actor


def speakers_over_time(store: Store, selection: Selection, keys: Sequence[str]) -> SpeakerSeries:
    """Count the statements of each of some speakers by bucket, in the order of ``keys``, whoever is chosen."""
    with asking(store, selection) as (connection, filters):
        rows = connection.execute(select(_actor.c.id, _actor.c.key).where(_actor.c.key.in_(keys)))
        names = {row.id: row.key for row in rows}
        source = spoken(filters.of(list(names)), by_speaker=True)
        where = [*source.where, source.dated]
        step = choose_step(*connection.execute(select(func.min(source.day), func.max(source.day)).where(*where)).one())
        cell = source.speaker, bucket_of(step, source.day)
        wanted = select(*cell, source.count).where(*where).group_by(*cell).order_by(*cell)
        found: dict[str, list[CountPoint]] = defaultdict(list)
        for speaker, bucket, count in connection.execute(with_calendar(wanted, step, source.day)):
            found[names[speaker]].append(CountPoint(first_day(step, bucket), count))
    return SpeakerSeries(step, tuple(tuple(found[key]) for key in keys))
