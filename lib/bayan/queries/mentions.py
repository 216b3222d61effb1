"""Who is named: most, and together. A chosen actor is one that is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from sqlalchemy import Connection, Select, select

from bayan.queries.around import LATEST
from bayan.queries.counting import count_articles
from bayan.queries.filters import Filters, asking, named_where
from bayan.queries.ranking import actor_rows
from bayan.queries.rows import ActorRow, Pair, Together
from bayan.queries.selection import Selection
from bayan.queries.tallies import count_published, namings, speakers
from bayan.store import Store, dialects, tables

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
    if filters.words or filters.speaking or filters.by_article:
        return count_articles(connection, filters)
    return count_published(connection, filters)


def comentions(store: Store, selection: Selection, *, limit: int = 12) -> Together:
    """Pairs among the actors named most in the newest of the selected articles; with actors chosen, of those that
    name them."""
    with asking(store, selection) as (connection, filters):
        latest = _latest(filters).subquery("latest")
        (key,) = latest.c
        wanted = select(key, _named.c.actor_id).outerjoin_from(latest, _named, _named.c.article_id == key)
        articles, actors = dialects.read_columns(connection, wanted)
        counts = Counter(actors)
        del counts[None]  # an article that names nobody
        top = sorted(counts, key=lambda actor: (-counts[actor], actor))[:limit]
        names = {row.id: row.key for row in connection.execute(select(_actor).where(_actor.c.id.in_(top)))}
    looked = len(set(articles))
    pairs = _pair(articles, actors, top)
    ends = [(*sorted((names[one], names[other])), count) for (one, other), count in pairs.items()]
    told = [Pair(first, second, count) for first, second, count in ends]
    ordered = sorted(told, key=lambda pair: (-pair.articles, pair.first, pair.second))
    return Together(tuple(ordered), looked, looked < LATEST)


def _pair(articles: Sequence[int], actors: Sequence[int], top: Sequence[int]) -> Counter[tuple[int, int]]:
    """Pairs of the top actors, with the number of articles that name both.

    Each article has a bit for each of them: thousands of articles are some hundreds of such numbers.
    """
    bits = {actor: 1 << place for place, actor in enumerate(top)}
    named: dict[int, int] = defaultdict(int)
    for article, actor in zip(articles, actors, strict=True):
        if actor in bits:
            named[article] |= bits[actor]
    pairs: Counter[tuple[int, int]] = Counter()
    for together, count in Counter(named.values()).items():
        for pair in combinations((actor for actor in top if together & bits[actor]), 2):
            pairs[pair] += count
    return pairs


def _latest(filters: Filters) -> Select[int]:
    """The newest of the selected articles that name an actor, or with actors chosen one of these."""
    if filters == Filters(dated=filters.dated):
        return select(tables.article.c.id).order_by(tables.article.c.id.desc()).limit(LATEST).correlate(None)
    article = _named.c.article_id
    wanted = select(article).distinct().where(*named_where(filters)).order_by(article.desc()).limit(LATEST)
    return wanted.correlate(None)
