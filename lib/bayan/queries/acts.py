"""What the statements do, over time."""

from __future__ import annotations

from sqlalchemy import func, select

from bayan.queries.actor_rows import ActPoint, ActSeries
from bayan.queries.counting import spoken
from bayan.queries.filters import asking
from bayan.queries.months import count_of_months
from bayan.queries.periods import bucket_of, choose_step, first_day, with_calendar
from bayan.queries.selection import Selection
from bayan.store import Store, codes


def acts_over_time(store: Store, selection: Selection, *, room: float = 1) -> ActSeries:
    """Count the selected statements that have a day by act and bucket, in the order of time.

    With less ``room`` than a wide screen has (1), buckets are longer.
    """
    with asking(store, selection) as (connection, filters):
        source = spoken(filters)
        where = [*source.where, source.dated]
        first, last = connection.execute(select(func.min(source.day), func.max(source.day)).where(*where)).one()
        step = choose_step(first, last, room)
        cell = bucket_of(step, source.day), source.act
        wanted = select(*cell, source.count, source.assumed).where(*where).group_by(*cell).order_by(*cell)
        rows = connection.execute(with_calendar(wanted, step, source.day)).all()
        months = count_of_months(connection, filters, spoken(filters, by_row=True), step) if rows else {}
    points = (
        ActPoint(first_day(step, bucket), codes.ACTS.word(act), count, assumed, months.get((bucket, act), 0))
        for bucket, act, count, assumed in rows
    )
    return ActSeries(step, tuple(points))
