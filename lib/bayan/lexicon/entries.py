"""Entries of the lexicon: cues, the forms in which they stand in a text, and attribution phrases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bayan.lexicon.inflect import Form
from bayan.records import Act

Takes = Literal["source", "clause", "denial", "pronoun"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: what may follow it and what it does. All words are folded."""

    id: str
    act: Act
    frames: frozenset[str]
    takes_object: bool
    needs_object: bool
    adjacent: bool
    explicit: bool
    impersonal: bool
    blocked: frozenset[str]
    needs: frozenset[str]
    needs_for: Mapping[str, frozenset[str]]
    next: frozenset[str]
    tellers: bool
    people: bool
    predicates: bool
    told: bool


@dataclass(frozen=True, slots=True)
class CueForm:
    """An inflected form of a cue. ``conjunction`` is the attached و, ف, ل (before a present) or ب (before a verbal
    noun), ``future`` the attached س."""

    cue: Cue
    form: Form
    conjunction: str
    future: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """An attribution phrase that is no verb; ``words`` are folded, the last may end in a clitic preposition."""

    id: str
    words: tuple[str, ...]
    takes: Takes
    trailing: bool
    clitic: bool
