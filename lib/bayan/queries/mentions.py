"""Who is named: most, and together. A chosen actor is one that is named."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, func, select

from bayan.queries.counting import count_articles, spoken
from bayan.queries.filters import Conditions, Filters, asking, named_where
from bayan.queries.ranking import actor_rows
from bayan.queries.rows import ActorRow, Pair
from bayan.queries.selection import Selection
from bayan.queries.tallies import namings
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
        spoke = spoken(filters.of(order), by_speaker=True)
        statements = connection.execute(
            select(spoke.speaker, spoke.count).where(*spoke.where).group_by(spoke.speaker)
        ).all()
        counts = {row[0]: row[1] for row in found}
        return actor_rows(
            connection,
            order,
            statements={row[0]: row[1] for row in statements},
            mentions={row[0]: row[2] for row in found},
            articles=counts,
            parts=counts,
            whole=count_articles(connection, filters.without("actors")),
        )


def comentions(store: Store, selection: Selection, *, limit: int = 12) -> tuple[Pair, ...]:
    """Pairs among the actors named most in the selected articles; with actors chosen, in those that name them."""
    with asking(store, selection) as (connection, filters):
        top = _most_named(connection, filters, limit)
        one, other = _named.alias("one"), _named.alias("other")
        wanted = (
            select(one.c.actor_id, other.c.actor_id, func.count())
            .join_from(one, other, (other.c.article_id == one.c.article_id) & (other.c.actor_id > one.c.actor_id))
            .where(one.c.actor_id.in_(top), other.c.actor_id.in_(top), *_in_articles(filters, one.c.article_id))
            .group_by(one.c.actor_id, other.c.actor_id)
        )
        found = connection.execute(wanted).all()
        names = {row.id: row.key for row in connection.execute(select(_actor).where(_actor.c.id.in_(top)))}
    ordered = [(*sorted((names[row[0]], names[row[1]])), row[2]) for row in found]
    pairs = [Pair(first, second, articles) for first, second, articles in ordered]
    return tuple(sorted(pairs, key=lambda pair: (-pair.articles, pair.first, pair.second)))


def _most_named(connection: Connection, filters: Filters, limit: int) -> list[int]:
    source = namings(filters.without("actors"))
    actor, articles, where = source.actor, source.articles, source.where
    if filters.actors is not None:
        actor, articles = _named.c.actor_id, func.count(_named.c.article_id)
        where = _in_articles(filters, _named.c.article_id)
    wanted = select(actor).where(*where).group_by(actor).order_by(articles.desc(), actor).limit(limit)
    return list(connection.execute(wanted).scalars())


def _in_articles(filters: Filters, article: ColumnElement[int]) -> Conditions:
    """The condition that an article is selected and names a chosen actor."""
    if filters == Filters(dated=filters.dated):
        return []
    return [article.in_(select(_named.c.article_id).where(*named_where(filters)).correlate(None))]
