"""Where an article was read from: the first time stands with its text, every other place here."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

import bayan.store.tables as tables
from bayan.records import Article
from bayan.store.dialects import insert

_article, _text, _source = tables.article, tables.article_text, tables.article_source


def note_sources(connection: Connection, articles: Sequence[tuple[bytes, Article]]) -> bool:
    """Keep the sources of stored articles, given with their hashes, that are not kept yet; say whether there were
    any."""
    named = [(content_hash, article) for content_hash, article in articles if article.source]
    wanted = select(_article.c.hash, _article.c.id, _text.c.source).join_from(
        _article, _text, _text.c.id == _article.c.id
    )
    rows = connection.execute(wanted.where(_article.c.hash.in_(sorted({content_hash for content_hash, _ in named}))))
    stored = {bytes(row.hash): (row.id, row.source) for row in rows}
    more = {
        (stored[content_hash][0], article.source): article.url
        for content_hash, article in named
        if content_hash in stored and article.source != stored[content_hash][1]
    }
    keys = sorted({key for key, _ in more})
    kept = connection.execute(select(_source.c.article_id, _source.c.source).where(_source.c.article_id.in_(keys)))
    for key, source in kept:
        more.pop((key, source), None)
    insert(connection, _source, [(*key, url) for key, url in sorted(more.items())])
    return bool(more)
