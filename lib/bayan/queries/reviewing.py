"""What is to be reviewed, how much has been, and how often the engine was right."""

from __future__ import annotations

import json
from bisect import bisect
from collections import Counter
from itertools import pairwise
from math import sqrt
from typing import Any, Literal

from sqlalchemy import BigInteger, Column, Connection, Select, literal, select, tuple_

from bayan.queries.counting import count_statements, single_filter
from bayan.queries.filters import Conditions, Filters, asking, statements_where
from bayan.queries.public_ids import statement_key
from bayan.queries.review_rows import Band, ReviewProgress
from bayan.queries.rows import Page, StatementRow
from bayan.queries.selection import EXTRACTED, Selection
from bayan.queries.statement_rows import read_statements
from bayan.queries.statements import statement_order
from bayan.records import Statement, Verdict, read_statement
from bayan.store import Store, codes, dialects, tables

Order = Literal["unsure", "chance"]
NEWEST = 2_000
"""The least sure are looked for among so many: an order of millions by confidence would need an index of its own."""
_GIVEN = 2
"""The statement to review, and whether there is one after it."""
_FEW = 200
"""Of so many statements one: as many are gone through to find some of these as are sorted to know the first."""
_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_Z = 1.96
_statement = tables.statement


def review_queue(
    store: Store, selection: Selection, *, order: Order = "unsure", after: str | None = None
) -> Page[StatementRow]:
    """The statement to review next, of those selected that nobody has: the least sure of the newest, or by chance.

    ``after`` is the id of one that was passed over, ``next`` that of the statement given where others follow.
    """
    with asking(store, selection) as (connection, filters):
        passed = statement_key(connection, after) if after else None
        found = connection.execute(_queue(connection, filters, order, passed)).scalars().all()
        rows = read_statements(connection, found[:1])
    return Page(tuple(rows), rows[0].id if len(found) > 1 else None)


def _queue(connection: Connection, filters: Filters, order: Order, passed: int | None) -> Select[int]:
    column = _statement.c
    chosen = [*statements_where(filters), column.reviewed.is_(None)]
    # The id is a hash, so its order is one of chance, and the same for everyone.
    by: Column[Any] = column.uid
    if order == "unsure":
        newest = [day.desc() for day in statement_order(filters)]
        few = select(column.id).where(*chosen).order_by(*newest).limit(NEWEST).subquery()
        by, chosen = column.confidence, [column.id.in_(select(few.c.id))]
    if passed is not None:
        at = _statement.alias("passed")
        first = select(at.c[by.key]).where(at.c.id == passed).scalar_subquery()
        chosen.append(tuple_(by, column.id) > tuple_(first, literal(passed, BigInteger)))
    if order == "chance" and _are_many(connection, filters):
        return _first_by_chance(chosen)
    return select(column.id).where(*chosen).order_by(by, column.id).limit(_GIVEN)


def _are_many(connection: Connection, filters: Filters) -> bool:
    """Whether the selected statements lie so near each other in an index by chance that the next is found soon."""
    if filters.days:
        return False  # They may all be in a few blocks, and the others would be gone through.
    if single_filter(filters):
        return _FEW * count_statements(connection, filters) > count_statements(connection, Filters())
    few = filters.actors, filters.topics, filters.outlets, filters.words, filters.arrived
    return all(value is None for value in few) and filters.reviewed in (None, (EXTRACTED,))


def _first_by_chance(chosen: Conditions) -> Select[int]:
    """The first by id. The index knows ids block by block: of each block the first, and of these the first."""
    blocks = tables.blocks_in_use().subquery("used")
    each = _statement.alias("each")
    inside = select(_statement.c.id).where(blocks.c.block == tables.BLOCK, *chosen)
    inside = inside.order_by(_statement.c.uid, _statement.c.id).limit(_GIVEN).correlate(blocks)
    wanted = select(each.c.id).join_from(blocks, each, dialects.among(each.c.id, inside))
    return wanted.order_by(each.c.uid, each.c.id).limit(_GIVEN)


def review_progress(store: Store) -> ReviewProgress:
    """How much of a store people have reviewed, and by band of confidence how often the engine was right there.

    What the engine no longer finds tells nothing of it as it is now.
    """
    verdicts: Counter[Verdict] = Counter()
    reviewed: Counter[int] = Counter()
    right: Counter[int] = Counter()
    with store.read() as connection:
        there = count_statements(connection, Filters())
        for row in connection.execute(select(tables.correction)):
            verdict = codes.VERDICTS.word(row.verdict)
            verdicts[verdict] += 1
            if row.found:
                found, said = (read_statement(json.loads(told)) for told in (row.found, row.statement))
                band = bisect(_EDGES, found.confidence) if found.confidence < _EDGES[-1] else len(_EDGES) - 1
                reviewed[band] += 1
                right[band] += verdict is not Verdict.WRONG and _is_same_speaker(found, said)
    bands = tuple(
        Band(since, until, reviewed[at], right[at], *wilson(right[at], reviewed[at]))
        for at, (since, until) in enumerate(pairwise(_EDGES), start=1)
        if reviewed[at]
    )
    wrong = verdicts[Verdict.WRONG]
    return ReviewProgress(there + wrong, verdicts[Verdict.CONFIRMED], verdicts[Verdict.CORRECTED], wrong, bands)


def _is_same_speaker(found: Statement, said: Statement) -> bool:
    return found.speaker == said.speaker or (found.speaker_id is not None and found.speaker_id == said.speaker_id)


def wilson(right: int, of: int) -> tuple[float, float]:
    """The interval of Wilson for a share, at 95 %: sound for small samples and for shares near one."""
    share, weight = right / of, _Z * _Z / of
    middle = share + weight / 2
    width = _Z * sqrt(share * (1 - share) / of + weight / (4 * of))
    return (middle - width) / (1 + weight), (middle + width) / (1 + weight)
