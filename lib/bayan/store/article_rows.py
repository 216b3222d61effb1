"""The rows of one article over all tables.

Saving builds them anew, reads those that the store holds, and writes the difference; so a new article, one annotated
again and one that is moved or taken away all go the same way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

import bayan.store.tables as tables
from bayan.store.dialects import constant
from bayan.store.keys import SEQUENCE_BITS

Row = tuple[Any, ...]
TABLES = (
    tables.article,
    tables.article_text,
    tables.article_source,
    tables.mention,
    tables.actor_article,
    tables.statement,
    tables.statement_text,
    tables.statement_topic,
)
"""The tables that hold rows of an article."""
OWNERS = {
    "article": "id",
    "article_text": "id",
    "article_source": "article_id",
    "mention": "article_id",
    "actor_article": "article_id",
    "statement": "id",
    "statement_text": "id",
    "statement_topic": "statement_id",
}
"""The column of each that tells the article, or the statement and with it the article."""

ARTICLE_OF = tables.statement.c.id.op(">>")(constant(SEQUENCE_BITS))
"""The key of the article of a row of ``statement``."""


def place(table_name: str, column: str) -> int:
    """The place of a column in the rows of a table."""
    return list(tables.metadata.tables[table_name].columns.keys()).index(column)


@dataclass(slots=True)
class ArticleRows:
    """The rows of one article by table name, each in the order of the table's columns."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {table.name: [] for table in TABLES})


Change = tuple[ArticleRows | None, ArticleRows]
"""The rows that the store holds of an article, if any, and those that it shall hold."""


def differing(before: Iterable[Row], after: Iterable[Row]) -> tuple[Collection[Row], Collection[Row]]:
    """The rows that go and those that come; of articles that are all new, every one."""
    old = set(before)
    if not old:
        return (), list(after)
    new = set(after)
    return old - new, new - old


def read_article_rows(connection: Connection, keys: Sequence[int]) -> dict[int, ArticleRows]:
    """The stored rows of some articles by article key."""
    found = {key: ArticleRows() for key in keys}
    for table in TABLES:
        shift = SEQUENCE_BITS if table.name.startswith("statement") else 0
        owner = table.c[OWNERS[table.name]]
        wanted = select(table).order_by(*table.primary_key)
        if shift:
            first = tables.article.c.id.op("<<")(constant(shift))
            wanted = wanted.join_from(tables.article, table, owner.between(first, first.op("|")((1 << shift) - 1)))
            wanted = wanted.where(tables.article.c.id.in_(keys))
        else:
            wanted = wanted.where(owner.in_(keys))
        at = place(table.name, owner.name)
        for row in connection.execute(wanted):
            found[row[at] >> shift].rows[table.name].append(tuple(row))
    return found
