"""Counterparts: ‹نظيره الألماني› holds the office of somebody named before, of another state."""

from __future__ import annotations

from collections.abc import Sequence

from bayan.extract.cast import Cast, Member
from bayan.extract.grammar import Grammar
from bayan.extract.name_keys import MINISTERS
from bayan.extract.settling import Found
from bayan.records import SpeakerKind
from bayan.text import fold_text

_NEAR = 300
"""Letters before a counterpart within which the other is named."""
# Folded and without the article: whoever leads a state or, where the second tells so, a government.
_HEADS = ("رييس", "رييسه")
_GOVERNMENT = ("وزراء", "حكومه")
_COUNTERPARTS = ("نظيره", "نظيرها", "نظيرهم", "نظيرته", "نظيرتها")


def name_offices(grammar: Grammar, cast: Cast, found: Sequence[Found]) -> None:
    """Give counterparts the office that their title points to (وزير الخارجية السعودي … نظيره الألماني)."""
    for member in cast.members:
        if _is_counterpart(member.role):
            member.role = _office(grammar, cast, member) or member.role
    for one in found:
        if one.member is not None and _is_counterpart(one.role):
            one.role = one.member.role


def _is_counterpart(role: str | None) -> bool:
    return role is not None and fold_text(role).split()[0] in _COUNTERPARTS


def _office(grammar: Grammar, cast: Cast, member: Member) -> str | None:
    """The office of whoever was named last before and may be meant, with the nationality of the counterpart in place of
    his."""
    _, *state = (member.role or "").split()
    if len(state) != 1 or not _is_nationality(grammar, state[0]):
        return None
    place = member.places[0]
    before = [other for other in cast.members if other is not member and _holds(grammar, other)]
    near = [(at, other) for other in before if (at := other.last_before(place)) is not None and place - at < _NEAR]
    fitting = [(at, other.role or "") for at, other in near if _may_be_counterparts(grammar, member, other)]
    if not fitting:
        return None
    words = max(fitting)[1].split()
    if not any(_is_nationality(grammar, word) for word in words):
        return " ".join((*words, *state))
    return " ".join(state[0] if _is_nationality(grammar, word) else word for word in words)


def _may_be_counterparts(grammar: Grammar, member: Member, holder: Member) -> bool:
    """Whether somebody known has held such an office as the other; of others only the gender is known."""
    if member.gender and holder.gender and member.gender != holder.gender:
        return False
    actor = grammar.registry.get(member.actor_id or "")
    held = {_sort_of(tenure.role_ar) for tenure in actor.tenures} if actor else set()
    return not held or _sort_of(holder.role or "") in held


def _sort_of(role: str) -> tuple[str, str]:
    """An office without its state: the noun, and what it leads (of heads: a state or a government)."""
    head, *rest = (word.removeprefix("ال") for word in fold_text(role).split())
    if head in _HEADS:
        return _HEADS[0], next((word for word in rest if word in _GOVERNMENT), "")
    return head, rest[0] if rest else ""


def _holds(grammar: Grammar, person: Member) -> bool:
    """Whether a person has an office with a nationality in it, or is a minister of the state that needs no naming."""
    if person.kind is not SpeakerKind.PERSON or person.role is None or _is_counterpart(person.role):
        return False
    states = sum(_is_nationality(grammar, word) for word in person.role.split())
    at_home = states == 0 and person.state is None and fold_text(person.role).split()[0] in MINISTERS
    return states == 1 or at_home


def _is_nationality(grammar: Grammar, word: str) -> bool:
    return word.startswith("ال") and fold_text(word) in grammar.nationalities
