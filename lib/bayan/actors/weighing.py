"""How much an article speaks of an actor: by name, by adjective, and by those who speak for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bayan.actors.automaton import Hit
from bayan.actors.counting import clear_first
from bayan.actors.registry import Registry, Surroundings

_ENOUGH = 2
"""How often at least an article must speak of an actor's surroundings for a contextual name to be its own."""
_NOWHERE = Surroundings((), ())


class Weights:
    """The actors of one article by how often it speaks of them. ``texts`` are its folded title and body."""

    def __init__(self, registry: Registry, texts: tuple[str, ...], hits: Iterable[Hit]) -> None:
        self._registry = registry
        self._text = "\n".join(texts)
        sure = [hit.entries[0] for hit in hits if len(hit.entries) == 1]
        self.names = Counter([entry.actor_id for entry in sure if entry.strength != "contextual"])
        """How often the article names each actor beyond doubt; a capital names its state too."""
        self._by_adjective: dict[str, int] = {}
        self._by_speaker: dict[str, int] = {}

    def with_adjectives(self, actor_id: str) -> int:
        """How often the article speaks of an actor, by its name and by its adjective of nationality."""
        if actor_id not in self._by_adjective:
            adjectives = self._registry.masculine_adjectives.get(actor_id, ())
            used = self._count(f"ال{adjective}" for adjective in adjectives)
            self._by_adjective[actor_id] = self.names[actor_id] + used
        return self._by_adjective[actor_id]

    def with_speakers(self, actor_id: str) -> int:
        """The same, and how often it names those who speak for the actor and what is the actor's own (its towns)."""
        if actor_id not in self._by_speaker:
            speakers = self._registry.speaking_for(actor_id)
            named = sum(times for other, times in self.names.items() if other in speakers)
            own = self.with_adjectives(actor_id) + self._count(self._around(actor_id).words)
            self._by_speaker[actor_id] = named + own
        return self._by_speaker[actor_id]

    def fitting(self, actor_ids: Iterable[str]) -> str | None:
        """Of the bearers of a contextual name the one whose surroundings the article clearly speaks of most."""
        around = {actor_id: self._around(actor_id).spoken_of for actor_id in actor_ids}
        if not any(around.values()):
            return None
        counts = Counter({actor_id: sum(map(self.with_speakers, others)) for actor_id, others in around.items()})
        return clear_first(counts, least=_ENOUGH)

    def _around(self, actor_id: str) -> Surroundings:
        return self._registry.surroundings.get(actor_id, _NOWHERE)

    def _count(self, words: Iterable[str]) -> int:
        return sum(map(self._text.count, words))
