"""Institutions that every state has, made from its nationality adjective (وزارة الخارجية + تركي)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bayan.actors.rules import Institution, Rules
from bayan.actors.spelling import name_key
from bayan.records import Actor, SpeakerKind


@dataclass(frozen=True, slots=True)
class Adjective:
    """The definite forms of a nationality adjective."""

    masculine: str
    feminine: str


def definite(adjective: str) -> Adjective:
    """تركي gives التركي, التركية; كوري شمالي gives الكوري الشمالي; جنوب أفريقي gives الجنوب أفريقي."""
    words = adjective.split()
    agreeing = [word.endswith("ي") for word in words]
    whole = agreeing[0]
    masculine = [f"ال{word}" if whole or not at else word for at, word in enumerate(words)]
    feminine = [f"{form}ة" if agrees else form for form, agrees in zip(masculine, agreeing, strict=True)]
    return Adjective(" ".join(masculine), " ".join(feminine))


def add_institutions(
    actors: Iterable[Actor], nationalities: Mapping[str, tuple[str, ...]], rules: Rules
) -> tuple[list[Actor], frozenset[str]]:
    """The actors with the institutions of every state among them, and the keys of the short forms.

    ``nationalities`` gives the masculine adjectives of an actor id. A listed body that bears one of an institution's
    names takes the others; governments are further names of the state itself.
    """
    merged = {actor.id: actor for actor in actors}
    owners = {
        name_key(name): actor.id
        for actor in merged.values()
        if actor.kind is SpeakerKind.BODY
        for name in (actor.name_ar, *actor.aliases)
    }
    short: set[str] = set()
    for state in [actor for actor in merged.values() if actor.kind is SpeakerKind.STATE]:
        adjectives = [definite(adjective) for adjective in nationalities.get(state.id, ())]
        if not adjectives:
            continue
        governments = _fill(rules.government, state, adjectives)
        merged[state.id] = _with_names(state, (name for name in governments if name_key(name) not in owners))
        for institution in rules.institutions:
            names = list(_fill((*institution.names, *institution.short), state, adjectives))
            short.update(name_key(name) for name in _fill(institution.short, state, adjectives))
            made = _made(institution, state, names)
            owner = next((owners[key] for key in map(name_key, names) if key in owners), made.id)
            free = (name for name in names if owners.get(name_key(name), owner) == owner)
            merged[owner] = _with_names(merged.get(owner, made), free)
    return list(merged.values()), frozenset(short)


def _fill(patterns: Iterable[str], state: Actor, adjectives: list[Adjective]) -> Iterator[str]:
    for pattern in patterns:
        for adjective in adjectives:
            yield pattern.format(m=adjective.masculine, f=adjective.feminine, name=state.name_ar)


def _made(institution: Institution, state: Actor, names: list[str]) -> Actor:
    return Actor(
        id=f"{state.id}-{institution.id}",
        kind=SpeakerKind.BODY,
        name_ar=names[0],
        name_en=institution.name_en.format(en=state.name_en),
        principal=state.id,
    )


def _with_names(actor: Actor, names: Iterable[str]) -> Actor:
    known = {name_key(name) for name in (actor.name_ar, *actor.aliases, *actor.contextual)}
    new: dict[str, str] = {}
    for name in names:
        if name_key(name) not in known:
            new.setdefault(name_key(name), name)
    return replace(actor, aliases=(*actor.aliases, *new.values()))
