"""Who speaks most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from bayan.queries.counting import count_statements
from bayan.queries.filters import Filters, asking
from bayan.queries.rows import ActorRow
from bayan.queries.selection import Selection
from bayan.queries.tallies import namings, speakers
from bayan.store import Store, codes, tables

_actor = tables.actor


def ranking(store: Store, selection: Selection, *, limit: int = 20) -> tuple[ActorRow, ...]:
    """The speakers with most statements.

    ``share`` is their part of all statements under the other filters; ``mentions`` are those of the actor in the
    articles of the selection, ``articles`` those that hold one.
    """
    with asking(store, selection) as (connection, filters):
        return rank(connection, filters, count_by_speaker(connection, filters, limit))


def rank(connection: Connection, filters: Filters, counts: Mapping[int, int]) -> tuple[ActorRow, ...]:
    """Some speakers with their numbers of statements, and all else that is told of them, in their order."""
    top = filters.of(list(counts))
    source = namings(top)
    wanted = select(source.actor, source.articles, source.mentions).where(*source.where).group_by(source.actor)
    mentions = connection.execute(wanted).all()
    return actor_rows(
        connection,
        list(counts),
        statements=counts,
        mentions={row[0]: row[2] for row in mentions},
        articles={row[0]: row[1] for row in mentions},
        parts=counts,
        whole=count_statements(connection, filters.without("actors")),
    )


def count_by_speaker(connection: Connection, filters: Filters, limit: int | None = None) -> dict[int, int]:
    """Speakers by number of statements, most first."""
    wanted = speakers(filters).counted()
    speaker, count = wanted.selected_columns
    rows = connection.execute(wanted.order_by(count.desc(), speaker).limit(limit))
    return {row[0]: row[1] for row in rows}


def actor_rows(
    connection: Connection,
    order: Sequence[int],
    *,
    statements: Mapping[int, int],
    mentions: Mapping[int, int],
    articles: Mapping[int, int],
    parts: Mapping[int, int],
    whole: int,
) -> tuple[ActorRow, ...]:
    """Actors with their numbers, in an order; ``share`` is each one's part of a whole."""
    known = {row.id: row for row in connection.execute(select(_actor).where(_actor.c.id.in_(order)))}
    return tuple(
        ActorRow(
            key=known[number].key,
            name_ar=known[number].name_ar,
            name_en=known[number].name_en,
            kind=codes.SPEAKER_KINDS.word(known[number].kind),
            statements=statements.get(number, 0),
            mentions=mentions.get(number, 0),
            articles=articles.get(number, 0),
            share=parts[number] / whole,
        )
        for number in order
    )
