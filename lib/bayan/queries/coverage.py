"""What the corpus covers: articles of each outlet month by month, those without a day, and how it came in."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import islice

from sqlalchemy import func, select

from bayan.queries.articles import read_articles
from bayan.queries.coverage_rows import Coverage, CoverageCell, RunRow
from bayan.queries.filters import asking, one_of
from bayan.queries.rows import ArticleRow
from bayan.queries.selection import Selection
from bayan.store import Store, keys, tables

_article = tables.article


def coverage(store: Store, selection: Selection) -> Coverage:
    """Articles by outlet and month of publication, of the selected outlets; other filters do not count here."""
    with asking(store, selection) as (connection, filters):
        wanted = (
            select(tables.outlet.c.name, _article.c.day, func.count())
            .join_from(_article, tables.outlet, tables.outlet.c.id == _article.c.outlet_id)
            .where(*one_of(_article.c.outlet_id, filters.outlets))
            .group_by(tables.outlet.c.name, _article.c.day)
        )
        rows = connection.execute(wanted).all()
    months: Counter[tuple[str, str]] = Counter()
    outlets: Counter[str] = Counter()
    undated = 0
    for outlet, day, count in rows:
        outlets[outlet] += count
        published = keys.day_of(day)
        if published is None:
            undated += count
        else:
            months[outlet, published.isoformat()[: len("2020-07")]] += count
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
