"""Actors: the files of data/actors go in; who stands behind a name, an office or a passage of text comes out.

- ``load_registry(folder=None, *, extra=None) -> Registry``: reads and checks the files. ``extra`` is a user's own
  table; its bad rows are told in ``registry.problems`` and the rest loads. Raises BadData.
- ``Registry``: ``actors``, ``get(id)``, ``find(name)``, ``resolve(name, day, known=ids)``, ``role_on(id, day)``,
  ``holder(role_text, day)``, ``principals(id)``, ``speaking_for(id)``, ``states_by_nationality``, ``version``,
  ``problems``, ``shared_names``.
- ``read_sightings(lines, name)``, ``suggest(registry, sightings)``: persons whom articles quote and the registry lacks.
- ``decide(registry, decisions) -> Registry``: the registry as people's decisions leave it; ``read_decision`` reads a
  ``Decision``, whose ``taken_back`` gives those that undo it.
- ``Matcher(registry)``: ``find(title, body, day) -> tuple[Mention, ...]`` over folded texts, ranges in the original.
"""

from bayan.actors.deciding import Decision, decide, read_decision
from bayan.actors.loading import load_registry
from bayan.actors.matcher import Matcher
from bayan.actors.registry import Registry
from bayan.actors.suggesting import Sighting, Suggestion, read_sightings, suggest

__all__ = [
    "Decision",
    "Matcher",
    "Registry",
    "Sighting",
    "Suggestion",
    "decide",
    "load_registry",
    "read_decision",
    "read_sightings",
    "suggest",
]
