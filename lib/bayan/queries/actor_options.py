"""The actors that can be chosen."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, case, exists, or_, select

from bayan.queries.rows import ActorOption
from bayan.store import Store, codes, finding, tables

_actor, _served = tables.actor, tables.speaks_for


def actor_options(store: Store, text: str = "", *, limit: int = 2000) -> tuple[ActorOption, ...]:
    """Every actor that speaks, is named or has somebody speak for it, most often found first.

    ``text`` narrows to names in either language that hold all its words, however they are spelled: names with the
    letters that were typed come first.
    """
    sought = finding.read_sought(text)
    if text and not sought:
        return ()
    as_typed = and_(*(_actor.c.search.contains(word.plain) for word in sought)) if sought else None
    speaker = _actor.alias("speaker")
    serving = (_served.c.principal_id == _actor.c.id) & (_served.c.actor_id == speaker.c.id)
    has_speakers = exists().where(serving, speaker.c.statements > 0).label("has_speakers")
    wanted = (
        select(_actor, has_speakers)
        .where(or_(_actor.c.statements > 0, _actor.c.mentions > 0, has_speakers))
        .where(*map(_found, sought))
        .order_by(*_typed_first(as_typed), (_actor.c.statements + _actor.c.mentions).desc(), _actor.c.key)
        .limit(limit)
    )
    with store.read() as connection:
        rows = connection.execute(wanted).all()
    return tuple(
        ActorOption(
            key=row.key,
            name_ar=row.name_ar,
            name_en=row.name_en,
            kind=codes.SPEAKER_KINDS.word(row.kind),
            statements=row.statements,
            mentions=row.mentions,
            has_speakers=bool(row.has_speakers),
        )
        for row in rows
    )


def _found(word: finding.Sought) -> ColumnElement[bool]:
    plain = _actor.c.search.contains(word.plain)
    return plain if word.skeleton is None else or_(plain, _actor.c.search.contains(word.skeleton))


def _typed_first(as_typed: ColumnElement[bool] | None) -> tuple[ColumnElement[int], ...]:
    return () if as_typed is None else (case((as_typed, 0), else_=1),)
