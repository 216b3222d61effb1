"""An order in which those that belong together stand beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations


def order_by_nearness(keys: Sequence[str], nearness: Mapping[tuple[str, str], float]) -> list[str]:
    """Groups grow by joining the two that are nearest on average, turned so that their nearest ends meet.

    ``nearness`` has each pair once, in either order; a missing one is 0. The same input gives the same order.
    """
    groups = [[key] for key in sorted(keys)]

    def near(one: str, other: str) -> float:
        return nearness.get((one, other), nearness.get((other, one), 0.0))

    def together(one: Sequence[str], other: Sequence[str]) -> float:
        return sum(near(first, second) for first in one for second in other) / (len(one) * len(other))

    while len(groups) > 1:
        one, other = max(combinations(groups, 2), key=lambda pair: together(*pair))
        turned = [(left, right) for left in (one, one[::-1]) for right in (other, other[::-1])]
        left, right = max(turned, key=lambda pair: near(pair[0][-1], pair[1][0]))
        groups = [group for group in groups if group not in (one, other)]
        groups.append([*left, *right])
    return groups[0] if groups else []
