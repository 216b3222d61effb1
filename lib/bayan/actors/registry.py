"""The registry: every actor with names, principals and tenures, and the questions that are asked of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from bayan.actors.completing import adjective_keys, count_states, find_whose, state_words
from bayan.actors.institutions import definite
from bayan.actors.offices import OfficeBook
from bayan.actors.resolving import choose_actor
from bayan.actors.rules import Rules
from bayan.actors.spelling import name_key, spellings
from bayan.actors.surnames import surnames_of
from bayan.errors import BadData
from bayan.records import Actor, SpeakerKind, Tenure
from bayan.text import fold_text

Strength = Literal["own", "contextual", "capital", "short"]
"""How a name stands for its actor: by itself, where the article makes it clear, as a capital that acts, or as the
short form of a ministry."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One actor behind a name."""

    actor_id: str
    strength: Strength
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of whom an article speaks where an actor's contextual names are its own, and folded words that tell it."""

    spoken_of: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Registry:
    """All actors, frozen. ``version`` names the state of the data files, ``problems`` the bad rows of a user's file and
    decisions that do not fit (``misfits`` are these as errors); ``dismissed`` are keys of names that are of nobody who
    should be an actor.

    Days are days of the calendar; what the data do not cover is None, never a guess.
    """

    actors: tuple[Actor, ...]
    nationalities: Mapping[str, tuple[str, ...]]
    surroundings: Mapping[str, Surroundings]
    rules: Rules
    short_names: frozenset[str]
    version: str
    problems: tuple[str, ...] = ()
    misfits: tuple[BadData, ...] = ()
    dismissed: frozenset[str] = frozenset()
    _by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {actor.id: actor for actor in self.actors})

    def get(self, actor_id: str) -> Actor | None:
        """The actor with this id."""
        return self._by_id.get(actor_id)

    def find(self, name: str) -> tuple[Actor, ...]:
        """The actors that bear exactly this name or one of its spellings, those that own it first."""
        entries = self.names.get(name_key(name), ())
        return tuple(self._by_id[entry.actor_id] for entry in entries)

    def resolve(self, name: str, day: date | None, *, known: Collection[str] = ()) -> Actor | None:
        """The actor behind a speaker's name without titles, or None where it stays open.

        ``known`` are ids already found in the article: they decide between actors of one name, and only they make a
        contextual name (a common surname) sure. Longer forms of a listed name are taken too (عادل بن أحمد الجبير).
        """
        return choose_actor(self, name, day, known)

    def role_on(self, actor_id: str, day: date) -> Tenure | None:
        """The office of an actor on a day; of several the last taken."""
        return self.offices.role_on(actor_id, day)

    def holder(self, role_text: str, day: date) -> Actor | None:
        """The person who held an office on a day: ``holder("وزير الخارجية الروسي", date(2020, 7, 8))``.

        Wordings, gender and nationality adjectives fall together. None for an unknown office, an office with several
        holders and a day that the data do not cover.
        """
        actor_id = self.offices.holder(role_text, day)
        return self._by_id[actor_id] if actor_id else None

    def principals(self, actor_id: str, day: date | None = None) -> tuple[str, ...]:
        """For whom an actor speaks, nearest first (ministry, state). With a day: by the office of that day."""
        chain: list[str] = []
        actor = self._by_id.get(actor_id)
        above = actor.principal if actor else None
        tenure = self.role_on(actor_id, day) if day else None
        if tenure and tenure.body in self._by_id:
            above = tenure.body
        while above and above not in chain and above != actor_id:
            chain.append(above)
            above = self._by_id[above].principal
        return tuple(chain)

    def speaking_for(self, actor_id: str) -> frozenset[str]:
        """The ids of everyone who speaks for an actor, directly or through others, without the actor itself."""
        return self._speakers.get(actor_id, frozenset())

    @cached_property
    def states_by_nationality(self) -> Mapping[str, str]:
        """Actor ids by folded adjective of nationality, with and without article, both genders."""
        found: dict[str, str] = {}
        for actor_id, adjectives in self.nationalities.items():
            for forms in map(definite, adjectives):
                for form in (fold_text(forms.masculine), fold_text(forms.feminine)):
                    plain = " ".join(word.removeprefix("ال") for word in form.split())
                    found |= {form: actor_id, plain: actor_id}
        return found

    @cached_property
    def state_words(self) -> Mapping[str, str]:
        """Actor ids by folded words that speak of one state: definite adjectives, capitals and towns, with and without
        a clitic."""
        return state_words(self)

    @cached_property
    def adjective_keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of the definite adjectives of nationality by actor id, the feminine before the masculine."""
        return adjective_keys(self.nationalities)

    def count_states(self, texts: Iterable[str], mentioned: Iterable[str]) -> Counter[str]:
        """How often an article speaks of each state. ``texts`` are its folded title and body, ``mentioned`` the ids of
        the actors that it names, each as often as it does."""
        return count_states(self, texts, mentioned)

    def find_whose(
        self, name: str, spoken_of: Counter[str], mentioned: Collection[str], day: date | None
    ) -> Actor | None:
        """The body or envoy that a name without its state stands for in an article (وزارة الداخلية), or None.

        ``spoken_of`` is what count_states tells of the article, ``mentioned`` are the ids of the actors that it names.
        """
        return find_whose(self, name, spoken_of, mentioned, day)

    @cached_property
    def masculine_adjectives(self) -> Mapping[str, tuple[str, ...]]:
        """Folded masculine adjectives of nationality, without article, by actor id."""
        return {actor_id: tuple(map(fold_text, adjectives)) for actor_id, adjectives in self.nationalities.items()}

    @cached_property
    def names(self) -> Mapping[str, tuple[NameEntry, ...]]:
        """Every spelling of every name, by key. Owners stand before those whose name needs a context."""
        found: dict[str, dict[str, Strength]] = {}
        for actor in self.actors:
            for name, strength in self._named(actor):
                for spelling in spellings(name, actor.kind, self.rules.spelling):
                    found.setdefault(spelling, {}).setdefault(actor.id, strength)
        order = {"own": 0, "short": 1, "contextual": 2, "capital": 3}
        return {
            key: tuple(
                NameEntry(actor_id, strength, self._by_id[actor_id].kind)
                for actor_id, strength in sorted(entries.items(), key=lambda pair: order[pair[1]])
            )
            for key, entries in found.items()
        }

    @cached_property
    def shared_names(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the actors that share a name which each bears as its own: only the article tells them apart."""
        owned = {key: [e.actor_id for e in entries if e.strength == "own"] for key, entries in self.names.items()}
        return {key: tuple(ids) for key, ids in owned.items() if len(ids) > 1}

    @cached_property
    def offices(self) -> OfficeBook:
        """All tenures by office and by actor."""
        states = frozenset(actor.id for actor in self.actors if actor.kind is SpeakerKind.STATE)
        return OfficeBook(self.actors, self.rules.offices, self._entity, self.states_by_nationality, states)

    @cached_property
    def _speakers(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for actor in self.actors:
            for principal in self.principals(actor.id):
                found.setdefault(principal, set()).add(actor.id)
        return {principal: frozenset(speakers) for principal, speakers in found.items()}

    def _named(self, actor: Actor) -> list[tuple[str, Strength]]:
        """The names of an actor, the weaker standing first: a name listed as contextual is that."""
        weaker = (*actor.contextual, *surnames_of(actor, self.rules.context))
        named: list[tuple[str, Strength]] = [(name, "contextual") for name in weaker]
        for name in (actor.name_ar, *actor.aliases):
            named.append((name, "short" if name_key(name) in self.short_names else "own"))
        return [*named, *((name, "capital") for name in actor.capitals)]

    def _entity(self, key: str) -> str | None:
        """The one state or body that a key names without context."""
        owners = [
            entry.actor_id
            for entry in self.names.get(key, ())
            if entry.strength in ("own", "short")
            and self._by_id[entry.actor_id].kind in (SpeakerKind.STATE, SpeakerKind.BODY)
        ]
        return owners[0] if len(owners) == 1 else None
