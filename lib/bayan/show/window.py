"""Days: those that charts show (where a few others lie far away, the many), a period and the one before it."""

from __future__ import annotations

from datetime import date, timedelta

from bayan.queries import rows

_KEPT = 0.98
DAYS = 30
"""A period where no days are selected."""


def find_window(volume: rows.Volume) -> tuple[date, date] | None:
    """The first and the last day to show, or None where that is the whole span.

    The middle 98 % of statements are shown, and at each end what is left too, unless that is longer than they are.
    """
    points = tuple(point for point in volume.points if point.statements)
    total = sum(point.statements for point in points)
    if not total:
        return None
    edge = total * (1 - _KEPT) / 2
    since = points[_reach(points, edge)].bucket
    until = end_of(points[-1 - _reach(points[::-1], edge)].bucket, volume.step)
    first, last, most = points[0].bucket, end_of(points[-1].bucket, volume.step), until - since
    window = since if since - first > most else first, until if last - until > most else last
    return window if window != (first, last) else None


def _reach(points: tuple[rows.VolumePoint, ...], edge: float) -> int:
    """The place of the first bucket with which more than ``edge`` statements are passed."""
    passed = 0
    for at, point in enumerate(points):
        passed += point.statements
        if passed > edge:
            return at
    return len(points) - 1


def end_of(bucket: date, step: str) -> date:
    """The last day of a bucket."""
    if step == "month":
        return date(bucket.year + bucket.month // 12, bucket.month % 12 + 1, 1) - timedelta(days=1)
    return bucket + timedelta(days=6 if step == "week" else 0)


def find_period(since: date | None, until: date | None, last: date | None) -> tuple[date, date]:
    """The period between two days; where one is open, it ends on the ``last`` day or begins thirty days before."""
    until = until or max(last or date(2000, 1, 1), since or date.min)
    return since or until - timedelta(days=DAYS - 1), until


def period_before(since: date, until: date) -> tuple[date, date]:
    """The period of the same length that ends on the day before."""
    return since - (until - since) - timedelta(days=1), since - timedelta(days=1)
