"""Who one actor is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, exists, select

from bayan.queries.actor_rows import ActorName, CountedActor, Office, Profile
from bayan.store import Store, codes, tables

_actor, _office, _served = tables.actor, tables.tenure, tables.speaks_for
_OPEN = date.max.toordinal()


def actor(store: Store, key: str) -> Profile | None:
    """An actor's names, offices and principals, None where the store does not know the key."""
    with store.read() as connection:
        found = connection.execute(select(_actor.c.id, _actor.c.principal).where(_actor.c.key == key)).one_or_none()
        if found is None:
            return None
        held = select(_office).where(_office.c.actor_id == found.id).order_by(_office.c.since, _office.c.seq)
        offices = tuple(
            Office(date.fromordinal(row.since), _end(row.until), row.role_ar, row.role_en)
            for row in connection.execute(held)
        )
        served = connection.execute(select(exists().where(_served.c.principal_id == found.id))).scalar_one()
        principals = tuple(_principals(connection, found.principal))
        name = actor_names(connection, [found.id])[found.id]
    return Profile(name, principals, offices, bool(served))


def _end(until: int) -> date | None:
    return None if until == _OPEN else date.fromordinal(until)


def _principals(connection: Connection, key: str | None) -> Iterator[ActorName]:
    """The chain of those whom an actor speaks for, nearest first."""
    passed: set[str] = set()
    while key and key not in passed:
        passed.add(key)
        row = connection.execute(select(_actor.c.id, _actor.c.principal).where(_actor.c.key == key)).one_or_none()
        if row is None:
            return
        yield actor_names(connection, [row.id])[row.id]
        key = row.principal


def actor_names(connection: Connection, numbers: Iterable[int]) -> dict[int, ActorName]:
    """Actors by their numbers."""
    wanted = select(_actor.c.id, _actor.c.key, _actor.c.name_ar, _actor.c.name_en, _actor.c.kind)
    rows = connection.execute(wanted.where(_actor.c.id.in_(list(numbers))))
    return {row.id: ActorName(row.key, row.name_ar, row.name_en, codes.SPEAKER_KINDS.word(row.kind)) for row in rows}


def counted_actors(connection: Connection, counts: Mapping[int, int]) -> tuple[CountedActor, ...]:
    """Actors with their numbers, in the order given."""
    names = actor_names(connection, counts)
    return tuple(CountedActor(names[number], count) for number, count in counts.items())
