"""What people decided about statements: kept beside the rows, and applied to what is found whenever rows are made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, func, select

import bayan.store.tables as tables
from bayan.records import Correction, Field, Span, Statement, Verdict, read_statement, tell_statement
from bayan.store.codes import FIELDS, VERDICTS
from bayan.store.dialects import delete, insert

Place = tuple[Field, Span]
_DECIDED = ("speaker", "speaker_id", "speaker_surface", "speaker_kind", "role", "via", "said_on", "act")
"""What a reviewer sees and answers for; the rest stays the engine's."""
_OVERLAP = 0.5
"""Two ranges that share half of what they cover hold the same statement, as `bayan evaluate` counts it."""
_correction = tables.correction


@dataclass(frozen=True, slots=True)
class Settled:
    """The statements of an article after its corrections, which of them are reviewed, and what the engine found."""

    statements: tuple[Statement, ...]
    reviewed: Mapping[Place, Verdict]
    answers: tuple[tuple[Correction, Statement | None], ...]


NOTHING_SETTLED = Settled((), {}, ())


def settle(found: Iterable[Statement], corrections: Sequence[Correction]) -> Settled:
    """Let corrections win over what was found.

    Each answers the statement at its own range, else the one that shares most of it. What people saw as a statement
    stays one where the engine no longer finds it; what is wrong is left out.
    """
    left: dict[Place, Statement] = {}
    for made in found:
        left.setdefault((made.field, made.content), made)
    answers: dict[Place, Statement | None] = {one.place: left.pop(one.place, None) for one in corrections}
    for one in corrections:
        if answers[one.place] is None:
            near = max(left, key=lambda place: _overlap(one.place, place), default=None)
            if near and _overlap(one.place, near) >= _OVERLAP:
                answers[one.place] = left.pop(near)
    standing = [one for one in corrections if one.verdict is not Verdict.WRONG]
    return Settled(
        statements=(*left.values(), *(_stand(one, answers[one.place]) for one in standing)),
        reviewed={one.place: one.verdict for one in standing},
        answers=tuple((one, answers[one.place]) for one in corrections),
    )


def _overlap(one: Place, other: Place) -> float:
    if one[0] != other[0]:
        return 0.0
    shared = min(one[1].end, other[1].end) - max(one[1].start, other[1].start)
    return shared / (max(one[1].end, other[1].end) - min(one[1].start, other[1].start))


def _stand(correction: Correction, found: Statement | None) -> Statement:
    """The statement as its reviewer left it; a speaker who has become an actor since is that actor."""
    said = correction.statement
    if found is None or found.content != said.content:
        return said
    decided: dict[str, Any] = {name: getattr(said, name) for name in _DECIDED}
    if said.speaker_id is None and said.speaker == found.speaker:
        decided["speaker_id"] = found.speaker_id
    return replace(found, **decided)


def read_corrections(connection: Connection, hashes: Iterable[bytes]) -> dict[bytes, list[Correction]]:
    """The corrections of some articles by content hash, in reading order."""
    found: dict[bytes, list[Correction]] = {}
    wanted = select(_correction).where(_correction.c.hash.in_(list(hashes))).order_by(*_correction.primary_key)
    for row in connection.execute(wanted):
        found.setdefault(bytes(row.hash), []).append(as_correction(row))
    return found


def as_correction(row: Row[Any]) -> Correction:
    """The record of a row."""
    return Correction(
        content_hash=bytes(row.hash).hex(),
        statement=read_statement(json.loads(row.statement)),
        verdict=VERDICTS.word(row.verdict),
        by=row.made_by,
        at=row.made_at,
        found=read_statement(json.loads(row.found)) if row.found else None,
    )


def put_corrections(connection: Connection, corrections: Sequence[Correction]) -> None:
    """Keep corrections, each in the place of an older one of the same statement."""
    drop_corrections(connection, corrections)
    insert(connection, _correction, [_row(one) for one in corrections])


def drop_corrections(connection: Connection, corrections: Sequence[Correction]) -> None:
    """Forget corrections."""
    delete(connection, _correction, [_key(one) for one in corrections])


def note_found(connection: Connection, settled: Iterable[Settled]) -> None:
    """Keep what the engine finds now at the places of corrections: it is what stands where one is withdrawn."""
    changed = [replace(one, found=found) for each in settled for one, found in each.answers if one.found != found]
    put_corrections(connection, changed)


def count_reviewed(connection: Connection) -> tuple[int, int]:
    """How many statements are marked as reviewed, and how many corrections of stored articles say that they are."""
    standing = _correction.c.verdict != VERDICTS.number(Verdict.WRONG)
    explained = select(func.count()).join_from(_correction, tables.article, tables.article.c.hash == _correction.c.hash)
    marked = select(func.count()).where(tables.statement.c.reviewed.is_not(None))
    return connection.execute(marked).scalar_one(), connection.execute(explained.where(standing)).scalar_one()


def _key(one: Correction) -> tuple[Any, ...]:
    return bytes.fromhex(one.content_hash), FIELDS.number(one.statement.field), *one.statement.content


def _row(one: Correction) -> tuple[Any, ...]:
    told, found = (made and json.dumps(tell_statement(made), ensure_ascii=False) for made in (one.statement, one.found))
    return (*_key(one), VERDICTS.number(one.verdict), told, found, one.by, one.at)
