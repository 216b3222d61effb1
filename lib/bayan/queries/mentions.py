"""Who is named: most, and together. A chosen actor is one that is named."""

from __future__ import annotations

from sqlalchemy import Connection, Select, func, select

from bayan.queries.around import LATEST
from bayan.queries.counting import count_articles
from bayan.queries.filters import Filters, asking, named_where
from bayan.queries.ranking import actor_rows
from bayan.queries.rows import ActorRow, Pair, Together
from bayan.queries.selection import Selection
from bayan.queries.tallies import count_published, namings, speakers
from bayan.store import Store, tables

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
        article, actor = _named.c.article_id, _named.c.actor_id
        latest = _latest(filters)
        wanted = select(actor).where(article.in_(latest)).group_by(actor)
        top = list(connection.execute(wanted.order_by(func.count().desc(), actor).limit(limit)).scalars())
        one, other = _named.alias("one"), _named.alias("other")
        pairs = (
            select(one.c.actor_id, other.c.actor_id, func.count())
            .join_from(one, other, (other.c.article_id == one.c.article_id) & (other.c.actor_id > one.c.actor_id))
            .where(one.c.article_id.in_(latest), one.c.actor_id.in_(top), other.c.actor_id.in_(top))
            .group_by(one.c.actor_id, other.c.actor_id)
        )
        found = connection.execute(pairs).all()
        names = {row.id: row.key for row in connection.execute(select(_actor).where(_actor.c.id.in_(top)))}
        looked = connection.execute(select(func.count()).select_from(latest.subquery())).scalar_one()
    ordered = [(*sorted((names[row[0]], names[row[1]])), row[2]) for row in found]
    told = sorted((Pair(*pair) for pair in ordered), key=lambda pair: (-pair.articles, pair.first, pair.second))
    return Together(tuple(told), looked, looked < LATEST)


def _latest(filters: Filters) -> Select[int]:
    """The newest of the selected articles that name an actor, or with actors chosen one of these."""
    if filters == Filters(dated=filters.dated):
        return select(tables.article.c.id).order_by(tables.article.c.id.desc()).limit(LATEST).correlate(None)
    article = _named.c.article_id
    wanted = select(article).distinct().where(*named_where(filters)).order_by(article.desc()).limit(LATEST)
    return wanted.correlate(None)
