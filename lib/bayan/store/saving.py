"""Saving articles with what was found in them: rows, full texts and rollups in step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter

from sqlalchemy import Connection, func, select

import bayan.store.tables as tables
from bayan.errors import StoreError
from bayan.records import Article, Extraction
from bayan.store.article_rows import TABLES, ArticleRows, Change, Row, differing, place, read_article_rows
from bayan.store.building import Entry, Numbers, build_rows
from bayan.store.copies import Copied, write_copies
from bayan.store.corrections import note_found, read_corrections, settle
from bayan.store.dialects import delete, insert
from bayan.store.full_text import write_texts
from bayan.store.keys import ARTICLES_A_DAY, NO_DAY, article_keys, day_number, day_of
from bayan.store.naming import actor_ids, ids_of
from bayan.store.rollups import Counts
from bayan.store.sources import note_sources

_KEY = place("article", "id")
_INGESTED = place("article_text", "ingested_at")


@dataclass(frozen=True, slots=True)
class SaveReport:
    """What became of a batch: articles stored, known (left as they were), replaced; statements and mentions written."""

    stored: int
    known: int
    replaced: int
    statements: int
    mentions: int


def save_batch(
    connection: Connection,
    batch: Sequence[tuple[Article, Extraction | None]],
    extractor: str | None,
    *,
    replace: bool,
    seen: Sequence[Article] = (),
) -> SaveReport:
    """Save a batch in the caller's transaction. Raises StoreError for what no store can hold.

    Of articles that are known, those of the batch and those ``seen`` before it, the sources are noted.
    """
    named = [(bytes.fromhex(article.content_hash), article) for article, _ in batch]
    entries = _entries(connection, batch, [content_hash for content_hash, _ in named], replace=replace)
    _give_keys(connection, entries)
    _settle(connection, entries)
    numbers = _number_names(connection, entries, extractor)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    old = read_article_rows(connection, [entry.old for entry in entries if entry.old is not None])
    states = [(old.get(entry.old or 0), build_rows(entry, numbers, now)) for entry in entries]
    for before, after in states:
        if before:
            after.rows["article_text"] = [_with_arrival(after, before)]
            key = after.rows["article"][0][0]
            after.rows["article_source"] = [(key, *row[1:]) for row in before.rows["article_source"]]
    if states:
        _write(connection, states)
    before_it = [(bytes.fromhex(article.content_hash), article) for article in seen]
    if note_sources(connection, [*before_it, *named]):
        raise_version(connection)
    replaced = sum(before is not None for before, _ in states)
    return SaveReport(
        stored=len(states) - replaced,
        known=len(batch) - len(states),
        replaced=replaced,
        statements=sum(len(after.rows["statement"]) for _, after in states),
        mentions=sum(len(after.rows["mention"]) for _, after in states),
    )


def raise_version(connection: Connection) -> None:
    """Tell caches that the rows have changed."""
    state = tables.state
    connection.execute(state.update().where(state.c.name == "version").values(value=state.c.value + 1))


def _entries(
    connection: Connection,
    batch: Sequence[tuple[Article, Extraction | None]],
    hashes: Sequence[bytes],
    *,
    replace: bool,
) -> list[Entry]:
    """The articles to write: of those that are the same the first, and known ones only to replace them."""
    entries: dict[bytes, Entry] = {}
    for content_hash, (article, extraction) in zip(hashes, batch, strict=True):
        _check_text(article)
        entries.setdefault(content_hash, Entry(article, extraction, content_hash))
    known = connection.execute(
        select(tables.article.c.hash, tables.article.c.id).where(tables.article.c.hash.in_(list(entries)))
    )
    for content_hash, key in known:
        if replace:
            entries[content_hash].old = key
        else:
            del entries[content_hash]
    return list(entries.values())


def _check_text(article: Article) -> None:
    """Refuse what no database keeps as it is: half a character, and the one that ends texts in C."""
    try:
        sound = b"\x00" not in f"{article.title}{article.body}".encode()
    except UnicodeEncodeError:
        sound = False
    if not sound:
        raise StoreError(
            f"{article.source or article.id}: the text holds a lone surrogate or NUL, which no store can keep; "
            "read the file through `bayan ingest`, which takes them out."
        )


def _give_keys(connection: Connection, entries: Iterable[Entry]) -> None:
    """Give each article the next key of its day; one that is known keeps its own while its day stands."""
    nexts: dict[int, int] = {}
    for entry in entries:
        day = day_number(entry.article.published)
        first, last = article_keys(day, day)
        if entry.old is not None and first <= entry.old <= last:
            entry.key = entry.old
            continue
        if day not in nexts:
            nexts[day] = _next_key(connection, day)
        entry.key = nexts[day]
        nexts[day] += 1 if day else -1
        if day and entry.key > last:
            raise StoreError(
                f"{entry.article.source or entry.article.id}: a store holds {ARTICLES_A_DAY:,} articles of one day and "
                f"{day_of(day)} is full; check the dates of this source."
            )


def _next_key(connection: Connection, day: int) -> int:
    first, last = article_keys(day, day)
    column = tables.article.c.id
    edge = func.max(column) if day != NO_DAY else func.min(column)
    taken = connection.execute(select(edge).where(column.between(first, last))).scalar()
    if day == NO_DAY:
        return (taken or 0) - 1
    return first if taken is None else taken + 1


def _settle(connection: Connection, entries: Sequence[Entry]) -> None:
    """Let the corrections of each article win over what was found in it, and keep what that was."""
    known = read_corrections(connection, [entry.hash for entry in entries])
    for entry in entries:
        found = entry.extraction.statements if entry.extraction else ()
        entry.settled = settle(found, known.get(entry.hash, ()))
    note_found(connection, (entry.settled for entry in entries if entry.extraction))


def _number_names(connection: Connection, entries: Sequence[Entry], extractor: str | None) -> Numbers:
    statements = [made for entry in entries for made in entry.settled.statements]
    mentions = (mention for entry in entries for mention in entry.mentions)
    return Numbers(
        outlets=ids_of(connection, tables.outlet, (entry.article.outlet for entry in entries)),
        topics=ids_of(connection, tables.topic, (name for made in statements for name in made.topics)),
        actors=actor_ids(connection, statements, mentions),
        extractor=ids_of(connection, tables.extractor, [extractor])[extractor] if extractor else None,
    )


def _with_arrival(after: ArticleRows, before: ArticleRows) -> Row:
    """The new text row with the time at which the article first came in."""
    new, old = after.rows["article_text"][0], before.rows["article_text"][0]
    return (*new[:_INGESTED], old[_INGESTED], *new[_INGESTED + 1 :])


def _write(connection: Connection, states: Sequence[Change]) -> None:
    """Write the difference between what the store holds and what it shall hold."""
    changed = False
    for table in TABLES:
        keys = [place(table.name, column.name) for column in table.primary_key]
        gone, come = differing(
            (row for before, _ in states if before for row in before.rows[table.name]),
            (row for _, after in states for row in after.rows[table.name]),
        )
        delete(connection, table, sorted(tuple(row[at] for at in keys) for row in gone))
        insert(connection, table, sorted(come, key=itemgetter(*keys)))
        changed = changed or bool(gone or come)
    if not changed:
        return
    copied = write_copies(connection, states, *write_texts(connection, states))
    _write_counts(connection, states, copied)
    raise_version(connection)


def _write_counts(connection: Connection, states: Sequence[Change], copied: Copied) -> None:
    """Bring the rollups up to date with changed articles, and with others that these made copies or no copies."""
    counts = Counts()
    changed: set[int] = set()
    for change in states:
        for rows, sign, copies in zip(change, (-1, 1), copied, strict=True):
            if rows:
                key = rows.rows["article"][0][_KEY]
                counts.add(rows, sign, original=key not in copies)
                changed.add(key)
    turned = sorted((copied.before ^ copied.after) - changed)
    for key, rows in read_article_rows(connection, turned).items():
        counts.turn(rows, 1 if key in copied.before else -1)
    counts.write(connection)
