"""Every actor of a selection with its numbers and offices, streamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from bayan.errors import TooSlow
from bayan.queries.counting import named, spoken
from bayan.queries.extract_rows import ActorRecord
from bayan.queries.filters import PATIENCE, Filters, read_filters, statements_where
from bayan.queries.periods import AnySelect
from bayan.queries.selection import Selection
from bayan.store import Store, codes, dialects, keys, tables

AnyRow = Row[*tuple[Any, ...]]
_BATCH = 500
_UNKNOWN = "~"
_actor, _statement, _tenure = tables.actor, tables.statement, tables.tenure


def iter_actors(store: Store, selection: Selection) -> Iterator[ActorRecord]:
    """Every actor that speaks or is named, from one view of the store.

    Those with most statements come first, then those who are named only, by the number of articles.
    """
    with store.read() as connection:
        filters = read_filters(connection, selection)
        speakers, others = _speakers(filters), _only_named(filters)
        found = chain(dialects.stream(connection, speakers), dialects.stream(connection, others))
        while batch := list(islice(found, _BATCH)):
            yield from _read(connection, filters, batch)


def count_actors(store: Store, selection: Selection) -> int | None:
    """How many actors ``iter_actors`` gives, or None where counting them takes longer than a page should wait."""
    try:
        with store.read(seconds=PATIENCE) as connection:
            filters = read_filters(connection, selection)
            counts = [
                select(func.count()).select_from(wanted.order_by(None).subquery())
                for wanted in (_speakers(filters), _only_named(filters))
            ]
            return sum(connection.execute(count).scalar_one() for count in counts)
    except TooSlow:
        return None


def _speakers(filters: Filters) -> Select[int]:
    source = spoken(filters, by_speaker=True)
    wanted = select(source.speaker).where(*source.where).group_by(source.speaker)
    return wanted.order_by(source.count.desc(), source.speaker)


def _only_named(filters: Filters) -> Select[int]:
    source = named(filters, by_actor=True)
    speakers = _speakers(filters).order_by(None).correlate(None)
    wanted = select(source.actor).where(*source.where, source.actor.not_in(speakers)).group_by(source.actor)
    return wanted.order_by(source.articles.desc(), source.actor)


def _read(connection: Connection, filters: Filters, batch: Sequence[int]) -> Iterator[ActorRecord]:
    of_batch = filters.of(batch)
    known = {row.id: row for row in connection.execute(select(_actor).where(_actor.c.id.in_(batch)))}
    said: dict[int, list[AnyRow]] = {}
    for row in connection.execute(_said(of_batch)):
        said.setdefault(row[0], []).append(row)
    articles = {row[0]: row[1] for row in connection.execute(_articles_said(of_batch))}
    names = {row[0]: row for row in connection.execute(_named(of_batch))}
    offices: dict[int, list[AnyRow]] = {}
    held = select(_tenure).where(_tenure.c.actor_id.in_(batch))
    for row in connection.execute(held.order_by(_tenure.c.actor_id, _tenure.c.since, _tenure.c.seq)):
        offices.setdefault(row.actor_id, []).append(row)
    for number in batch:
        yield _record(
            known[number],
            said.get(number, []),
            articles.get(number, 0),
            names.get(number, (number, 0, 0, None, None)),
            offices.get(number, []),
        )


def _said(filters: Filters) -> AnySelect:
    source = spoken(filters, by_speaker=True)
    first, last = (edge(source.day).filter(source.dated) for edge in (func.min, func.max))
    wanted = select(source.speaker, source.act, source.count, first, last)
    return wanted.where(*source.where).group_by(source.speaker, source.act)


def _articles_said(filters: Filters) -> AnySelect:
    article = _statement.c.id.op(">>")(dialects.constant(keys.SEQUENCE_BITS))
    wanted = select(_statement.c.actor_id, func.count(article.distinct()))
    return wanted.where(*statements_where(filters)).group_by(_statement.c.actor_id)


def _named(filters: Filters) -> AnySelect:
    source = named(filters, by_actor=True)
    first, last = (edge(source.day).filter(source.dated) for edge in (func.min, func.max))
    wanted = select(source.actor, source.articles, source.mentions, first, last)
    return wanted.where(*source.where).group_by(source.actor)


def _record(actor: AnyRow, said: list[AnyRow], articles: int, names: Any, offices: list[AnyRow]) -> ActorRecord:
    firsts, lasts = ([row[at] for row in said if row[at] is not None] for at in (3, 4))
    _, articles_named, mentions, first_named, last_named = names
    days = [day for day in (*firsts, *lasts, first_named, last_named) if day is not None]
    held = [row for row in offices if days and row.since <= max(days) and min(days) <= row.until]
    return ActorRecord(
        key=actor.key,
        actor_id=None if actor.key.startswith(_UNKNOWN) else actor.key,
        name_ar=actor.name_ar,
        name_en=actor.name_en,
        kind=codes.SPEAKER_KINDS.word(actor.kind),
        principal_id=actor.principal,
        roles_ar=tuple(dict.fromkeys(row.role_ar for row in held)),
        roles_en=tuple(dict.fromkeys(row.role_en for row in held)),
        statements=sum(row[2] for row in said),
        acts={codes.ACTS.word(row[1]): row[2] for row in said},
        articles_said=articles,
        first_said=keys.day_of(min(firsts, default=keys.NO_DAY)),
        last_said=keys.day_of(max(lasts, default=keys.NO_DAY)),
        mentions=mentions,
        articles_named=articles_named,
        first_named=keys.day_of(first_named or keys.NO_DAY),
        last_named=keys.day_of(last_named or keys.NO_DAY),
    )
