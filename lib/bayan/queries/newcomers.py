"""Who appeared from nowhere."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from bayan.queries.actor_rows import Newcomer
from bayan.queries.counting import spoken
from bayan.queries.filters import Filters, asking, read_filters
from bayan.queries.ranking import count_by_speaker, rank
from bayan.queries.selection import Selection
from bayan.records import SpeakerKind
from bayan.store import Store, codes, keys, tables

_UNNAMED = codes.SPEAKER_KINDS.number(SpeakerKind.UNNAMED)
_LOOKED = 5
"""How many speakers are looked at for each that is listed: some one in five has no name."""


def newcomers(store: Store, selection: Selection, before: Selection, *, limit: int = 12) -> tuple[Newcomer, ...]:
    """The speakers of one period who say nothing in the other, most statements first; sources without a name apart."""
    with asking(store, selection) as (connection, filters):
        heard = count_by_speaker(connection, read_filters(connection, before))
        counts = {
            number: count for number, count in count_by_speaker(connection, filters).items() if number not in heard
        }
        chosen = _first_named(connection, counts, limit)
        actors = rank(connection, filters, {number: counts[number] for number in chosen})
        last = _last_heard(connection, filters, chosen)
    return tuple(Newcomer(actor, last.get(number)) for number, actor in zip(chosen, actors, strict=True))


def _first_named(connection: Connection, counts: dict[int, int], limit: int) -> list[int]:
    """The first speakers that are more than "a source" or "an official"."""
    first, actor = list(counts)[: limit * _LOOKED], tables.actor
    named = select(actor.c.id).where(actor.c.id.in_(first), actor.c.kind != _UNNAMED)
    known = set(connection.execute(named).scalars())
    return [number for number in first if number in known][:limit]


def _last_heard(connection: Connection, filters: Filters, speakers: list[int]) -> dict[int, date | None]:
    """The last day before the period on which each of some speakers said anything."""
    if not filters.days:
        return {}
    earlier = spoken(filters.without("days").of(speakers), by_speaker=True)
    where = [*earlier.where, earlier.dated, earlier.day < filters.days[0]]
    wanted = select(earlier.speaker, func.max(earlier.day)).where(*where).group_by(earlier.speaker)
    return {row[0]: keys.day_of(row[1]) for row in connection.execute(wanted)}
