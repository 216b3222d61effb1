"""Reviewing: a correction is kept, and the rows of its article are made anew from what the engine had found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

import bayan.store.tables as tables
from bayan.errors import UsageError
from bayan.records import Article, Correction, Extraction, Statement, Verdict, statement_id
from bayan.store.corrections import as_correction, drop_corrections, put_corrections, read_corrections
from bayan.store.dialects import among
from bayan.store.extractions import read_extractions
from bayan.store.keys import SEQUENCE_BITS
from bayan.store.reading import read_articles_of
from bayan.store.saving import save_batch

_correction = tables.correction
_AT_ONCE = 200
_ID = re.compile("(?:[0-9a-f]{2})+")


@dataclass(frozen=True, slots=True)
class _Found:
    """An article with what the engine found in it, before any correction, and the engine's version."""

    article: Article
    extraction: Extraction
    extractor: str | None


def review(connection: Connection, identifier: str, verdict: Verdict, by: str, changes: dict[str, Any]) -> Correction:
    """Keep what a reviewer says of a statement, and apply it. Raises UsageError where there is no such statement."""
    content_hash, made = _find(connection, identifier)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    correction = Correction(content_hash, replace(made, **changes), verdict, by, now)
    take_corrections(connection, [correction])
    return correction


def _find(connection: Connection, identifier: str) -> tuple[str, Statement]:
    statement = tables.statement.c
    uid = bytes.fromhex(identifier) if _ID.fullmatch(identifier) else b""
    in_block = among(tables.BLOCK, tables.blocks_in_use())
    key = connection.execute(select(statement.id).where(in_block, statement.uid == uid)).scalar()
    if key is None:
        raise UsageError(f"{identifier}: the store holds no such statement (any more).", "no_statement")
    [(article, stored)] = read_extractions(connection, [key >> SEQUENCE_BITS])
    content_hash = article.hex()
    made = next(one for one in stored.statements if statement_id(content_hash, one.field, one.content) == identifier)
    return content_hash, made


def take_corrections(connection: Connection, corrections: Iterable[Correction]) -> int:
    """Keep corrections that are newer than those of the same statements, and say how many these are.

    They are applied to the articles that are there; the others wait for theirs.
    """
    given = {one.id: one for one in sorted(corrections, key=lambda one: one.at)}
    known = read_corrections(connection, {bytes.fromhex(one.content_hash) for one in given.values()})
    older = {one.id: one for many in known.values() for one in many}
    newer = [one for one in given.values() if one.id not in older or older[one.id].at <= one.at]
    found = _found_in(connection, newer)
    put_corrections(connection, newer)
    _save_again(connection, found)
    return len(newer)


def withdraw(connection: Connection, correction: Correction) -> None:
    """Forget what was said of a statement: what the engine found stands again."""
    found = _found_in(connection, [correction])
    drop_corrections(connection, [correction])
    _save_again(connection, found)


def _found_in(connection: Connection, corrections: Iterable[Correction]) -> list[_Found]:
    """What the engine found in the articles of some corrections: the rows of which nobody has reviewed, and what the
    corrections keep of the others."""
    hashes = sorted({bytes.fromhex(one.content_hash) for one in corrections})
    known = read_corrections(connection, hashes)
    found = []
    for stored in read_articles_of(connection, hashes):
        [(_, extraction)] = read_extractions(connection, [stored.key], reviewed=False)
        kept = [one.found for one in known.get(stored.hash, ()) if one.found]
        whole = replace(extraction, statements=(*kept, *extraction.statements))
        found.append(_Found(stored.article, whole, stored.extractor))
    return found


def _save_again(connection: Connection, found: Sequence[_Found]) -> None:
    for one in found:
        save_batch(connection, [(one.article, one.extraction)], one.extractor, replace=True)


def latest_corrections(connection: Connection, limit: int) -> list[Correction]:
    """The corrections that were made last, the newest first."""
    wanted = select(_correction).order_by(_correction.c.made_at.desc(), *_correction.primary_key).limit(limit)
    return [as_correction(row) for row in connection.execute(wanted)]


def corrected_articles(connection: Connection) -> Iterator[tuple[Article | None, list[Correction]]]:
    """Every article with its corrections, in the order of content hashes; None for one that is not stored."""
    hashes = connection.execute(select(_correction.c.hash).distinct().order_by(_correction.c.hash)).scalars().all()
    for at in range(0, len(hashes), _AT_ONCE):
        part = [bytes(one) for one in hashes[at : at + _AT_ONCE]]
        articles = {stored.hash: stored.article for stored in read_articles_of(connection, part)}
        known = read_corrections(connection, part)
        yield from ((articles.get(one), known[one]) for one in part)
