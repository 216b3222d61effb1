"""Confidence: how often statements found like this one are right, with their speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import repeat
from math import exp

from bayan.extract.readings import Reading
from bayan.extract.scenes import Attribution
from bayan.extract.words import Words
from bayan.lexicon import BIAS

_LENGTHS = (3, 8, 20, 50)


def estimate(weights: Mapping[str, float], words: Words, reading: Reading, attribution: Attribution) -> float:
    """The chance, 0–1, that a careful annotator marks this statement and names this speaker: a logistic model of how
    it was found, learned from annotated articles (data/lexicon/confidence-weights.tsv)."""
    total = weights[BIAS] + sum(map(weights.get, confidence_features(words, reading, attribution), repeat(0.0)))
    return round(1 / (1 + exp(-total)), 2)


def confidence_features(words: Words, reading: Reading, attribution: Attribution) -> Iterator[str]:
    """The names of the features: the rules and the lexicon entry that found the statement, its length and field."""
    yield f"frame={reading.rule}"
    yield f"speaker={attribution.rule}"
    yield f"cue={reading.entry}"
    yield f"field={words.field}"
    size = reading.content_end - reading.content
    yield f"length={next((most for most in _LENGTHS if size <= most), 'long')}"
    member = attribution.member
    yield f"speaker-kind={member.kind if member else 'nobody'}"
    if member is not None and member.actor_id is not None:
        yield "speaker-known"
    if attribution.surface is not None:
        yield f"surface={min(len(attribution.surface.split()), 4)}"
