"""Turning points: where the words of those selected become other words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from bayan.queries import rows
from bayan.records import Act

ACTS_BY_STANCE = (
    Act.SUPPORT, Act.PLEDGE, Act.INFORM, Act.APPEAL, Act.WARN, Act.DENY, Act.REJECT, Act.CRITICISE,
)  # fmt: skip
"""From the favourable to the hostile."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A bucket of time in which another act leads than before, and the statements with that act in it."""

    bucket: date
    before: Act
    after: Act
    count: int


def find_turns(timeline: rows.Timeline) -> list[Turn]:
    """The buckets in which the act used most is another than in the bucket before.

    Informing tells no position and is passed over. Where two acts are used as often, the position has not changed if
    one of them led before; else the more hostile leads. What is known by its month alone turns nothing on a day.
    """
    buckets: dict[date, Counter[Act]] = {}
    for point in timeline.points:
        if point.act is not Act.INFORM and not point.month:
            buckets.setdefault(point.bucket, Counter())[point.act] += point.count
    turns = []
    before: Act | None = None
    for bucket, counts in sorted(buckets.items()):
        most = max(counts.values())
        if before is not None and counts[before] == most:
            continue
        after = max((act for act in counts if counts[act] == most), key=ACTS_BY_STANCE.index)
        if before is not None:
            turns.append(Turn(bucket, before, after, most))
        before = after
    return turns
