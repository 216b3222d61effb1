"""What the corpus covers: articles of each outlet month by month, those without a day, and how it came in."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import chain, islice

from sqlalchemy import select, union

from bayan.queries.articles import read_articles
from bayan.queries.coverage_rows import Coverage, CoverageCell, LeftOutRow, RunRow
from bayan.queries.filters import asking, one_of
from bayan.queries.periods import first_day
from bayan.queries.rows import ArticleRow
from bayan.queries.selection import Selection
from bayan.queries.tallies import MONTHS
from bayan.store import Store, codes, dialects, keys, tables

_article = tables.article


def coverage(store: Store, selection: Selection) -> Coverage:
    """Articles by outlet and month of publication, of the selected outlets; other filters do not count here."""
    with asking(store, selection) as (connection, filters):
        count = tables.men_span
        wanted = (
            select(tables.outlet.c.name, count.c.span, count.c.articles)
            .join_from(tables.outlet, count, count.c.outlet_id == tables.outlet.c.id)
            .where(
                # Outlets are named too, for else the counts of all actors would be read.
                dialects.among(count.c.outlet_id, select(tables.outlet.c.id)),
                count.c.actor_id == codes.ALL,
                dialects.among(count.c.span, select(union(MONTHS, select(dialects.constant(keys.NO_DAY))).subquery())),
            )
            .where(*one_of(count.c.outlet_id, filters.outlets))
        )
        rows = connection.execute(wanted).all()
    months: Counter[tuple[str, str]] = Counter()
    outlets: Counter[str] = Counter()
    undated = 0
    for outlet, month, articles in rows:
        outlets[outlet] += articles
        if month == keys.NO_DAY:
            undated += articles
        else:
            months[outlet, first_day("month", month).isoformat()[: len("2020-07")]] += articles
    cells = tuple(CoverageCell(outlet, month, count) for (outlet, month), count in sorted(months.items()))
    return Coverage(tuple(sorted(outlets, key=lambda name: (-outlets[name], name))), cells, undated)


def undated(store: Store, *, limit: int = 20) -> tuple[ArticleRow, ...]:
    """Articles without a day of publication, the last stored first."""
    with store.read() as connection:
        wanted = select(_article.c.id).where(_article.c.day == keys.NO_DAY).order_by(_article.c.id).limit(limit)
        return read_articles(connection, connection.execute(wanted).scalars().all()[::-1])


def runs(store: Store, *, limit: int = 12) -> tuple[RunRow, ...]:
    """The runs that wrote into the store, the newest first."""
    return tuple(
        RunRow(
            id=run.id,
            command=run.command,
            sources=run.sources,
            started=datetime.fromisoformat(run.started_at),
            ended=datetime.fromisoformat(run.ended_at) if run.ended_at else None,
            read=run.read,
            stored=run.stored,
            known=run.known,
            rejected=run.rejected,
        )
        for run in islice(store.runs(), limit)
    )


def left_out(store: Store, *, limit: int = 50) -> tuple[LeftOutRow, ...]:
    """What the runs did not take, of the newest run first."""
    rejecting = [run.id for run in store.runs() if run.rejected]
    told = chain.from_iterable(((run, one) for one in store.rejections(run)) for run in rejecting)
    return tuple(LeftOutRow(run, one.where, one.reason, one.code, one.values) for run, one in islice(told, limit))
