"""Settling: what only the whole article tells of a speaker, once every statement is found.

A person who is called by a post at first and by name later, and a headline that names nobody for words that the body
gives to somebody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bayan.actors import Registry
from bayan.extract.act_features import stem
from bayan.extract.cast import Cast, Member
from bayan.extract.grammar import Grammar
from bayan.extract.headlines import STATE
from bayan.records import Act, Field, Kind, Mention, Span, SpeakerKind
from bayan.text import fold_text

SHARED = 0.4
"""Share of the words of a headline that the body's statement must have, two words at least."""
SHORTEST = 3
RULE = f"frame:{STATE}"


@dataclass(slots=True)
class Found:
    """A statement whose speaker is not settled yet: ``member`` is who speaks as far as known, ``words`` are those of
    its content, ``sums`` the weights of all acts (None: the act is sure), ``turns`` tells whether its sentence turns to
    somebody else (من جهته)."""

    field: Field
    cue: Span
    content: Span
    words: str
    kind: Kind
    act: Act
    sums: tuple[int, ...] | None
    member: Member | None
    surface: str | None
    role: str | None
    via: str | None
    said_on: str | None
    addressee: Mention | None
    topics: tuple[str, ...]
    confidence: float
    evidence: tuple[str, ...]
    turns: bool

    @property
    def stems(self) -> frozenset[str]:
        """The content as stems, without particles."""
        return frozenset(stem(word) for word in fold_text(self.words).split() if len(word) >= SHORTEST)


def settle_speakers(grammar: Grammar, cast: Cast, found: Sequence[Found]) -> None:
    """Replace members by those that the whole article shows them to be."""
    for k, one in enumerate(found):
        if one.member is not None and one.member.nameless:
            post, *led = fold_text(one.member.name).split()[:2]
            served = bool(grammar.registry.find(" ".join(led))) or grammar.is_in("relational-posts", post)
            named = cast.with_role(one.member.name, 0, named=True) or cast.only_holder(one.member, served=served)
            one.member = named or _named_next(grammar, one.member, found[k + 1 :]) or one.member
    body = [one for one in found if one.field == "body" and one.member is not None]
    for one in found:
        if one.field == "title" and _is_open(one.member):
            one.member = _speaker_of(one, body) or _described_in(one.member, body) or one.member


def _named_next(grammar: Grammar, holder: Member, later: Sequence[Found]) -> Member | None:
    """Whom the next statement names without a post, where the one before has a post without a name (قال رئيس وزراء
    اليونان إن. وأضاف أليكسيس تسيبراس أن): nobody else comes in without one."""
    following = next((one for one in later if one.member is not holder), None)
    if following is None or following.member is None or following.surface is None or following.turns:
        return None
    named = following.member
    first = fold_text(named.name).split()[0]
    if first.startswith("ال") or grammar.is_common(first):
        return None
    if named.kind is not SpeakerKind.PERSON or named.nameless or named.role or named.places[0] < holder.places[0]:
        return None
    if named.keys <= holder.keys:
        return None  # ‹قال والد منى حامد. وأضاف حامد›
    if holder.gender and named.gender and holder.gender != named.gender:
        return None
    if holder.state and named.state and holder.state != named.state:
        return None
    named.role = holder.name
    return named


def without_topics(registry: Registry, found: Sequence[Found]) -> list[Found]:
    """What was found, without headlines whose state is their topic and no speaker: the body does not let anybody of
    that state say so."""
    body = [one for one in found if one.field == "body"]
    return [one for one in found if RULE not in one.evidence or _is_echoed(registry, one, body)]


def _is_echoed(registry: Registry, headline: Found, body: Sequence[Found]) -> bool:
    """Whether enough words of a headline are in what the body lets its state say, and those who speak for it."""
    state, wanted = headline.member.actor_id if headline.member else None, headline.stems
    told: set[str] = set()
    for other in body:
        if other.member is None or state is None:
            continue
        known = other.member.actor_id
        if state in (known, other.member.state) or (known is not None and state in registry.principals(known)):
            told |= other.stems
    return len(wanted & told) >= max(2, SHARED * len(wanted))


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


def _described_in(short: Member | None, body: Sequence[Found]) -> Member | None:
    """The one speaker of the body whose role or description begins like that of a headline (خبير عسكري: …)."""
    if short is None:
        return None
    head = fold_text(short.name).split()[0].removeprefix("ال")
    fitting: list[Member] = []
    for one in body:
        member = one.member
        if member is None or member is short or any(member is other for other in fitting):
            continue
        if _begins_with(member, head):
            fitting.append(member)
    return fitting[0] if len(fitting) == 1 else None


def _begins_with(member: Member, head: str) -> bool:
    """Whether the role of a named person, or the description of somebody unnamed, begins with a noun."""
    if member.kind is SpeakerKind.UNNAMED:
        return fold_text(member.name).split()[0].removeprefix("ال") == head
    return member.kind is SpeakerKind.PERSON and not member.nameless and head in member.heads
