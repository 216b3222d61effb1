"""One moment of a store, and what it held then: so that an extract of several files is of one piece."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import cast

from sqlalchemy import Connection, func, select

from bayan.queries.extract_rows import CorpusState
from bayan.store import Store, dialects, tables

_BATCH = 10_000
_article, _extractor = tables.article, tables.extractor


@contextmanager
def snapshot(store: Store) -> Iterator[Store]:
    """The store as it is now: all questions inside see the same rows, whoever writes meanwhile."""
    with store.read() as connection:
        yield cast(Store, _Moment(connection))


class _Moment:
    """A store that reads over one connection, and so sees one state of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def read(self, *, seconds: float | None = None) -> Iterator[Connection]:
        limit = nullcontext() if seconds is None else dialects.time_limit(self._connection, seconds)
        with limit:
            yield self._connection


def corpus_state(store: Store) -> CorpusState:
    """What a store holds, so that another can tell whether it holds the same."""
    with store.read() as connection:
        digest = hashlib.sha256()
        articles, last = 0, b""
        wanted = select(_article.c.hash).order_by(_article.c.hash).limit(_BATCH)
        while found := connection.execute(wanted.where(_article.c.hash > last)).scalars().all():
            digest.update(b"".join(bytes(one) for one in found))
            articles, last = articles + len(found), bytes(found[-1])
        annotated = (
            select(_extractor.c.name, func.count())
            .join(_article, _article.c.extractor_id == _extractor.c.id)
            .group_by(_extractor.c.name)
            .order_by(_extractor.c.name)
        )
        read = {row[0]: row[1] for row in connection.execute(annotated)}
        people = (tables.correction, tables.decision)
        made = [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in people]
    return CorpusState(articles, digest.hexdigest(), read, articles - sum(read.values()), *made)
