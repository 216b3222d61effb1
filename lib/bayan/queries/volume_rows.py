"""What the question about volume returns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bayan.queries.periods import Step, bucket_day, choose_step


@dataclass(frozen=True, slots=True)
class VolumePoint:
    """Statements in one bucket of time, and articles where these are counted."""

    bucket: date
    statements: int
    articles: int | None = None


@dataclass(frozen=True, slots=True)
class Volume:
    """Volume over time. ``step`` follows from the span of the selection; ``days`` are the same numbers day by day."""

    step: Step
    points: tuple[VolumePoint, ...]
    days: tuple[VolumePoint, ...] = ()

    def within(self, since: date, until: date) -> Volume:
        """The volume from one day to another, in buckets for this span."""
        return gather(day for day in self.days if since <= day.bucket <= until)


def gather(days: Iterable[VolumePoint]) -> Volume:
    """The volume of some days, given in their order; buckets with nothing are left out."""
    days = tuple(days)
    edges = (days[0].bucket.toordinal(), days[-1].bucket.toordinal()) if days else (None, None)
    step = choose_step(*edges)
    buckets = groupby(days, key=lambda day: bucket_day(step, day.bucket))
    return Volume(step, tuple(_sum(bucket, found) for bucket, found in buckets), days)


def _sum(bucket: date, days: Iterable[VolumePoint]) -> VolumePoint:
    statements, articles = zip(*((day.statements, day.articles) for day in days), strict=True)
    return VolumePoint(bucket, sum(statements), None if None in articles else sum(articles))
