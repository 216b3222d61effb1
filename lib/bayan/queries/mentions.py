"""Who is named: most, and together. A chosen actor is one that is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, func, select

from bayan.queries.around import LATEST
from bayan.queries.counting import count_articles
from bayan.queries.filters import Filters, asking, named_where
from bayan.queries.ranking import actor_rows
from bayan.queries.rows import ActorRow, Pair, Together
from bayan.queries.selection import Selection
from bayan.queries.tallies import count_published, namings, speakers
from bayan.store import Store, codes, dialects, tables

Numbers = NDArray[np.int64]
_actor, _named = tables.actor, tables.actor_article


def mentions(store: Store, selection: Selection, *, limit: int = 20) -> tuple[ActorRow, ...]:
    """The actors that most of the selected articles name.

    ``share`` is their part of these articles; ``statements`` are the actor's own under the other filters.
    """
    with asking(store, selection) as (connection, filters):
        source = namings(filters)
        articles = source.articles.label("articles")
        wanted = select(source.actor, articles, source.mentions).where(*source.where).group_by(source.actor)
        found = connection.execute(wanted.order_by(articles.desc(), source.actor).limit(limit)).all()
        order = [row[0] for row in found]
        spoke = speakers(filters.of(order))
        statements = connection.execute(
            select(spoke.actor, spoke.count).where(*spoke.where).group_by(spoke.actor)
        ).all()
        counts = {row[0]: row[1] for row in found}
        return actor_rows(
            connection,
            order,
            statements={row[0]: row[1] for row in statements},
            mentions={row[0]: row[2] for row in found},
            articles=counts,
            parts=counts,
            whole=_count_articles(connection, filters.without("actors")),
        )


def _count_articles(connection: Connection, filters: Filters) -> int:
    """How many articles are selected: in the rollup, where this knows every filter."""
    if filters.by_publication:
        return count_published(connection, filters)[0]
    return count_articles(connection, filters)


def comentions(store: Store, selection: Selection, *, limit: int = 12) -> Together:
    """Pairs among the actors named most in the newest of the selected articles; with actors chosen, of those that
    name them."""
    with asking(store, selection) as (connection, filters):
        (key,) = _latest(filters).subquery("latest").c
        # Each article by a number from 1 on: a dozen times its key would be most of what is read.
        numbered = select(key, func.row_number().over(order_by=key.desc()).label("number")).subquery("numbered").c
        actor = func.coalesce(_named.c.actor_id, codes.ALL)  # nobody, where an article names nobody
        wanted = select(numbered.number, actor).outerjoin(_named, _named.c.article_id == numbered[key.name])
        articles, actors = dialects.read_columns(connection, wanted)
        looked = int(articles.max(initial=0))
        top = _most(actors, limit)
        names = {row.id: row.key for row in connection.execute(select(_actor).where(_actor.c.id.in_(top)))}
    together = _count_together(articles - 1, actors, top)
    ends = [(*sorted((names[top[one]], names[top[other]])), count) for one, other, count in together]
    told = [Pair(first, second, count) for first, second, count in ends]
    ordered = sorted(told, key=lambda pair: (-pair.articles, pair.first, pair.second))
    return Together(tuple(ordered), looked, looked < LATEST)


def _most(actors: Numbers, limit: int) -> list[int]:
    """The actors that stand there most often, nobody left out; of as many times the first known."""
    known, times = np.unique(actors[actors != codes.ALL], return_counts=True)
    order = np.lexsort((known, -times))[:limit]
    return [int(actor) for actor in known[order]]


def _count_together(articles: Numbers, actors: Numbers, top: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Pairs of places among the top actors, with the number of articles that name both: with a row of ones and zeros
    for each actor, one of them for each article, that is a product of matrices."""
    named = np.zeros((len(top), articles.max(initial=-1) + 1), np.float32)
    for at, actor in enumerate(top):
        named[at, articles[actors == actor]] = 1
    counts = named @ named.T
    for one, other in combinations(range(len(top)), 2):
        if counts[one, other]:
            yield one, other, int(counts[one, other])


def _latest(filters: Filters) -> Select[int]:
    """The newest of the selected articles that name an actor, or with actors chosen one of these."""
    if filters == Filters(dated=filters.dated):
        return select(tables.article.c.id).order_by(tables.article.c.id.desc()).limit(LATEST).correlate(None)
    article = _named.c.article_id
    wanted = select(article).distinct().where(*named_where(filters)).order_by(article.desc()).limit(LATEST)
    return wanted.correlate(None)
