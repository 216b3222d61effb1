"""What a denial may answer: statements of others that say what it denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Connection, Select, bindparam, func, select, union_all

from bayan.queries.public_ids import statement_key
from bayan.queries.rows import StatementRow
from bayan.queries.statement_rows import CONTENT, WITH_TEXT, read_statements
from bayan.queries.telling_words import (
    MOST_WORDS,
    Roots,
    all_roots,
    find_roots,
    find_words,
    likeness,
    weigh,
    written_forms,
)
from bayan.records import Act
from bayan.store import Store, codes, dialects, keys, tables

_BEFORE, _AFTER = 14, 1
"""Days around the publication of a denial in which what it denies is looked for."""
_LOOKED_AT = 100
_READ = 240
"""Characters of a statement in which its first telling words stand."""
_PART, _PART_OF_ACCUSATION = 0.5, 0.34
"""The least part of a denial's weight that a claim shares with it: accusations are what denials answer most."""
_SHARED, _SHARED_ELSEWHERE = 2, 3
"""Words that they must share in one article, and in two, where the same words more often speak of other things."""
_ACCUSATION = codes.ACTS.number(Act.CRITICISE)
_MOST = 5
_statement, _text = tables.statement, "st_fts"
_TOLD = (
    select(
        _statement.c.id,
        _statement.c.act,
        _statement.c.actor_id,
        tables.article.c.day,
        tables.quote.c.first_id,
        func.substr(CONTENT, 1, _READ).label("content"),
    )
    .select_from(WITH_TEXT)
    .outerjoin(tables.quote, tables.quote.c.statement_id == _statement.c.id)
    .where(dialects.given(_statement.c.id, "found"))
    .order_by(_statement.c.id)
)
_DENIED = _TOLD.where(_statement.c.act == codes.ACTS.number(Act.DENY))
_CLAIMED = _TOLD.where(_statement.c.act.in_(codes.ACTS.number(act) for act in (Act.CRITICISE, Act.INFORM, Act.WARN)))
"""Of some statements the denials, and those that say something that can be denied."""
_NO_WORD = ("-",)
"""What stands in no index, in place of the words that a denial lacks."""
_hit = dialects.text_key(_text)
_near = _hit.between(bindparam("first"), bindparam("last"))
_HOLDING = union_all(
    *(
        select(dialects.constant(at).label("word"), _hit.label("hit")).where(
            dialects.holding(_text, f"word{at}"), _near
        )
        for at in range(MOST_WORDS)
    )
)
"""Of each of some words the number and every statement that holds it: made once, for that takes longer than to ask."""


class _Told(NamedTuple):
    """What is read of a statement to compare it with others."""

    key: int
    act: int
    actor: int | None
    day: int | None
    same_words: int | None
    content: str

    @property
    def article(self) -> int:
        return self.key >> keys.SEQUENCE_BITS


def claims(store: Store, statement_id: str, *, limit: int = _MOST) -> tuple[StatementRow, ...]:
    """Statements of others that share words with a denial, most alike first; nothing for any other statement.

    They are looked for in the same article, and among those published within two weeks that share most words with it.
    Those who speak for the same side do not count as others; of several reports of the same words one is given.
    """
    with store.read() as connection:
        found = _find_claims(connection, [statement_id]).get(statement_id, [])
        return tuple(read_statements(connection, found[:limit]))


def count_claims(store: Store, statement_ids: Sequence[str]) -> dict[str, int]:
    """How many statements, at most those that ``claims`` gives, each of some denials may answer."""
    with store.read() as connection:
        found = _find_claims(connection, statement_ids)
    return {one: min(len(found.get(one, ())), _MOST) for one in statement_ids}


def _find_claims(connection: Connection, statement_ids: Sequence[str]) -> dict[str, list[int]]:
    """The keys of the statements that each denial may answer, most alike first."""
    ids = {key: one for one in statement_ids if (key := statement_key(connection, one)) is not None}
    alike = _find_alike(connection, _read(connection, _DENIED, list(ids)))
    actors = {told.actor for denial, found in alike.items() if found for told in (denial, *found) if told.actor}
    served = _read_served(connection, actors) if actors else {}

    def sides(told: _Told) -> set[int]:
        return {told.actor, *served[told.actor]} if told.actor else set()

    return {
        ids[denial.key]: _first_reports([told for told in found if not sides(told) & sides(denial)])
        for denial, found in alike.items()
    }


