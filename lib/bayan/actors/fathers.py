"""Long forms of names: a listed first and last name with the father's between (إبراهيم بن عبد العزيز العساف)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bayan.actors.automaton import Hit
from bayan.actors.registry import NameEntry, Registry
from bayan.records import SpeakerKind

_SON = re.compile(" (?:بن|ابن|بنت) ")
_GIVEN = re.compile(r"([وفبلك]?)((?:عبد )?[^\W_]+)$")
_REST = re.compile(r"(?:(?:عبد )?[^\W_]+ (?:بن|ابن|بنت) )*(?:عبد )?[^\W_]+ ([^\W_]+)")
_HOUSES = frozenset({"بن", "بنت", "ابن", "ال"})
_REACH = 16


def find_long_forms(registry: Registry, text: str) -> Iterator[Hit]:
    """Long forms of persons' names in a folded text.

    Others may bear the same first and last name: a long form is a name that needs its context.
    """
    end = 0
    for son in _SON.finditer(text):
        given = _GIVEN.search(text, max(end, son.start() - _REACH), son.start())
        rest = _REST.match(text, son.end()) if given and son.start() >= end else None
        if given is None or rest is None or rest.group(1) in _HOUSES:
            continue
        end = rest.end()
        for start, skipped in ((given.start(), ""), (given.start(2), given.group(1))):
            key = f"{text[start : son.start()]} {rest.group(1)}"
            entries = _persons(registry, key)
            if entries:
                yield Hit(start, end, skipped, key, entries)
                break


def _persons(registry: Registry, key: str) -> tuple[NameEntry, ...]:
    """The persons who own a name, as entries that need a context."""
    owners = (entry for entry in registry.names.get(key, ()) if entry.strength == "own")
    return tuple(replace(owner, strength="contextual") for owner in owners if owner.kind is SpeakerKind.PERSON)
