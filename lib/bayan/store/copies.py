"""Near copies among the articles, and the same words of a speaker among the statements, kept in step with the rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, case, func, select

import bayan.store.tables as tables
from bayan.store.article_rows import ARTICLE_OF, ArticleRows, Change, place
from bayan.store.codes import FIELDS
from bayan.store.dialects import delete, insert
from bayan.store.full_text import Texts
from bayan.store.groups import Item, Kind, Pair, Turned, parts_of, regroup
from bayan.store.keys import SEQUENCE_BITS, SERIAL_BITS
from bayan.store.likeness import (
    SKETCH_RULES,
    are_copies,
    are_same_words,
    mark_statement,
    may_be_copies,
    may_be_same_words,
    sketch_article,
    words_of,
)
from bayan.store.reading import data_version
from bayan.text import fold_text

_BATCH = 500
_LATE = float("inf")
"""An article that tells its day alone comes after those of the day that tell their hour."""
_MOMENT = place("article_text", "published_at")
_SPEAKER = place("statement", "actor_id")
_OUTLET = place("article", "outlet_id")
_article, _text, _statement = tables.article, tables.article_text, tables.statement


class Said(NamedTuple):
    """What the groups need of a row: its key, who speaks (0 for an article), the outlet, its folded text, when it was
    published."""

    key: int
    speaker: int
    outlet: int
    text: str
    moment: str | None


class Copied(NamedTuple):
    """The keys of near copies before a change and after it, among the articles that it touches."""

    before: set[int]
    after: set[int]


def write_copies(
    connection: Connection, changes: Sequence[Change], befores: Sequence[Texts], afters: Sequence[Texts]
) -> Copied:
    """Bring both kinds of groups up to date with changed articles and their folded texts."""
    old = [before for before, _ in changes if before]
    new = [after for _, after in changes]
    batch = data_version(connection)
    were = _copies_among(connection, [key for before in befores for key, *_ in before["fts"]])
    turned = _bring(connection, ARTICLES, _articles_of(old, befores), _articles_of(new, afters), batch)
    _bring(connection, STATEMENTS, _statements_of(old, befores), _statements_of(new, afters), batch)
    return Copied(were | turned.left, were - turned.left | turned.joined)


def _copies_among(connection: Connection, keys: Sequence[int]) -> set[int]:
    """Those of some articles that are near copies of one published before."""
    article_id = tables.wire.c.article_id
    wanted = select(article_id).where(tables.is_copy)
    return {key for part in parts_of(keys) for key in connection.execute(wanted.where(article_id.in_(part))).scalars()}


def rebuild_copies(connection: Connection) -> None:
    """Make both kinds of groups anew by today's rules."""
    for table in (tables.sketch, tables.band, tables.wire, tables.said, tables.quote):
        connection.execute(table.delete())
    for rows, kind in ((_article, ARTICLES), (_statement, STATEMENTS)):
        keys = connection.execute(select(rows.c.id).order_by(rows.c.id)).scalars().all()
        for at in range(0, len(keys), _BATCH):
            come = kind.read(connection, keys[at : at + _BATCH])
            if kind is ARTICLES:
                _write_sketches(connection, [], come)
            regroup(connection, kind, [], come, at // _BATCH)
    insert(connection, tables.state, [("sketch", SKETCH_RULES)], known="update")


def sketch_rules(connection: Connection) -> int:
    """The rules behind the groups, 0 where none have been made."""
    state = tables.state
    return connection.execute(select(state.c.value).where(state.c.name == "sketch")).scalar() or 0


def find_wrong_groups(connection: Connection) -> Iterator[str]:
    """The names of the tables of groups that cannot be right: members that are not there, or under another first."""
    for kind, rows in ((ARTICLES, _article), (STATEMENTS, _statement)):
        groups = kind.groups
        listed: dict[int, list[int]] = {}
        for member, first in connection.execute(select(groups)):
            listed.setdefault(first, []).append(member)
        members = sorted(member for many in listed.values() for member in many)
        order: dict[int, tuple[Any, ...]] = {}
        for part in parts_of(members):
            order |= kind.order(connection, part)
        lost = len(order) < len(members)
        if lost or any(len(many) < 2 or min(many, key=order.__getitem__) != first for first, many in listed.items()):
            yield groups.name
        without = select(func.count()).select_from(kind.marks.outerjoin(rows, rows.c.id == kind.owner))
        if connection.execute(without.where(rows.c.id.is_(None))).scalar_one():
            yield kind.marks.name


def _bring(connection: Connection, kind: Kind, old: set[Said], new: set[Said], batch: int) -> Turned:
    gone, come = ([_item(said) for said in sorted(some, key=attrgetter("key"))] for some in (old - new, new - old))
    if kind is ARTICLES:
        _write_sketches(connection, gone, come)
    return regroup(connection, kind, gone, come, batch)


def _articles_of(rows: Iterable[ArticleRows], texts: Iterable[Texts]) -> set[Said]:
    found = zip(rows, (one["fts"][0] for one in texts), strict=True)
    return {
        Said(key, 0, one.rows["article"][0][_OUTLET], body, one.rows["article_text"][0][_MOMENT])
        for one, (key, _, body, _) in found
    }


def _statements_of(rows: Iterable[ArticleRows], texts: Iterable[Texts]) -> set[Said]:
    return {
        Said(key, row[_SPEAKER], 0, text, one.rows["article_text"][0][_MOMENT])
        for one, found in zip(rows, texts, strict=True)
        for row, (key, text) in zip(one.rows["statement"], found["st_fts"], strict=True)
        if row[_SPEAKER] is not None
    }


def _item(said: Said) -> Item:
    words = words_of(said.text)
    if said.speaker:
        return Item(said.key, words, said.speaker, mark_statement(said.speaker, words))
    sketch, marks = sketch_article(words)
    return Item(said.key, words, said.outlet, marks, sketch)


def _write_sketches(connection: Connection, gone: Sequence[Item], come: Sequence[Item]) -> None:
    delete(connection, tables.sketch, [(item.key,) for item in gone if item.sketch])
    insert(connection, tables.sketch, [(item.key, item.sketch) for item in come if item.sketch])


def _read_articles(connection: Connection, keys: Sequence[int]) -> list[Item]:
    wanted = select(_article.c.id, _article.c.outlet_id, _text.c.body).join_from(
        _article, _text, _text.c.id == _article.c.id
    )
    rows = connection.execute(wanted.where(_article.c.id.in_(keys)))
    return [_item(Said(key, 0, outlet, fold_text(body), None)) for key, outlet, body in rows]


def _read_statements(connection: Connection, keys: Sequence[int]) -> list[Item]:
    """Statements of somebody who is named, with their words."""
    text = case((_statement.c.field == FIELDS.number("title"), _article.c.title), else_=_text.c.body)
    start, end = _statement.c.content_start, _statement.c.content_end
    wanted = (
        select(_statement.c.id, _statement.c.actor_id, func.substr(text, start + 1, end - start))
        .join_from(_statement, _article, _article.c.id == ARTICLE_OF)
        .join(_text, _text.c.id == _article.c.id)
        .where(_statement.c.id.in_(keys), _statement.c.actor_id.is_not(None))
    )
    return [_item(Said(key, speaker, 0, fold_text(said), None)) for key, speaker, said in connection.execute(wanted)]


def _sift_articles(connection: Connection, known: Mapping[int, Item], pairs: Mapping[Pair, bool]) -> set[Pair]:
    """The pairs whose sketches leave it open that they are copies."""
    sketches: dict[int, bytes] = {}
    for part in parts_of(sorted({other for _, other in pairs})):
        rows = connection.execute(select(tables.sketch).where(tables.sketch.c.article_id.in_(part)))
        sketches |= {key: bytes(sketch) for key, sketch in rows}
    return {(one, other) for one, other in pairs if may_be_copies(known[one].sketch, sketches[other])}


def _sift_statements(_: Connection, known: Mapping[int, Item], pairs: Mapping[Pair, bool]) -> set[Pair]:
    """The pairs that are near in time, and those that may be the very same words."""
    return {
        (one, other)
        for (one, other), every_mark in pairs.items()
        if may_be_same_words(known[one].words, _days_between(one, other), every_mark=every_mark)
    }


def _are_copies(one: Item, other: Item) -> bool:
    if not may_be_copies(one.sketch, other.sketch):
        return False
    return are_copies(one.words, other.words, _days_apart(one.key, other.key), one_outlet=one.by == other.by)


def _are_same_words(one: Item, other: Item) -> bool:
    days = _days_between(one.key, other.key)
    return one.by == other.by and are_same_words(one.words, other.words, days)


def _days_apart(one: int, other: int) -> int:
    """Days between the publication of two articles; none where that of one is not known."""
    return abs((one >> SERIAL_BITS) - (other >> SERIAL_BITS)) if one > 0 and other > 0 else 0


def _days_between(one: int, other: int) -> int:
    """The same of two statements."""
    return _days_apart(one >> SEQUENCE_BITS, other >> SEQUENCE_BITS)


def _order_articles(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """The order of publication, undated articles last; of those of one moment that of their hashes."""
    wanted = select(_article.c.id, _article.c.hash, _text.c.published_at).join_from(
        _article, _text, _text.c.id == _article.c.id
    )
    order: dict[int, tuple[Any, ...]] = {}
    for part in parts_of(keys):
        order |= {row.id: _rank(row) for row in connection.execute(wanted.where(_article.c.id.in_(part)))}
    return order


def _rank(row: Any) -> tuple[Any, ...]:
    if row.id < 0:
        return 1, 0, 0.0, bytes(row.hash)
    moment = datetime.fromisoformat(row.published_at) if row.published_at else None
    if moment is not None and moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return 0, row.id >> SERIAL_BITS, moment.timestamp() if moment else _LATE, bytes(row.hash)


def _order_statements(connection: Connection, keys: Sequence[int]) -> Mapping[int, tuple[Any, ...]]:
    """The order of their articles, then that of reading."""
    order = _order_articles(connection, sorted({key >> SEQUENCE_BITS for key in keys}))
    return {key: (*order[key >> SEQUENCE_BITS], key) for key in keys if key >> SEQUENCE_BITS in order}


ARTICLES = Kind(tables.band, tables.wire, _read_articles, _sift_articles, _are_copies, _order_articles)
STATEMENTS = Kind(tables.said, tables.quote, _read_statements, _sift_statements, _are_same_words, _order_statements)
