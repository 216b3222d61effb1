"""What people decided about actors, in the order in which it is replayed, and the articles that it concerns."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, func, select

from bayan.actors import Decision, decide, load_registry, read_decision
from bayan.store.dialects import insert
from bayan.store.tables import article, decision

_AT_ONCE = 5_000


def list_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Every decision, the first first."""
    told = connection.execute(select(decision.c.told).order_by(decision.c.number)).scalars()
    return tuple(read_decision(json.loads(one)) for one in told)


def find_misfits(connection: Connection) -> tuple[str, ...]:
    """What is wrong with decisions that no longer fit the listed actors; the others count all the same."""
    made = list_decisions(connection)
    return decide(load_registry(), made).problems if made else ()


def add_decisions(connection: Connection, decisions: Sequence[Decision], concerned: Collection[str]) -> None:
    """Keep decisions; the articles with these content hashes must be annotated again.

    The version of the engine that annotated them is forgotten: so `annotate --stale` finds them, whatever happens next.
    """
    last: int = connection.execute(select(func.coalesce(func.max(decision.c.number), 0))).scalar_one()
    told = [json.dumps(one.tell(), ensure_ascii=False) for one in decisions]
    insert(connection, decision, list(enumerate(told, last + 1)))
    hashes = sorted(map(bytes.fromhex, concerned))
    for at in range(0, len(hashes), _AT_ONCE):
        some = article.c.hash.in_(hashes[at : at + _AT_ONCE])
        connection.execute(article.update().where(some).values(extractor_id=None))
