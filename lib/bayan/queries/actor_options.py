"""The actors that can be chosen."""

from __future__ import annotations

from sqlalchemy import exists, or_, select

from bayan.queries.rows import ActorOption
from bayan.store import Store, codes, tables
from bayan.text import fold_text

_actor, _served = tables.actor, tables.speaks_for


def actor_options(store: Store, text: str = "", *, limit: int = 2000) -> tuple[ActorOption, ...]:
    """Every actor that speaks, is named or has somebody speak for it, most often found first.

    ``text`` narrows to names in either language that hold all its words.
    """
    speaker = _actor.alias("speaker")
    serving = (_served.c.principal_id == _actor.c.id) & (_served.c.actor_id == speaker.c.id)
    has_speakers = exists().where(serving, speaker.c.statements > 0).label("has_speakers")
    wanted = (
        select(_actor, has_speakers)
        .where(or_(_actor.c.statements > 0, _actor.c.mentions > 0, has_speakers))
        .where(*(_actor.c.search.contains(word, autoescape=True) for word in fold_text(text).split()))
        .order_by((_actor.c.statements + _actor.c.mentions).desc(), _actor.c.key)
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
