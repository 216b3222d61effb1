"""Lists in which what repeats an earlier row stands under it: near copies of articles, the same words of a speaker.

What is folded is told from the selected rows alone: a copy whose original the selection leaves out stands for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, distinct, func, select

from bayan.errors import TooSlow
from bayan.queries.copy_rows import Folded, FoldedKind
from bayan.queries.counting import keys_where
from bayan.queries.filters import PATIENCE, Conditions, articles_where, read_filters, statements_where
from bayan.queries.public_ids import public_id
from bayan.queries.selection import Selection
from bayan.queries.statement_rows import read_statements
from bayan.store import Store, keys, tables

Place = TypeVar("Place")
Groups = dict[int, list[int]]
"""The selected members of the group of each key, the first published first; what repeats nothing is left out."""
_wire, _quote, _statement = tables.wire, tables.quote, tables.statement
_GROUPS: dict[FoldedKind, tuple[Column[int], Column[int]]] = {
    "article": (_wire.c.article_id, _wire.c.first_id),
    "statement": (_quote.c.statement_id, _quote.c.first_id),
}


def count_folded(store: Store, selection: Selection, kind: FoldedKind) -> int | None:
    """How many selected articles or statements stand under others in a folded list; None where that takes too long."""
    member, first = _GROUPS[kind]
    try:
        with store.read(seconds=PATIENCE) as connection:
            filters = read_filters(connection, selection)
            # One row of each group is shown; where everything is selected it is the first, and that is known at once.
            counted = select(func.count() - func.count(distinct(first)))
            if kind == "article":
                key, where = articles_where(filters)
                wanted = counted.where(member.in_(select(key).where(*where)))
            else:
                told, where = keys_where(filters, member), statements_where(filters)
                if told is None:
                    # What repeats others is less than what is selected: it is looked up, not listed.
                    told, counted = where, counted.join_from(_quote, _statement, _statement.c.id == member)
                wanted = counted.where(*told)
            if not where:
                wanted = select(func.count()).where(member != first)
            return connection.execute(wanted).scalar_one()
    except TooSlow:
        return None


def find_groups(
    connection: Connection, kind: FoldedKind, found: Sequence[int], key: ColumnElement[int], where: Conditions
) -> Groups:
    """Which selected rows repeat some keys of a ``kind``: article or statement."""
    member, first = _GROUPS[kind]
    groups = _pairs(connection, select(member, first).where(member.in_(found)))
    if not groups:
        return {}
    group_of = _pairs(connection, select(member, first).where(first.in_(set(groups.values()))))
    selected = connection.execute(select(key).where(*where, key.in_(list(group_of)))).scalars()
    members: dict[int, list[int]] = defaultdict(list)
    # What has no day comes last; of one day only the store knows which was published first.
    for one in sorted(selected, key=lambda one: (one != group_of[one], one < 0, one)):
        members[group_of[one]].append(one)
    return {one: members[groups[one]] for one in groups if len(members[groups[one]]) > 1}


def _pairs(connection: Connection, wanted: Select[int, int]) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(wanted)}


def read_folded(
    fetch: Callable[[Place | None, int], Sequence[tuple[Place, int]]],
    group: Callable[[Sequence[int]], Groups],
    after: Place | None,
    limit: int,
) -> tuple[list[tuple[Place, int]], Groups, bool]:
    """The next rows that repeat no earlier one, with the groups that they stand for, and whether more follow.

    ``fetch`` gives so many rows (place, key) after a place.
    """
    kept: list[tuple[Place, int]] = []
    groups: Groups = {}
    while len(kept) <= limit:
        batch = fetch(after, limit + 1)
        found = group([key for _, key in batch])
        kept += [row for row in batch if row[1] == found.get(row[1], [row[1]])[0]]
        groups |= found
        if len(batch) <= limit:
            break
        after = batch[-1][0]
    return kept[:limit], {key: groups[key] for _, key in kept[:limit] if key in groups}, len(kept) > limit


def tell_articles(connection: Connection, groups: Groups) -> Mapping[str, tuple[Folded, ...]]:
    """What is folded under each article, by its id."""
    article = tables.article
    members = [key for group in groups.values() for key in group]
    wanted = select(article, tables.outlet.c.name.label("outlet")).join(
        tables.outlet, tables.outlet.c.id == article.c.outlet_id
    )
    rows = {row.id: row for row in connection.execute(wanted.where(article.c.id.in_(members)))} if members else {}
    told = {
        key: Folded(public_id(row.hash), public_id(row.hash), row.outlet, keys.day_of(row.day))
        for key, row in rows.items()
    }
    return {told[group[0]].id: tuple(told[key] for key in group[1:]) for group in groups.values()}


def tell_statements(connection: Connection, groups: Groups) -> Mapping[str, tuple[Folded, ...]]:
    """What is folded under each statement, by its id."""
    members = [key for group in groups.values() for key in group]
    told = {
        key: Folded(row.id, row.article_id, row.outlet, row.published)
        for key, row in zip(members, read_statements(connection, members), strict=True)
    }
    return {told[group[0]].id: tuple(told[key] for key in group[1:]) for group in groups.values()}
