"""Bodies and envoys that an article names without their state (وزارة الداخلية, المبعوث الأممي): whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from bayan.actors.counting import clear_first
from bayan.actors.institutions import definite
from bayan.actors.spelling import name_key
from bayan.records import Actor, SpeakerKind

if TYPE_CHECKING:
    from bayan.actors.registry import Registry

_CLEARLY = 3
"""How often at least, and how many times more often than any other, an article must speak of a state for a body without
its state to be that state's: a wrong state is worse than none."""
_CLITICS = "وفبلك"


def find_whose(
    registry: Registry, name: str, spoken_of: Counter[str], mentioned: Collection[str], day: date | None
) -> Actor | None:
    """The actor that a body's or an envoy's name without a state stands for in an article, None where that is open.

    ``spoken_of`` is what count_states gives, ``mentioned`` are the actors that the article names. The state is the one
    of whose bodies the article names this very one, else the one that it clearly speaks of most.
    """
    key = name_key(name)
    found = {state: _completed(registry, key, state) for state in spoken_of}
    named = {actor.id: actor for actor in found.values() if actor and actor.id in mentioned and _is_body(actor)}
    if len(named) == 1:
        return next(iter(named.values()))
    first = clear_first(spoken_of, least=_CLEARLY, clearly=_CLEARLY)
    return (found[first] or _envoy(registry, name, first, day)) if first else None


def count_states(registry: Registry, texts: Iterable[str], mentioned: Iterable[str]) -> Counter[str]:
    """How often an article speaks of each state: by its name, its adjective, its capital and towns, and by those who
    speak for it."""
    counts: Counter[str] = Counter()
    for actor_id in mentioned:
        chain = (actor_id, *registry.principals(actor_id))
        counts.update(other for other in chain if _is_state(registry, other))
    known = registry.state_words
    for text in texts:
        counts.update([known[word] for word in text.split() if word in known])
    return counts


def state_words(registry: Registry) -> Mapping[str, str]:
    """Folded single words that speak of one state beyond its name, alone and behind a clitic: definite adjectives,
    capitals and towns."""
    found: dict[str, set[str]] = {}
    for word, state in registry.states_by_nationality.items():
        if word.startswith("ال") and _is_state(registry, state):
            found.setdefault(word, set()).add(state)
    for actor in registry.actors:
        if actor.kind is SpeakerKind.STATE:
            around = registry.surroundings.get(actor.id)
            for place in (*map(name_key, actor.capitals), *(around.words if around else ())):
                found.setdefault(place, set()).add(actor.id)
    own = {key for key, entries in registry.names.items() if entries[0].strength == "own"}
    alone = {word: states.pop() for word, states in found.items() if len(states) == 1 and word not in own}
    return {clitic + word: state for word, state in alone.items() for clitic in _CLITICS} | alone


def adjective_keys(nationalities: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The keys of the definite adjectives of each state, the feminine of each before the masculine."""
    forms = {state: list(map(definite, adjectives)) for state, adjectives in nationalities.items()}
    return {
        state: tuple(name_key(form) for adjective in found for form in (adjective.feminine, adjective.masculine))
        for state, found in forms.items()
    }


def _completed(registry: Registry, key: str, state: str) -> Actor | None:
    """The actor that bears a name, given by its key, with the adjective of a state."""
    for adjective in registry.adjective_keys.get(state, ()):
        actor = _owner(registry, f"{key} {adjective}")
        if actor is not None and _may_speak(registry, key, actor):
            return actor
    return None


def _envoy(registry: Registry, name: str, state: str, day: date | None) -> Actor | None:
    """Who holds the office of envoy to a state."""
    actor = registry.get(state)
    return registry.holder(f"{name} إلى {actor.name_ar}", day) if actor and day else None


def _owner(registry: Registry, key: str) -> Actor | None:
    """The one body or state that owns a name."""
    owners = [entry.actor_id for entry in registry.names.get(key, ()) if entry.strength == "own"]
    actor = registry.get(owners[0]) if len(owners) == 1 else None
    return actor if actor and actor.kind in (SpeakerKind.BODY, SpeakerKind.STATE) else None


def _may_speak(registry: Registry, key: str, actor: Actor) -> bool:
    """Whether a bare name speaks for its actor: النظام and الدولة are rather ordinary words."""
    return actor.kind is not SpeakerKind.STATE or key in registry.rules.bare_governments


def _is_state(registry: Registry, actor_id: str) -> bool:
    actor = registry.get(actor_id)
    return actor is not None and actor.kind is SpeakerKind.STATE


def _is_body(actor: Actor) -> bool:
    return actor.kind is SpeakerKind.BODY
