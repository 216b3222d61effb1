"""Who speaks most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, select

from bayan.queries.counting import count_statements, named, spoken
from bayan.queries.filters import Filters, asking, statements_where
from bayan.queries.rows import ActorRow
from bayan.queries.selection import Selection
from bayan.store import Store, codes, dialects, keys, tables

_actor = tables.actor


def ranking(store: Store, selection: Selection, *, limit: int = 20) -> tuple[ActorRow, ...]:
    """The speakers with most statements.

    ``share`` is their part of all statements under the other filters; ``mentions`` are those of the actor in the
    articles of the selection, ``articles`` those in which it speaks.
    """
    with asking(store, selection) as (connection, filters):
        return rank(connection, filters, count_by_speaker(connection, filters, limit))


def rank(connection: Connection, filters: Filters, counts: Mapping[int, int]) -> tuple[ActorRow, ...]:
    """Some speakers with their numbers of statements, and all else that is told of them, in their order."""
    top = filters.of(list(counts))
    source = named(top)
    mentions = connection.execute(
        select(source.actor, source.mentions).where(*source.where).group_by(source.actor)
    ).all()
    return actor_rows(
        connection,
        list(counts),
        statements=counts,
        mentions={row[0]: row[1] for row in mentions},
        articles=_articles_spoken_in(connection, top),
        parts=counts,
        whole=count_statements(connection, filters.without("actors")),
    )


def count_by_speaker(connection: Connection, filters: Filters, limit: int | None = None) -> dict[int, int]:
    """Speakers by number of statements, most first."""
    source = spoken(filters, by_speaker=True)
    count = source.count.label("n")
    wanted = select(source.speaker, count).where(*source.where).group_by(source.speaker)
    rows = connection.execute(wanted.order_by(count.desc(), source.speaker).limit(limit))
    return {row[0]: row[1] for row in rows}


def _articles_spoken_in(connection: Connection, filters: Filters) -> dict[int, int]:
    speaker = tables.statement.c.actor_id
    article = tables.statement.c.id.op(">>")(dialects.constant(keys.SEQUENCE_BITS))
    wanted = select(speaker, func.count(article.distinct())).where(*statements_where(filters)).group_by(speaker)
    return {row[0]: row[1] for row in connection.execute(wanted)}


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
