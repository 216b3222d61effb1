"""Confidence: how far the rules that found a statement can be trusted."""

from __future__ import annotations

from bayan.extract.readings import Reading
from bayan.extract.speakers import Attribution

_FRAMES = {
    "an": 0.95,
    "quote": 0.93,
    "colon": 0.92,
    "prep": 0.88,
    "clause": 0.85,
    "source": 0.8,
    "np": 0.72,
    "pronoun": 0.8,
}
_SPEAKERS = {
    "subject": 0.97,
    "relay": 0.93,
    "role": 0.92,
    "holder": 0.9,
    "anaphora": 0.85,
    "carried": 0.85,
    "dropped": 0.8,
}
_OTHER = 0.7


def estimate(reading: Reading, attribution: Attribution) -> float:
    """The product of what the frame and the speaker rule are worth, in [0, 1]."""
    if attribution.member is None:
        return round(_FRAMES[reading.frame] * 0.3, 2)
    return round(_FRAMES[reading.frame] * _SPEAKERS.get(attribution.rule, _OTHER), 2)
