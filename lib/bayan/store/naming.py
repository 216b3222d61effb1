"""Names and their numbers: outlets, topics, extractors, and the actors, known to the registry or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Column, Connection, Table, func, select

import bayan.store.tables as tables
from bayan.records import Actor, Mention, SpeakerKind, Statement, first_day, last_day
from bayan.store.codes import SPEAKER_KINDS
from bayan.store.dialects import insert
from bayan.store.finding import index_names

UNKNOWN = "~"
"""Begins the key of a speaker that the registry does not know."""
_TIES = str.maketrans(",_", "  ")
"""What parts the values of a filter, and what ties the words of a hashtag."""
_ACTOR_COLUMNS = ("key", "kind", "name_ar", "name_en", "principal", "search")
_NUMBERED = (*_ACTOR_COLUMNS, "id")


def ids_of(connection: Connection, table: Table, names: Iterable[str]) -> dict[str, int]:
    """The numbers of names, given to those that have none yet."""
    wanted = dict.fromkeys(names)
    found = _find_ids(connection, table, table.c.name, wanted)
    missing = _number_new(connection, table, (name for name in wanted if name not in found))
    insert(connection, table, list(missing.items()), columns=("name", "id"))
    return found | missing


def _number_new(connection: Connection, table: Table, names: Iterable[str]) -> dict[str, int]:
    """The next numbers for names that have none: what a database counts by itself has gaps after a failure."""
    last: int = connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    return {name: number for number, name in enumerate(names, last + 1)}


def _find_ids(connection: Connection, table: Table, name: Column[str], wanted: Iterable[str]) -> dict[str, int]:
    rows = connection.execute(select(name, table.c.id).where(name.in_(list(wanted))))
    return {row[0]: row[1] for row in rows}


def speaker_key(statement: Statement) -> str | None:
    """The key of who speaks: the registry id, or ``~`` and the name.

    Commas part the values of a filter, so a key holds none; the words of a hashtag are read as words.
    """
    if statement.speaker_id:
        return statement.speaker_id
    name = " ".join((statement.speaker or "").translate(_TIES).split())
    return f"{UNKNOWN}{name}" if name else None


def actor_ids(connection: Connection, statements: Iterable[Statement], mentions: Iterable[Mention]) -> dict[str, int]:
    """The numbers of everyone who speaks, is addressed or is named; a row is made for who has none."""
    found: dict[str, tuple[SpeakerKind, str]] = {}
    for made in statements:
        key = speaker_key(made)
        if key:
            found.setdefault(key, (made.speaker_kind, (made.speaker or key).replace("_", " ")))
        if made.addressee_id:
            found.setdefault(made.addressee_id, (SpeakerKind.PERSON, made.addressee or made.addressee_id))
    for mention in mentions:
        found.setdefault(mention.actor_id, (SpeakerKind.PERSON, mention.name))
    numbers = _find_ids(connection, tables.actor, tables.actor.c.key, found)
    missing = _number_new(connection, tables.actor, (key for key in found if key not in numbers))
    rows = [
        (key, SPEAKER_KINDS.number(kind), name, None, None, index_names((name,)), missing[key])
        for key, (kind, name) in found.items()
        if key in missing
    ]
    insert(connection, tables.actor, rows, columns=_NUMBERED)
    return numbers | missing


def sync_actors(connection: Connection, actors: Sequence[Actor], principals: Mapping[str, Sequence[str]]) -> bool:
    """Bring the registry's actors up to date and say whether anything has changed."""
    columns = [tables.actor.c[name] for name in _ACTOR_COLUMNS]
    wanted = [
        (
            actor.id,
            SPEAKER_KINDS.number(actor.kind),
            actor.name_ar,
            actor.name_en,
            actor.principal,
            index_names((actor.name_ar, actor.name_en, *actor.aliases)),
        )
        for actor in actors
    ]
    known = {tuple(row[:-1]): row[-1] for row in connection.execute(select(*columns, tables.actor.c.id))}
    ids = {row[0]: number for row, number in known.items()}
    changed = [row for row in wanted if row not in known]
    ids |= _number_new(connection, tables.actor, (row[0] for row in changed if row[0] not in ids))
    insert(connection, tables.actor, [(*row, ids[row[0]]) for row in changed], columns=_NUMBERED, known="update")
    served = {
        (ids[principal], ids[key])
        for key, above in principals.items()
        for principal in above
        if key in ids and principal in ids
    }
    offices = {row for actor in actors for row in _tenure_rows(ids[actor.id], actor)}
    parted = _replace(connection, tables.speaks_for, served)
    return _replace(connection, tables.tenure, offices) or parted or bool(changed)


def _replace(connection: Connection, table: Table, wanted: set[tuple[object, ...]] | set[tuple[int, int]]) -> bool:
    """Make a small table hold exactly these rows."""
    if {tuple(row) for row in connection.execute(select(table))} == wanted:
        return False
    connection.execute(table.delete())
    insert(connection, table, sorted(wanted, key=lambda row: row[:2]))
    return True


def _tenure_rows(number: int, actor: Actor) -> Iterable[tuple[object, ...]]:
    """Tenures as ranges of days. What the data do not date is no range; an open end reaches into the future."""
    for seq, tenure in enumerate(actor.tenures):
        if tenure.since:
            until = last_day(tenure.until) if tenure.until else date.max
            yield number, seq, first_day(tenure.since).toordinal(), until.toordinal(), tenure.role_ar, tenure.role_en
