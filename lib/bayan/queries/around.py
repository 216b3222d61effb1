"""What stands around the statements of actors: whom they speak about and to, through whom, and who is named with them.

These counts walk over rows, so they look at the newest statements or articles only, and say of how many they speak.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, func, select

from bayan.queries.actor import counted_actors
from bayan.queries.actor_rows import Around, Relays
from bayan.queries.filters import Conditions, Filters, asking, named_where, statements_where
from bayan.queries.rows import FacetValue
from bayan.queries.selection import Selection
from bayan.queries.statements import statement_order
from bayan.store import Store, dialects, keys, tables

LATEST = 5_000
"""How many statements or articles are looked at: some 30 ms, however large the store is."""
_statement, _mention, _named = tables.statement, tables.mention, tables.actor_article


def spoken_about(store: Store, selection: Selection, *, limit: int = 12) -> Around:
    """The actors that are named inside the words of the selected statements; the speakers themselves are left out."""
    with asking(store, selection) as (connection, filters):
        latest = _latest_statements(filters)
        article = _statement.c.id.op(">>")(dialects.constant(keys.SEQUENCE_BITS))
        inside = (
            (_mention.c.article_id == article)
            & (_mention.c.field == _statement.c.field)
            & _mention.c.start.between(_statement.c.content_start, _statement.c.content_end)
            & (_mention.c.stop <= _statement.c.content_end)
        )
        wanted = (
            select(_mention.c.actor_id, func.count(_statement.c.id.distinct()))
            .join_from(_statement, _mention, inside)
            .where(_statement.c.id.in_(latest), *_others(filters, _mention.c.actor_id))
        )
        return _around(connection, wanted, _mention.c.actor_id, latest, limit)


def addressees(store: Store, selection: Selection, *, limit: int = 12) -> Around:
    """The actors to whom the selected statements are said."""
    with asking(store, selection) as (connection, filters):
        latest = _latest_statements(filters)
        to = _statement.c.addressee_id
        wanted = select(to, func.count()).where(_statement.c.id.in_(latest), to.is_not(None))
        return _around(connection, wanted, to, latest, limit)


def relays(store: Store, selection: Selection, *, limit: int = 12) -> Relays:
    """Through whom the selected statements came."""
    with asking(store, selection) as (connection, filters):
        latest = _latest_statements(filters)
        text = tables.statement_text
        count = func.count().label("n")
        wanted = select(text.c.via, count).where(text.c.id.in_(latest), text.c.via.is_not(None)).group_by(text.c.via)
        rows = connection.execute(wanted.order_by(count.desc(), text.c.via).limit(limit))
        names = tuple(FacetValue(row[0], row[1]) for row in rows)
        return Relays(names, *_looked(connection, latest))


def named_with(store: Store, selection: Selection, *, limit: int = 12) -> Around:
    """The actors that are named in the articles which name the chosen ones."""
    with asking(store, selection) as (connection, filters):
        article = _named.c.article_id
        latest = select(article).distinct().where(*named_where(filters)).order_by(article.desc()).limit(LATEST)
        other = _named.alias("other")
        wanted = select(other.c.actor_id, func.count()).where(
            other.c.article_id.in_(latest), *_others(filters, other.c.actor_id)
        )
        return _around(connection, wanted, other.c.actor_id, latest, limit)


def _latest_statements(filters: Filters) -> Select[int]:
    newest = (column.desc() for column in statement_order(filters))
    return select(_statement.c.id).where(*statements_where(filters)).order_by(*newest).limit(LATEST).correlate(None)


def _others(filters: Filters, actor: ColumnElement[int]) -> Conditions:
    return [actor.not_in(filters.actors)] if filters.actors else []


def _around(
    connection: Connection, wanted: Select[int, int], actor: ColumnElement[int], latest: Select[int], limit: int
) -> Around:
    count = wanted.selected_columns[1]
    rows = connection.execute(wanted.group_by(actor).order_by(count.desc(), actor).limit(limit))
    actors = counted_actors(connection, {row[0]: row[1] for row in rows})
    return Around(actors, *_looked(connection, latest))


def _looked(connection: Connection, latest: Select[int]) -> tuple[int, bool]:
    """How many were looked at, and whether these are all."""
    looked = connection.execute(select(func.count()).select_from(latest.subquery())).scalar_one()
    return looked, looked < LATEST
