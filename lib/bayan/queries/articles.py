"""Articles as a list, page by page, with marked snippets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from bayan.queries.filters import articles_where, asking, of_article
from bayan.queries.places import print_place, read_place
from bayan.queries.public_ids import public_id
from bayan.queries.rows import ArticleRow, Page
from bayan.queries.selection import Selection
from bayan.queries.words import Words, find_hits, make_snippet
from bayan.store import Store, dialects, keys, tables

_article, _text, _statement = tables.article, tables.article_text, tables.statement
_LISTED = (
    select(
        _article,
        _text.c.body,
        tables.outlet.c.name.label("outlet"),
        select(func.count()).where(of_article(_article.c.id, _statement.c.id)).scalar_subquery().label("statements"),
    )
    .join_from(_article, _text, _text.c.id == _article.c.id)
    .join(tables.outlet, tables.outlet.c.id == _article.c.outlet_id)
)


def articles(store: Store, selection: Selection, *, after: str | None = None, limit: int = 20) -> Page[ArticleRow]:
    """One page of the selected articles, newest first, undated last; ``after`` is the ``next`` of the page before.

    Words are looked for in title and body; the snippet shows their first place in the body.
    """
    with asking(store, selection) as (connection, filters):
        key, where = articles_where(filters)
        wanted = select(key).where(*where)
        if after:
            wanted = wanted.where(key < read_place(after, 1)[0])
        order = dialects.in_order(connection, wanted, [key])[0] if filters.words else key
        found = connection.execute(wanted.order_by(order.desc()).limit(limit + 1)).scalars().all()
        page = read_articles(connection, found[:limit], filters.words)
    return Page(page, print_place(found[limit - 1]) if len(found) > limit else None)


def read_articles(connection: Connection, found: Sequence[int], words: Words | None = None) -> tuple[ArticleRow, ...]:
    """The articles with these keys, newest first, with the words that were looked for."""
    rows = connection.execute(_LISTED.where(_article.c.id.in_(found)).order_by(_article.c.id.desc()))
    return tuple(_read(row, words) for row in rows)


def _read(row: Row[Any], words: Words | None) -> ArticleRow:
    snippet, marks = make_snippet(row.body, words)
    return ArticleRow(
        id=public_id(row.hash),
        outlet=row.outlet,
        title=row.title,
        published=keys.day_of(row.day),
        url=row.url,
        statements=row.statements,
        snippet=snippet,
        title_marks=find_hits(row.title, words) if words else (),
        snippet_marks=marks,
    )
