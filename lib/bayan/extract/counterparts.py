"""Counterparts: ‹نظيره الألماني› holds the office of somebody named before, of another state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bayan.extract.cast import MINISTERS, Cast, Member
from bayan.extract.grammar import Grammar
from bayan.extract.settling import Found
from bayan.records import SpeakerKind
from bayan.text import fold_text

_COUNTERPARTS = ("نظيره", "نظيرها", "نظيرهم", "نظيرته", "نظيرتها")


def name_offices(grammar: Grammar, cast: Cast, found: Sequence[Found]) -> None:
    """Give counterparts the office that their title points to (وزير الخارجية السعودي … نظيره الألماني)."""
    for member in cast.members:
        if _is_counterpart(member.role):
            member.role = _office(grammar, cast, member) or member.role
    for one in found:
        if one.member is not None and _is_counterpart(one.statement.role):
            one.statement = replace(one.statement, role=one.member.role)


def _is_counterpart(role: str | None) -> bool:
    return role is not None and fold_text(role).split()[0] in _COUNTERPARTS


def _office(grammar: Grammar, cast: Cast, member: Member) -> str | None:
    """The office of whoever was named last before, with the nationality of the counterpart in place of his."""
    _, *state = (member.role or "").split()
    before = [other for other in cast.members if other is not member and _holds(grammar, other)]
    placed = [(at, other) for other in before if (at := other.last_before(member.places[0])) is not None]
    if len(state) != 1 or not _is_nationality(grammar, state[0]) or not placed:
        return None
    _, holder = max(placed, key=lambda pair: pair[0])
    words = (holder.role or "").split()
    if not any(_is_nationality(grammar, word) for word in words):
        return " ".join((*words, *state))
    return " ".join(state[0] if _is_nationality(grammar, word) else word for word in words)


def _holds(grammar: Grammar, person: Member) -> bool:
    """Whether a person has an office with a nationality in it, or is a minister of the state that needs no naming."""
    if person.kind is not SpeakerKind.PERSON or person.role is None or _is_counterpart(person.role):
        return False
    states = sum(_is_nationality(grammar, word) for word in person.role.split())
    at_home = states == 0 and person.state is None and fold_text(person.role).split()[0] in MINISTERS
    return states == 1 or at_home


def _is_nationality(grammar: Grammar, word: str) -> bool:
    return word.startswith("ال") and fold_text(word) in grammar.nationalities
