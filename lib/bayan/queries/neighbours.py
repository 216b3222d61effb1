"""The articles before and after one in the list that a selection gives."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, select

from bayan.queries.filters import Conditions, articles_where, asking
from bayan.queries.public_ids import article_key, public_id
from bayan.queries.rows import Neighbours
from bayan.queries.selection import Selection
from bayan.store import Store, dialects, tables


def neighbours(store: Store, selection: Selection, article_id: str) -> Neighbours:
    """The ids of the next newer and the next older article of the selection; None at its ends."""
    with asking(store, selection) as (connection, filters):
        place = article_key(connection, article_id)
        if place is None:
            return Neighbours(None, None)
        key, where = articles_where(filters)
        newer = _nearest(connection, key, [*where, key > place], older=False, by_index=filters.in_texts)
        older = _nearest(connection, key, [*where, key < place], older=True, by_index=filters.in_texts)
    return Neighbours(newer, older)


def _nearest(
    connection: Connection, key: ColumnElement[int], where: Conditions, *, older: bool, by_index: bool
) -> str | None:
    wanted = select(key).where(*where)
    if by_index:
        ordered = dialects.newest(connection, wanted, [key], oldest=not older)
    else:
        ordered = wanted.order_by(key.desc() if older else key.asc())
    found = connection.execute(ordered.limit(1)).scalar()
    if found is None:
        return None
    return public_id(connection.execute(select(tables.article.c.hash).where(tables.article.c.id == found)).scalar_one())
