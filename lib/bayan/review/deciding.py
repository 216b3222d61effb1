"""Decisions about actors: kept in the store, and applied to the articles that they concern."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bayan.actors import Decision, Registry, Sighting, Suggestion, decide, load_registry, suggest
from bayan.errors import UsageError
from bayan.queries import questions
from bayan.store import Store

AT_ONCE = 1_000
"""So many stale articles are annotated at once, in some seconds; more are left to `bayan annotate --stale`."""

MOST_NAMES = 5_000
"""Names without an actor among which suggestions are looked for, most quoted first: in half a second."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of decisions: how many were new, how many articles were annotated again, and how many still wait."""

    decisions: int
    annotated: int
    waiting: int


def registry_of(store: Store) -> Registry:
    """The actors as the decisions of a store leave them. Those that do not fit any more stand in ``problems``."""
    return decide(load_registry(), store.decisions())


def decide_actors(store: Store, decisions: Sequence[Decision]) -> Outcome:
    """Keep decisions, and annotate again the articles that hold a name which they change, where these are few.

    What the store has already is not kept twice. Raises UsageError for a decision that does not fit; then none is kept.
    """
    # The engine takes a second and 30 MB to import: a dashboard in which nobody decides does without.
    from bayan.load import annotate

    listed, known = load_registry(), store.decisions()
    new = tuple(one for one in decisions if one not in set(known))
    before, after = decide(listed, known), decide(listed, (*known, *new))
    if len(after.problems) > len(before.problems):
        misfit = after.misfits[-1]
        raise UsageError(str(misfit), misfit.code, **misfit.values)
    names = {key for key in before.names.keys() | after.names.keys() if before.names.get(key) != after.names.get(key)}
    store.decide(new, concerned=questions.articles_naming(store, names))
    if after.actors == before.actors:
        return Outcome(len(new), 0, 0)
    report = annotate(store, stale_only=True, most=AT_ONCE)
    return Outcome(len(new), report.read, report.waiting)


def suggest_actors(store: Store, *, least: int = 2) -> list[Suggestion]:
    """Persons whom the store quotes and no actor stands for, spellings together, most quoted first."""
    unlisted = questions.unlisted_speakers(store, limit=MOST_NAMES)
    seen = (Sighting(one.name, one.role, one.article_id) for one in unlisted)
    return suggest(registry_of(store), seen, least=least)
