"""Persons whom articles quote and no actor stands for, and the articles that a change of names may concern."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select

from bayan.queries.public_ids import public_id
from bayan.queries.rows import UnlistedSpeaker
from bayan.queries.words import Words, with_small_words
from bayan.records import SpeakerKind
from bayan.store import Store, codes, dialects, keys, tables
from bayan.text import fold_text

_FIRST, _AFTER = "~", "\x7f"
"""The keys of speakers without an actor lie between these."""
_PERSON = codes.SPEAKER_KINDS.number(SpeakerKind.PERSON)
_article, _actor, _statement, _told = tables.article, tables.actor, tables.statement, tables.statement_text


_UNLISTED = (_actor.c.key >= _FIRST, _actor.c.key < _AFTER, _actor.c.kind == _PERSON, _actor.c.statements > 0)


def count_unlisted(store: Store) -> int:
    """How many names of persons who speak are no actor's."""
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(_actor).where(*_UNLISTED)).scalar_one()


def unlisted_speakers(store: Store, *, limit: int) -> tuple[UnlistedSpeaker, ...]:
    """Who speaks most without being an actor: each of so many names with every office and article that go with it."""
    most = select(_actor.c.id).where(*_UNLISTED).order_by(_actor.c.statements.desc(), _actor.c.key).limit(limit)
    wanted = (
        select(_told.c.speaker, _told.c.role, _article.c.hash)
        .distinct()
        .join_from(_statement, _told, _told.c.id == _statement.c.id)
        .join(_article, _article.c.id == _statement.c.id.op(">>")(dialects.constant(keys.SEQUENCE_BITS)))
        .where(_statement.c.actor_id.in_(most))
        .order_by(_told.c.speaker, _told.c.role, _article.c.hash)
    )
    with store.read() as connection:
        return tuple(
            UnlistedSpeaker(row.speaker, row.role or "", public_id(row.hash)) for row in connection.execute(wanted)
        )


def articles_naming(store: Store, names: Iterable[str]) -> frozenset[str]:
    """The content hashes of the articles that hold all words of one of some names, with or without clitics."""
    found: set[bytes] = set()
    with store.read() as connection:
        for name in sorted(set(names)):
            groups = tuple(with_small_words(word) for word in dialects.WORD.findall(fold_text(name)))
            if groups:
                holding = select(dialects.text_key("fts")).where(Words(groups, ()).found_in("fts"))
                found.update(connection.execute(select(_article.c.hash).where(_article.c.id.in_(holding))).scalars())
    return frozenset(bytes(one).hex() for one in found)