def _first_reports(ordered: Sequence[_Told]) -> list[int]:
    """The keys of statements, of those with the same words the first alone."""
    first = {told.same_words or told.key: told.key for told in reversed(ordered)}
    return [told.key for told in ordered if first[told.same_words or told.key] == told.key]


def _find_alike(connection: Connection, denials: Sequence[_Told]) -> dict[_Told, list[_Told]]:
    """Statements that share enough with each denial, whoever speaks, most alike first.

    Those near one denial are near others too: each is read once.
    """
    near = {denial: _candidates(connection, denial) for denial in denials}
    read = _read(connection, _CLAIMED, sorted(set(chain.from_iterable(near.values()))))
    roots = all_roots([told.content for told in read])
    others = {told.key: (told, its) for told, its in zip(read, roots, strict=True)}
    return {
        denial: _compare(denial, dict(others[key] for key in keys if key in others)) for denial, keys in near.items()
    }


def _compare(denial: _Told, others: Mapping[_Told, Roots]) -> list[_Told]:
    """Those of some statements that share enough with a denial, most alike first; each comes with its roots."""
    words = find_roots(denial.content)
    weights = weigh(words, list(others.values()))
    compared = [(*likeness(words, roots, weights), told) for told, roots in others.items()]
    alike = [(part, told) for count, part, told in compared if _is_enough(count, part, told, denial)]
    return [told for _, told in sorted(alike, key=lambda pair: (-pair[0], pair[1].key))]


def _is_enough(count: int, part: float, told: _Told, denial: _Told) -> bool:
    """Whether so many shared words, and such a part of the denial's weight, make a statement what it may answer."""
    accuses = told.act == _ACCUSATION
    near = told.article == denial.article or (accuses and part >= _PART)
    return count >= (_SHARED if near else _SHARED_ELSEWHERE) and part >= (_PART_OF_ACCUSATION if accuses else _PART)


def _candidates(connection: Connection, denial: _Told) -> list[int]:
    """The statements of the article, and those published near it that share most words with the denial."""
    inside = _statement.c.id.between(*keys.statement_keys(denial.article, denial.article))
    found = list(connection.execute(select(_statement.c.id).where(inside)).scalars())
    words = find_words(denial.content)
    if denial.day is not None and words:
        found += _share_most(connection, words, denial.day)
    return list(dict.fromkeys(found))


def _share_most(connection: Connection, words: Sequence[str], day: int) -> list[int]:
    """The statements published near a day that hold most of some words: a word weighs the more, the fewer hold it."""
    first, last = keys.statement_keys(*keys.article_keys(day - _BEFORE, day + _AFTER))
    forms = [*map(written_forms, words), *repeat(_NO_WORD, MOST_WORDS - len(words))]
    asked = {f"word{at}": dialects.ask_for(connection, _text, word) for at, word in enumerate(forms)}
    numbers, hits = dialects.read_columns(connection, _HOLDING, {"first": first, "last": last, **asked})
    found, places = np.unique(hits, return_inverse=True)
    weights = np.log(1 + len(found) / (1 + np.bincount(numbers, minlength=len(words))))
    weight = np.bincount(places, weights=weights[numbers])
    return [int(key) for key in found[np.argsort(-weight, kind="stable")[:_LOOKED_AT]]]


def _read(connection: Connection, wanted: Select[Any], found: Sequence[int]) -> list[_Told]:
    return [_Told._make(row) for row in connection.execute(wanted, {"found": dialects.told(found)})]


def _read_served(connection: Connection, speakers: Collection[int]) -> Mapping[int, set[int]]:
    """Those for whom each of some speakers speaks."""
    served = tables.speaks_for.c
    wanted = select(served.actor_id, served.principal_id).where(served.actor_id.in_(speakers))
    found: dict[int, set[int]] = defaultdict(set)
    for speaker, principal in connection.execute(wanted):
        found[speaker].add(principal)
    return found
