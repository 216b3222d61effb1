"""Review: what people say of statements and actors goes into a store, and out as files that another store takes.

- ``decide_actors(store, decisions, …) -> Outcome``: keeps decisions about actors and annotates again what they concern.
- ``registry_of(store)``: the actors as the decisions of a store leave them; ``suggest_actors(store)``: who is missing,
  looked for among the ``MOST_NAMES`` that are quoted most.
- ``write_decisions(store)``, ``read_decisions(lines, name)``: the decisions as JSON Lines, in the order of replay.
- ``write_corrections(store)``, ``read_corrections(lines, name)``: corrections of statements as JSON Lines, in the form
  of articles annotated by hand.
- ``name_reviewer()``: who decides where nobody has signed in.
"""

from bayan.review.corrections import read_corrections, write_corrections
from bayan.review.deciding import MOST_NAMES, Outcome, decide_actors, registry_of, suggest_actors
from bayan.review.decisions import read_decisions, write_decisions
from bayan.review.people import name_reviewer

__all__ = [
    "MOST_NAMES",
    "Outcome",
    "decide_actors",
    "name_reviewer",
    "read_corrections",
    "read_decisions",
    "registry_of",
    "suggest_actors",
    "write_corrections",
    "write_decisions",
]
