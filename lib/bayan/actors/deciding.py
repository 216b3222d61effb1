"""Decisions of people about actors: one after the other they make another registry of the listed one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from bayan.actors.registry import Registry
from bayan.actors.spelling import name_key
from bayan.actors.tables import ACTOR_COLUMNS, Row, read_actor
from bayan.errors import BadData
from bayan.records import Actor, Tenure

Verb = Literal["accept", "merge", "split", "rename", "dismiss", "restore"]
VERBS: tuple[Verb, ...] = get_args(Verb)
_SOURCE = "decision of {by}"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about the actor with the id ``actor``, when (ISO, UTC) and by whom.

    - ``accept``: there is such an actor, with kind, names, principal and office; ``names`` are further ones.
    - ``merge``: ``names`` are names of this actor. ``split``: they are not; without names, the actor that was accepted
      is none.
    - ``rename``: it is called ``name_ar``, ``name_en``; the former Arabic name stays one of its names.
    - ``dismiss``: ``names`` are of nobody who should be an actor. ``restore``: they may be after all.
    """

    decision: Verb
    by: str
    at: str
    actor: str = ""
    names: tuple[str, ...] = ()
    kind: str = ""
    name_ar: str = ""
    name_en: str = ""
    principal: str = ""
    role_ar: str = ""
    role_en: str = ""

    @property
    def undone(self) -> tuple[Verb, str, tuple[str, ...]]:
        """What takes it back: verb, actor and names. A name that was changed is given again instead."""
        if self.decision == "dismiss":
            return "restore", "", self.names
        return "split", self.actor, self.names if self.decision == "merge" else ()

    def tell(self) -> dict[str, Any]:
        """The decision as an object of JSON, without what it leaves open."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}


def read_decision(told: Mapping[str, Any]) -> Decision:
    """The decision of such an object. Raises BadData for what is none."""
    try:
        made = Decision(**{**told, "names": tuple(told.get("names", ()))})
    except TypeError as error:
        raise BadData(f"this is no decision about an actor ({error}); its words are those of Decision.") from None
    texts = [getattr(made, field.name) for field in fields(made) if field.name != "names"]
    if made.decision not in VERBS or not all(isinstance(text, str) for text in (*texts, *made.names)):
        raise BadData(f"{made.decision!r} is no decision about an actor; write one of {', '.join(VERBS)}.")
    return made


def decide(registry: Registry, decisions: Iterable[Decision]) -> Registry:
    """The registry after some decisions; those that do not fit stand in its ``problems``, and the others count."""
    actors = {actor.id: actor for actor in registry.actors}
    listed = frozenset(actors)
    dismissed = set(registry.dismissed)
    problems = []
    for made in decisions:
        try:
            if made.decision == "dismiss":
                dismissed.update(map(name_key, made.names))
            elif made.decision == "restore":
                dismissed.difference_update(map(name_key, made.names))
            else:
                _STEPS[made.decision](actors, made, listed)
        except BadData as problem:
            problems.append(str(problem))
    return replace(
        registry,
        actors=tuple(actors.values()),
        dismissed=frozenset(dismissed),
        problems=(*registry.problems, *problems),
    )


def _accept(actors: dict[str, Actor], made: Decision, _: frozenset[str]) -> None:
    if made.actor in actors:
        raise BadData(f"accept {made.actor}: this id is taken; choose another, or merge the names into that actor.")
    if made.principal and made.principal not in actors:
        raise BadData(f"accept {made.actor}: there is no actor {made.principal} to speak for; `bayan actors list`.")
    cells = {"id": made.actor, "kind": made.kind, "name_ar": made.name_ar, "name_en": made.name_en}
    row = Row(f"accept {made.actor}", dict.fromkeys(ACTOR_COLUMNS, "") | cells | {"principal": made.principal})
    office = Tenure(made.role_ar, made.role_en, made.principal or None, None, None, _SOURCE.format(by=made.by))
    names = tuple(name for name in made.names if name != made.name_ar)
    actors[made.actor] = replace(read_actor(row), aliases=names, tenures=(office,) if made.role_ar else ())


def _merge(actors: dict[str, Actor], made: Decision, _: frozenset[str]) -> None:
    actor = _known(actors, made)
    own = {name_key(name) for name in (actor.name_ar, *actor.aliases)}
    new = [name for name in made.names if name_key(name) not in own]
    if not new:
        raise BadData(f"merge {made.actor}: it bears these names already; give others.")
    actors[actor.id] = replace(actor, aliases=(*actor.aliases, *new))


def _split(actors: dict[str, Actor], made: Decision, listed: frozenset[str]) -> None:
    actor = _known(actors, made)
    if not made.names:
        if actor.id in listed:
            raise BadData(f"split {actor.id}: it is listed in data/actors and was not accepted; name what it is not.")
        del actors[actor.id]
        return
    taken = {name_key(name) for name in made.names}
    groups = {group: getattr(actor, group) for group in ("aliases", "contextual", "capitals")}
    missing = taken - {name_key(name) for names in groups.values() for name in names}
    if missing:
        raise BadData(f"split {actor.id}: {', '.join(sorted(missing))} is none of its further names; see actors show.")
    left: dict[str, Any] = {
        group: tuple(name for name in names if name_key(name) not in taken) for group, names in groups.items()
    }
    actors[actor.id] = replace(actor, **left)


def _rename(actors: dict[str, Actor], made: Decision, _: frozenset[str]) -> None:
    actor = _known(actors, made)
    if not (made.name_ar or made.name_en):
        raise BadData(f"rename {actor.id}: give the name that it should have.")
    name_ar = made.name_ar or actor.name_ar
    aliases = tuple(name for name in (actor.name_ar, *actor.aliases) if name != name_ar)
    changed = replace(actor, name_ar=name_ar, name_en=made.name_en or actor.name_en)
    actors[actor.id] = replace(changed, aliases=aliases) if made.name_ar else changed


def _known(actors: Mapping[str, Actor], made: Decision) -> Actor:
    if made.actor not in actors:
        raise BadData(f"{made.decision} {made.actor}: no actor has this id; `bayan actors list` lists them.")
    return actors[made.actor]


_STEPS: Mapping[str, Callable[[dict[str, Actor], Decision, frozenset[str]], None]] = {
    "accept": _accept,
    "merge": _merge,
    "split": _split,
    "rename": _rename,
}
