"""What a denial may answer: statements of others that say what it denies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, or_, select

from bayan.queries.public_ids import statement_key
from bayan.queries.rows import StatementRow
from bayan.queries.statement_rows import read_statements
from bayan.records import Act
from bayan.store import Store, codes, keys, tables
from bayan.text import fold_text

_BEFORE, _AFTER = 14, 1
"""Days around a denial in which what it denies was said."""
_LOOKED_AT = 400
_SHARED, _PART = 2, 0.3
"""Words that two statements must share, and their least part of the words of the shorter one."""
_LONG = 4
"""Letters of a word that tells something."""
_WORD = re.compile(r"[^\W_]+")
_CLITICS = re.compile(r"^(?:[وف]?(?:ب?ال|لل)|[وفبل](?=\w{4}))")
_statement, _of_topic = tables.statement, tables.statement_topic


def claims(store: Store, statement_id: str, *, limit: int = 5) -> tuple[StatementRow, ...]:
    """Statements of others that share words with a denial, most alike first; nothing for any other statement.

    They are looked for in the same article, and among those on one of its topics within two weeks.
    """
    with store.read() as connection:
        key = statement_key(connection, statement_id)
        denial = next(iter(read_statements(connection, [key])), None) if key is not None else None
        if key is None or denial is None or denial.act != Act.DENY:
            return ()
        found = read_statements(connection, _candidates(connection, key))
    told = _words(denial.content_text)
    alike = [(likeness(told, _words(row.content_text)), row) for row in found if row.speaker_key != denial.speaker_key]
    ordered = sorted((pair for pair in alike if pair[0]), key=lambda pair: (-pair[0], pair[1].id))
    return tuple(row for _, row in ordered[:limit])


def _candidates(connection: Connection, key: int) -> Sequence[int]:
    day = connection.execute(select(_statement.c.day).where(_statement.c.id == key)).scalar_one()
    topics = select(_of_topic.c.topic_id).where(_of_topic.c.statement_id == key)
    alike = select(_of_topic.c.statement_id).where(_of_topic.c.topic_id.in_(topics))
    inside = _statement.c.id.between(*keys.statement_keys(article := key >> keys.SEQUENCE_BITS, article))
    near = _statement.c.day.between(day - _BEFORE, day + _AFTER) & _statement.c.id.in_(alike)
    wanted = select(_statement.c.id).where(_statement.c.act != codes.ACTS.number(Act.DENY), or_(inside, near))
    return (
        connection.execute(wanted.order_by(_statement.c.day.desc(), _statement.c.id).limit(_LOOKED_AT)).scalars().all()
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The words that two statements share as a part of those of the shorter; 0 where they are too few to tell."""
    shared = len(one & other)
    part = shared / min(len(one), len(other)) if shared >= _SHARED else 0
    return part if part >= _PART else 0


def _words(text: str) -> frozenset[str]:
    """The longer words of a text without what is written together with them."""
    return frozenset(bare for word in _WORD.findall(fold_text(text)) if len(bare := _CLITICS.sub("", word)) >= _LONG)
