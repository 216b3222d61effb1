"""Articles as a list, page by page, with marked snippets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from bayan.queries.filters import Filters, articles_where, asking, of_article
from bayan.queries.folding import Groups, find_groups, read_folded, tell_articles
from bayan.queries.places import print_place, read_place
from bayan.queries.public_ids import public_id
from bayan.queries.rows import ArticleRow, Page, Sort
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
    .where(dialects.given(_article.c.id, "found"))
)


def articles(
    store: Store,
    selection: Selection,
    *,
    after: str | None = None,
    limit: int = 20,
    sort: Sort = "date",
    fold: bool = False,
) -> Page[ArticleRow]:
    """One page of the selected articles, newest first, undated last; ``after`` is the ``next`` of the page before.

    Words are looked for in title and body; the snippet shows their first place in the body. Sorted by relevance, an
    article that holds them in its title or more often comes first; without words the order is that of days. With
    ``fold``, near copies stand under the first published of those that are selected.
    """
    with asking(store, selection) as (connection, filters):
        key, where = articles_where(filters)
        by_relevance = bool(filters.words) and sort == "relevance"
        wanted = select(key).where(*where)

        def fetch(place: int | None, count: int) -> list[tuple[int, int]]:
            read = _by_relevance if by_relevance else _by_date
            return read(connection, filters, wanted, place, count)

        def group(found: Sequence[int]) -> Groups:
            return find_groups(connection, "article", found, key, where) if fold else {}

        begin = read_place(after, 1)[0] if after else None
        kept, groups, more = read_folded(fetch, group, begin, limit)
        page = read_articles(connection, [number for _, number in kept], filters.words)
        return Page(page, print_place(kept[-1][0]) if more else None, tell_articles(connection, groups))


def _by_date(
    connection: Connection, filters: Filters, wanted: Select[int], place: int | None, count: int
) -> list[tuple[int, int]]:
    """The next keys, each its own place."""
    (key,) = wanted.selected_columns
    if place is not None:
        wanted = wanted.where(key < place)
    ordered = dialects.newest(connection, wanted, [key]) if filters.in_texts else wanted.order_by(key.desc())
    found = connection.execute(ordered.limit(count)).scalars()
    return [(number, number) for number in found]


def _by_relevance(
    connection: Connection, filters: Filters, wanted: Select[int], place: int | None, count: int
) -> list[tuple[int, int]]:
    """The next keys, each with its number in the list: that is its place."""
    rank = dialects.relevance(connection, "fts", filters.words.wanted if filters.words else ())
    (key,) = wanted.selected_columns
    found = connection.execute(wanted.order_by(rank.desc(), key.desc()).limit(count).offset(place or 0)).scalars()
    return list(enumerate(found, start=(place or 0) + 1))


def read_articles(connection: Connection, found: Sequence[int], words: Words | None = None) -> tuple[ArticleRow, ...]:
    """The articles with these keys, in their order, with the words that were looked for."""
    with dialects.planned_once(connection):
        rows = {row.id: row for row in connection.execute(_LISTED, {"found": dialects.told(found)})}
    return tuple(_read(rows[key], words) for key in found)


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
