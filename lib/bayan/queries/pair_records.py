"""Who is named with whom, month by month, streamed: memory holds the pairs of one month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, groupby, islice
from operator import attrgetter, itemgetter

from sqlalchemy import Connection, func, select

from bayan.errors import TooSlow
from bayan.queries.extract_rows import PairRecord
from bayan.queries.filters import PATIENCE, Filters, named_where, read_filters
from bayan.queries.selection import Selection
from bayan.records import SpeakerKind
from bayan.store import Store, codes, dialects, keys, tables

_BATCH = 500
_actor, _named = tables.actor, tables.actor_article


def iter_pairs(store: Store, selection: Selection) -> Iterator[PairRecord]:
    """Every pair in the selected articles, the newest month first, in it the most frequent pair.

    With actors chosen, in the articles that name one of them. From one view of the store.
    """
    with store.read() as connection:
        filters = read_filters(connection, selection)
        article = _named.c.article_id
        wanted = select(article).distinct().where(*named_where(filters)).order_by(article.desc())
        actors = _read_actors(connection)
        counted: Counter[tuple[int, int]] = Counter()
        current: str | None = None
        for key, pairs in _pairs(connection, dialects.stream(connection, wanted)):
            if (month := _month(key)) != current:
                yield from _told(current, counted, actors)
                counted, current = Counter(), month
            counted.update(pairs)
        yield from _told(current, counted, actors)


def count_pairs(store: Store, selection: Selection) -> int | None:
    """How many rows ``iter_pairs`` gives, or None where counting them takes longer than a page should wait."""
    try:
        with store.read(seconds=PATIENCE) as connection:
            filters = read_filters(connection, selection)
            one, other, month = _named.alias("one"), _named.alias("other"), tables.calendar.c.month
            day = one.c.article_id.op(">>")(dialects.constant(keys.SERIAL_BITS))
            together = (other.c.article_id == one.c.article_id) & (other.c.actor_id > one.c.actor_id)
            wanted = select(one.c.actor_id, other.c.actor_id.label("second"), month).join_from(one, other, together)
            wanted = wanted.outerjoin(tables.calendar, (tables.calendar.c.day == day) & (one.c.article_id > 0))
            if filters != Filters(dated=filters.dated):
                chosen = select(_named.c.article_id).where(*named_where(filters)).correlate(None)
                wanted = wanted.where(one.c.article_id.in_(chosen))
            return connection.execute(select(func.count()).select_from(wanted.distinct().subquery())).scalar_one()
    except TooSlow:
        return None


_Named = tuple[int, str, str, str | None, SpeakerKind]
"""The place of an actor in the order of keys, its key, its names and its kind. Every pair needs both: rows are slow."""


def _read_actors(connection: Connection) -> dict[int, _Named]:
    rows = connection.execute(select(_actor).where(_actor.c.mentions > 0))
    ordered = sorted(rows, key=attrgetter("key"))
    return {
        row.id: (place, row.key, row.name_ar, row.name_en, codes.SPEAKER_KINDS.word(row.kind))
        for place, row in enumerate(ordered)
    }


def _pairs(connection: Connection, found: Iterator[int]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The pairs of actors in each article."""
    while batch := list(islice(found, _BATCH)):
        wanted = select(_named.c.article_id, _named.c.actor_id).where(_named.c.article_id.in_(batch))
        rows = connection.execute(wanted.order_by(_named.c.article_id.desc(), _named.c.actor_id))
        for key, group in groupby(rows, key=itemgetter(0)):
            yield key, list(combinations([row[1] for row in group], 2))


def _month(article: int) -> str | None:
    day = keys.day_of(article >> keys.SERIAL_BITS) if article > 0 else None
    return day.isoformat()[: len("2020-07")] if day else None


def _told(month: str | None, counted: Counter[tuple[int, int]], actors: dict[int, _Named]) -> Iterator[PairRecord]:
    found: list[tuple[int, _Named, _Named]] = []
    for (one, other), articles in counted.items():
        first, second = sorted((actors[one], actors[other]))
        found.append((-articles, first, second))
    for less, first, second in sorted(found):
        yield PairRecord(month, *first[1:], *second[1:], -less)
