"""From the name of a speaker to one actor, where the name alone does not decide."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from bayan.actors.rules import without_article
from bayan.actors.spelling import name_key
from bayan.records import Actor, SpeakerKind

if TYPE_CHECKING:
    from bayan.actors.registry import NameEntry, Registry

_HOUSE = ("بن", "ابن", "ال")


def choose_actor(registry: Registry, name: str, day: date | None, known: Collection[str]) -> Actor | None:
    """The actor behind a name, or None. See Registry.resolve."""
    key = name_key(name)
    if not key:
        return None
    entries = registry.names.get(key) or _longer_form(registry, key)
    sure = [entry.actor_id for entry in entries if entry.strength != "contextual"] or _classed(registry, key)
    found = [entry.actor_id for entry in entries if entry.actor_id in known]
    chosen = _only(found) or most_likely(registry, found or sure, day)
    return registry.get(chosen) if chosen else None


def most_likely(registry: Registry, actor_ids: Collection[str], day: date | None) -> str | None:
    """Of several actors of one name: the one in office on the day, else the last who took office by then."""
    if len(actor_ids) < 2 or day is None:
        return _only(actor_ids)
    in_office = [actor_id for actor_id in actor_ids if registry.role_on(actor_id, day)]
    if in_office:
        return _only(in_office)
    taken = {actor_id: _last_taken(registry, actor_id, day) for actor_id in actor_ids}
    latest = max(taken.values())
    return _only([actor_id for actor_id in actor_ids if taken[actor_id] == latest]) if latest else None


def _last_taken(registry: Registry, actor_id: str, day: date) -> str:
    actor = registry.get(actor_id)
    tenures = actor.tenures if actor else ()
    return max((tenure.since for tenure in tenures if tenure.since and tenure.since <= day.isoformat()), default="")


def _only(actor_ids: Iterable[str]) -> str | None:
    distinct = set(actor_ids)
    return distinct.pop() if len(distinct) == 1 else None


def _longer_form(registry: Registry, key: str) -> tuple[NameEntry, ...]:
    """The entries of a listed name inside a longer form of it.

    A listed name followed by father or house (محمد بن سلمان + بن عبد العزيز آل سعود), or first and last word with
    other names between (عادل بن أحمد الجبير).
    """
    words = key.split()
    for end in range(len(words) - 1, 1, -1):
        entries = registry.names.get(" ".join(words[:end]))
        if entries and words[end] in _HOUSE and words[end - 1] not in _HOUSE:
            return entries
    if len(words) > 2 and words[-2] not in _HOUSE:
        return registry.names.get(f"{words[0]} {words[-1]}", ())
    return ()


def _classed(registry: Registry, key: str) -> list[str]:
    """The bodies or media of a name after its class: صحيفة عكاظ, منظمة هيومن رايتس ووتش."""
    first, _, rest = key.partition(" ")
    rules, word = registry.rules.context, without_article(first)
    classes = [(SpeakerKind.MEDIA, rules.media_words), (SpeakerKind.BODY, rules.body_words)]
    kinds = [kind for kind, words in classes if word in words]
    return [actor.id for actor in registry.find(rest) if actor.kind in kinds]
