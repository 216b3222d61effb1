"""Decisions of people about actors: one after the other they make another registry of the listed one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
_WEAK = ("contextual", "capitals")
"""Names that do not stand for an actor by themselves."""


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

    def taken_back(self, registry: Registry, earlier: Iterable[Decision], *, by: str, at: str) -> list[Decision]:
        """What takes this back, which followed ``earlier`` decisions over a registry: it leaves it as it was then."""
        return _take_back(decide(registry, earlier), self, lambda verb, **told: Decision(verb, by, at, **told))

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
    listed = {actor.id: actor for actor in registry.actors}
    actors = dict(listed)
    dismissed = set(registry.dismissed)
    misfits = []
    for made in decisions:
        try:
            if made.decision == "dismiss":
                dismissed.update(map(name_key, made.names))
            elif made.decision == "restore":
                dismissed.difference_update(map(name_key, made.names))
            else:
                _STEPS[made.decision](actors, made, listed)
        except BadData as problem:
            misfits.append(problem)
    return replace(
        registry,
        actors=tuple(actors.values()),
        dismissed=frozenset(dismissed),
        problems=(*registry.problems, *map(str, misfits)),
        misfits=tuple(misfits),
    )


def _take_back(before: Registry, made: Decision, say: Callable[..., Decision]) -> list[Decision]:
    """What leaves a registry as it was ``before`` a decision."""
    actor = before.get(made.actor)
    if made.decision in ("dismiss", "restore"):
        return [say("restore" if made.decision == "dismiss" else "dismiss", names=made.names)]
    if actor is None:  # it was accepted
        return [say("split", actor=made.actor)]
    if made.decision == "merge":
        return [say("split", actor=actor.id, names=_not_borne(actor, made.names))]
    if made.decision == "rename":
        return list(_renamed_back(actor, made, say))
    if made.names:
        return [say("merge", actor=actor.id, names=made.names)]
    offices = [(office.role_ar, office.role_en) for office in actor.tenures] or [("", "")]
    told = {"kind": str(actor.kind), "name_ar": actor.name_ar, "name_en": actor.name_en, "names": actor.aliases}
    role_ar, role_en = offices[0]
    return [say("accept", actor=actor.id, principal=actor.principal or "", role_ar=role_ar, role_en=role_en, **told)]


def _renamed_back(actor: Actor, made: Decision, say: Callable[..., Decision]) -> Iterator[Decision]:
    """The former name given again; the other one is no name any more, or again only what it was."""
    name_ar, name_en = made.name_ar and actor.name_ar, made.name_en and actor.name_en
    yield say("rename", actor=actor.id, name_ar=name_ar, name_en=name_en)
    new = _not_borne(actor, filter(None, [made.name_ar]))
    if new:
        yield say("split", actor=actor.id, names=new)
    if new and {*map(name_key, new)} & {*map(name_key, (*actor.contextual, *actor.capitals))}:
        yield say("merge", actor=actor.id, names=new)


def _not_borne(actor: Actor, names: Iterable[str]) -> tuple[str, ...]:
    """Those of some names that an actor does not bear by itself."""
    own = {name_key(name) for name in (actor.name_ar, *actor.aliases)}
    return tuple(name for name in names if name_key(name) not in own)


def _accept(actors: dict[str, Actor], made: Decision, _: Mapping[str, Actor]) -> None:
    if made.actor in actors:
        told = f"accept {made.actor}: this id is taken; choose another, or merge the names into that actor."
        raise BadData(told, "taken_id", actor=made.actor)
    if made.principal and made.principal not in actors:
        raise BadData(f"accept {made.actor}: there is no actor {made.principal} to speak for; `bayan actors list`.")
    cells = {"id": made.actor, "kind": made.kind, "name_ar": made.name_ar, "name_en": made.name_en}
    row = Row(f"accept {made.actor}", dict.fromkeys(ACTOR_COLUMNS, "") | cells | {"principal": made.principal})
    office = Tenure(made.role_ar, made.role_en, made.principal or None, None, None, _SOURCE.format(by=made.by))
    names = tuple(name for name in made.names if name != made.name_ar)
    actors[made.actor] = replace(read_actor(row), aliases=names, tenures=(office,) if made.role_ar else ())


def _merge(actors: dict[str, Actor], made: Decision, listed: Mapping[str, Actor]) -> None:
    """A name that was taken away returns to what it was: one that needs the article's help does so again."""
    actor = _known(actors, made)
    new = _not_borne(actor, made.names)
    if not new:
        raise BadData(f"merge {made.actor}: it bears these names already; give others.", "borne")
    first, left = listed.get(actor.id, actor), list(new)
    groups = {group: getattr(actor, group) for group in _WEAK}
    borne = {name_key(name) for names in groups.values() for name in names}
    for group, names in groups.items():
        were = {name_key(name) for name in getattr(first, group)} - borne
        groups[group] = _in_order((*names, *(name for name in left if name_key(name) in were)), getattr(first, group))
        left = [name for name in left if name_key(name) not in were]
    aliases = _in_order((*actor.aliases, *left), first.aliases)
    actors[actor.id] = replace(actor, **{**groups, "aliases": aliases})


def _in_order(names: Sequence[str], first: Sequence[str]) -> tuple[str, ...]:
    """Names in the order in which they are listed, then the others."""
    places = {name_key(name): place for place, name in enumerate(first)}
    return tuple(sorted(names, key=lambda name: places.get(name_key(name), len(places))))


def _split(actors: dict[str, Actor], made: Decision, listed: Mapping[str, Actor]) -> None:
    actor = _known(actors, made)
    if not made.names:
        if actor.id in listed:
            told = f"split {actor.id}: it is listed in data/actors and was not accepted; name what it is not."
            raise BadData(told, "listed")
        del actors[actor.id]
        return
    taken = {name_key(name) for name in made.names}
    groups = {group: getattr(actor, group) for group in ("aliases", *_WEAK)}
    missing = taken - {name_key(name) for names in groups.values() for name in names}
    if missing:
        told = f"split {actor.id}: {', '.join(sorted(missing))} is none of its further names; see actors show."
        raise BadData(told, "not_borne")
    left: dict[str, Any] = {
        group: tuple(name for name in names if name_key(name) not in taken) for group, names in groups.items()
    }
    actors[actor.id] = replace(actor, **left)


def _rename(actors: dict[str, Actor], made: Decision, listed: Mapping[str, Actor]) -> None:
    actor = _known(actors, made)
    if not (made.name_ar or made.name_en):
        raise BadData(f"rename {actor.id}: give the name that it should have.", "no_name")
    name_ar = made.name_ar or actor.name_ar
    aliases = tuple(name for name in (actor.name_ar, *actor.aliases) if name != name_ar)
    changed = replace(actor, name_ar=name_ar, name_en=made.name_en or actor.name_en)
    ordered = _in_order(aliases, listed.get(actor.id, actor).aliases)
    actors[actor.id] = replace(changed, aliases=ordered) if made.name_ar else changed


def _known(actors: Mapping[str, Actor], made: Decision) -> Actor:
    if made.actor not in actors:
        told = f"{made.decision} {made.actor}: no actor has this id; `bayan actors list` lists them."
        raise BadData(told, "no_actor", actor=made.actor)
    return actors[made.actor]


_STEPS: Mapping[str, Callable[[dict[str, Actor], Decision, Mapping[str, Actor]], None]] = {
    "accept": _accept,
    "merge": _merge,
    "split": _split,
    "rename": _rename,
}
