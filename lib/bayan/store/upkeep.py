"""Looking after a store: what it holds, and whether all of it still agrees."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

import bayan.store.dialects as dialects
import bayan.store.reading as reading
import bayan.store.tables as tables
from bayan.store.copies import find_wrong_groups
from bayan.store.corrections import count_reviewed
from bayan.store.decisions import find_misfits
from bayan.store.full_text import fold_version
from bayan.store.keys import PUBLIC_ID_BYTES
from bayan.store.rollups import find_differences
from bayan.store.store import Store
from bayan.text import FOLD_VERSION

_BATCH = 500


def verify(store: Store) -> Iterator[str]:
    """Every fault of a store, one sentence each: file, texts against their hashes, full text, rollups, leftovers,
    marks without a correction, decisions that no longer fit."""
    with store.read() as connection:
        for fault in dialects.integrity(connection):
            yield f"{store.name}: the file is damaged: {fault}; restore a backup."
    yield from _wrong_texts(store)
    with store.read() as connection:
        for name, table in (("fts", tables.article), ("st_fts", tables.statement)):
            rows = connection.execute(select(func.count()).select_from(table)).scalar_one()
            if (texts := dialects.count_texts(connection, name)) != rows:
                yield f"{store.name}: the full text index {name} holds {texts} texts for {rows} rows; rebuild it."
        for name in find_differences(connection):
            yield f"{store.name}: the counts in {name} do not say what the rows say; rebuild them."
        for name in find_wrong_groups(connection):
            yield f"{store.name}: the groups of near copies in {name} are not those of the rows; rebuild them."
        marked, explained = count_reviewed(connection)
        if marked != explained:
            told = f"{marked} statements are marked as reviewed and corrections explain {explained}"
            yield f"{store.name}: {told}; `bayan annotate` applies them anew."
        for problem in find_misfits(connection):
            yield f"{store.name}: a decision about actors does not fit any more: {problem}"
        if (rules := fold_version(connection)) != FOLD_VERSION:
            yield f"{store.name}: the full text was folded by rules {rules}, today's are {FOLD_VERSION}; rebuild it."


def _wrong_texts(store: Store) -> Iterator[str]:
    """Articles whose text is no longer the one that was stored."""
    after = None
    while True:
        with store.read() as connection:
            batch = reading.read_articles(connection, _BATCH, after=after)
        if not batch:
            return
        after = batch[-1].key
        for stored in batch:
            if bytes.fromhex(stored.article.content_hash) != stored.hash:
                name = stored.hash[:PUBLIC_ID_BYTES].hex()
                yield f"{store.name}: article {name} ({stored.article.source}) is damaged; restore a backup."
