"""Settling: what only the whole article tells of a speaker, once every statement is found.

A person who is called by a post at first and by name later, and a headline that names nobody for words that the body
gives to somebody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bayan.extract.act_features import stem
from bayan.extract.cast import Cast, Member
from bayan.records import SpeakerKind, Statement
from bayan.text import fold_text

SHARED = 0.4
"""Share of the words of a headline that the body's statement must have, two words at least."""
SHORTEST = 3


@dataclass(slots=True)
class Found:
    """A statement, who speaks as far as known, and the words of its content."""

    statement: Statement
    member: Member | None
    content: str

    @property
    def stems(self) -> frozenset[str]:
        """The content as stems, without particles."""
        return frozenset(stem(word) for word in fold_text(self.content).split() if len(word) >= SHORTEST)


def settle_speakers(cast: Cast, found: Sequence[Found]) -> None:
    """Replace members by those that the whole article shows them to be."""
    for one in found:
        if one.member is not None and one.member.nameless:
            named = cast.with_role(one.member.name, 0, named=True) or cast.only_holder(one.member)
            one.member = named or one.member
    body = [one for one in found if one.statement.field == "body" and one.member is not None]
    for one in found:
        if one.statement.field == "title" and _is_open(one.member):
            one.member = _speaker_of(one, body) or one.member


def _is_open(member: Member | None) -> bool:
    return member is None or member.nameless or member.kind is SpeakerKind.UNNAMED


def _speaker_of(headline: Found, body: Sequence[Found]) -> Member | None:
    """The speaker of the statement in the body that shares most words with a headline."""
    wanted = headline.stems
    shares = [(len(wanted & other.stems), -k) for k, other in enumerate(body)]
    best, place = max(shares, default=(0, 0))
    if best < 2 or best < SHARED * len(wanted):
        return None
    return body[-place].member
