"""What ``st_topics`` counts: statements by all the topics that they have, by month and year.

A statement may stand on several lanes of a timeline by topic; how many stand on none is told by the sets of topics, of
which there are some hundreds, where all statements would have to be looked at.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Select, Text, cast, func, select, union_all

import bayan.store.tables as tables
from bayan.store.article_rows import ArticleRows, place
from bayan.store.cells import spans_of
from bayan.store.dialects import constant
from bayan.store.keys import NO_DAY

_BETWEEN = " "
_KEY, _DAY = place("statement", "id"), place("statement", "day")


class TopicSets:
    """How many statements each row of ``st_topics`` counts more, or less."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[int, str]] = Counter()

    def add(self, article: ArticleRows, sign: int) -> None:
        """Count the statements of an article, or with -1 take them away."""
        days = {row[_KEY]: row[_DAY] for row in article.rows["statement"]}
        # The rows are in the order of their keys, so each statement's topics are together and in order.
        for key, listed in groupby(article.rows["statement_topic"], itemgetter(0)):
            topics = _BETWEEN.join(str(topic) for _, topic in listed)
            for span in spans_of(days[key]):
                self._counts[span, topics] += sign

    def count(self) -> list[tuple[Any, ...]]:
        """The rows of the difference."""
        return sorted((*key, n) for key, n in self._counts.items() if n)


def counted_sets() -> Select[*tuple[Any, ...]]:
    """The query that counts all of ``st_topics`` from the rows."""
    statement, month = tables.statement, tables.calendar.c.month
    held = tables.statement_topic.c
    ordered = select(held.statement_id, held.topic_id).order_by(held.statement_id, held.topic_id).subquery()
    topics = func.aggregate_strings(cast(ordered.c.topic_id, Text), _BETWEEN).label("topics")
    sets = select(ordered.c.statement_id, topics).group_by(ordered.c.statement_id).subquery()
    dated = sets.join(statement, statement.c.id == sets.c.statement_id)
    dated = dated.outerjoin(tables.calendar, tables.calendar.c.day == statement.c.day)
    parts = []
    for years, span in enumerate((func.coalesce(month, constant(NO_DAY)), -(month // constant(12)))):
        part = select(span.label("span"), sets.c.topics, func.count().label("n")).select_from(dated)
        parts.append((part.where(month.is_not(None)) if years else part).group_by(span, sets.c.topics))
    return select(union_all(*parts).subquery())
