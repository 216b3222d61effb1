"""Linking: which actor of the registry a speaker is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from bayan.actors import Registry
from bayan.extract.cast import Member
from bayan.records import Actor, Mention, SpeakerKind


class Linker:
    """Links the speakers of one article. ``texts`` are its folded title and body."""

    def __init__(
        self, registry: Registry, texts: tuple[str, ...], mentions: Sequence[Mention], day: date | None
    ) -> None:
        self._registry = registry
        self._texts = texts
        self._mentions = mentions
        self._known = frozenset(mention.actor_id for mention in mentions)
        self._day = day
        self._spoken_of: Counter[str] | None = None
        self._whose: dict[str, Actor | None] = {}

    def actor_of(self, member: Member) -> Actor | None:
        """The actor that speaks, None where it stays open. A government is its state (السلطات)."""
        if member.actor_id is not None:
            return self._registry.get(member.actor_id)
        if member.kind is SpeakerKind.UNNAMED:
            return None
        actor = self._registry.resolve(member.name, self._day, known=self._known)
        if actor is not None and actor.kind is member.kind:
            return actor
        return self._complete(member.name) if member.kind is SpeakerKind.BODY or member.nameless else None

    def _states(self) -> Counter[str]:
        """How often the article speaks of each state: counted once, whoever is named without one."""
        if self._spoken_of is None:
            mentioned = [mention.actor_id for mention in self._mentions]
            self._spoken_of = self._registry.count_states(self._texts, mentioned)
        return self._spoken_of

    def _complete(self, name: str) -> Actor | None:
        """A body or an office that is named without its state: that of the state of which the article speaks."""
        if name not in self._whose:
            self._whose[name] = self._registry.find_whose(name, self._states(), self._known, self._day)
        return self._whose[name]
