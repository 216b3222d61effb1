"""Acts weighed once more beside the other statements of an article: where others blame, what may be blame or news is
blame, and where all others tell news, news."""

from __future__ import annotations

from collections.abc import Sequence

from bayan.extract.settling import Found
from bayan.lexicon import ActWords

UNKNOWN = 2
"""Statements of no act that the others of an article are diluted with; 1, 3 and 5 gained less on articles that nothing
is learned from, and so did the greatest chance among the others."""
Chances = Sequence[float]
"""For each act the chance, 0–1, that a statement is of it."""


def weigh_acts_together(act_words: ActWords, found: Sequence[Found]) -> None:
    """Replace acts by those that the other statements of the article make likelier; what a denial denies stays."""
    if len(found) < 2:
        return
    model = act_words.model
    alone = [model.certain(one.act) if one.sums is None else model.chances(one.sums) for one in found]
    totals = [sum(column) for column in zip(*alone, strict=True)]
    for one, own in zip(found, alone, strict=True):
        others = [_share(total - mine, len(found) - 1) for total, mine in zip(totals, own, strict=True)]
        act = one.act if one.sums is None else model.best_beside(one.sums, others)
        if act is not one.act:
            one.act = act
            one.evidence = (*one.evidence[:-1], "act:context")


def _share(total: float, count: int) -> float:
    """The share of an act among other statements, as if two more were of none: few of them tell little."""
    return total / (count + UNKNOWN)
