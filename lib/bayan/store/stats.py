"""What a store holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

import bayan.store.dialects as dialects
import bayan.store.reading as reading
import bayan.store.tables as tables
from bayan.store.keys import NO_DAY, day_of
from bayan.store.schema import schema_version


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a store holds. ``undated`` are articles without a day, ``copies`` near copies of others that were
    published before, ``annotated`` those an extractor has read."""

    articles: int
    undated: int
    copies: int
    annotated: int
    outlets: int
    statements: int
    mentions: int
    speakers: int
    since: date | None
    until: date | None
    bytes: int
    schema: int
    version: int


def read_stats(connection: Connection) -> Stats:
    """Count what a store holds."""
    article, statement = tables.article, tables.statement
    dated = article.c.day != NO_DAY
    articles, annotated, outlets, dates, since, until = connection.execute(
        select(
            func.count(),
            func.count(article.c.extractor_id),
            func.count(article.c.outlet_id.distinct()),
            func.count().filter(dated),
            func.min(article.c.day).filter(dated),
            func.max(article.c.day).filter(dated),
        )
    ).one()
    spoken = select(func.count(), func.count(statement.c.actor_id.distinct()))
    statements, speakers = connection.execute(spoken).one()
    return Stats(
        articles=articles,
        undated=articles - dates,
        copies=connection.execute(select(func.count()).where(tables.is_copy)).scalar_one(),
        annotated=annotated,
        outlets=outlets,
        statements=statements,
        mentions=connection.execute(select(func.count()).select_from(tables.mention)).scalar_one(),
        speakers=speakers,
        since=day_of(since or NO_DAY),
        until=day_of(until or NO_DAY),
        bytes=dialects.size(connection),
        schema=schema_version(connection),
        version=reading.data_version(connection),
    )
