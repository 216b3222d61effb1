"""Whole rows of statements by their keys: the one place that reads them, for pages, articles and extracts."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, func, select

from bayan.queries.public_ids import public_id
from bayan.queries.rows import StatementRow
from bayan.queries.selection import REVIEWS, Review
from bayan.records import Span
from bayan.store import codes, dialects, keys, tables

_article, _text, _statement = tables.article, tables.article_text, tables.statement
_speaker = tables.actor
_addressee = tables.actor.alias("addressee")
_first_article, _first_statement = tables.article.alias("first_article"), tables.statement.alias("first_statement")
_UNKNOWN = "~"
_REVIEWS: dict[int, Review] = dict(enumerate(REVIEWS))
"""By the number of the verdict, 0 for none."""


def read_statements(connection: Connection, found: Sequence[int]) -> list[StatementRow]:
    """The statements with these keys, in their order."""
    if not found:
        return []
    by_key = _read_rows(connection, _OF_KEYS, found=dialects.told(found))
    return [by_key[key] for key in found]


def read_statements_of(connection: Connection, article: int) -> list[StatementRow]:
    """The statements of the article with this key, in reading order."""
    first, last = keys.statement_keys(article, article)
    return list(_read_rows(connection, _OF_ARTICLE, first=first, last=last).values())


def _read_rows(connection: Connection, wanted: Select[Any], **given: Any) -> dict[int, StatementRow]:
    """What a select of whole statements gives, by key."""
    with dialects.planned_once(connection):
        rows = [_Told._make(row) for row in connection.execute(wanted, given)]
        outlets = _count_outlets(connection, {row.quote_first for row in rows if row.quote_first is not None})
    return {row.id: _read(row, outlets) for row in rows}


def _cut(start: ColumnElement[int], end: ColumnElement[int]) -> ColumnElement[str]:
    """A range of characters of a statement's article; its text and the article must be joined."""
    text = case((_statement.c.field == codes.FIELDS.number("title"), _article.c.title), else_=_text.c.body)
    return func.substr(text, start + 1, end - start)


CONTENT = _cut(_statement.c.content_start, _statement.c.content_end)
"""The words of a statement, in a select from ``WITH_TEXT``: whole bodies stay in the database."""
_BEFORE, _AFTER = _statement.c.cue_start < _statement.c.content_start, _statement.c.cue_end > _statement.c.content_end
_PIECE = case((_BEFORE, _statement.c.cue_start), else_=_statement.c.content_start)
_PIECE_END = case((_AFTER, _statement.c.cue_end), else_=_statement.c.content_end)
"""What holds the cue and the words of a statement: a text is unpacked each time that something is cut from it."""
WITH_TEXT = _statement.join(
    _article, _article.c.id == _statement.c.id.op(">>")(dialects.constant(keys.SEQUENCE_BITS))
).join(_text, _text.c.id == _article.c.id)


def _whole() -> Select[Any]:
    """Everything about a statement."""
    told = tables.statement_text
    held = tables.tenure
    office = (
        select(held.c.role_en)
        .where(held.c.actor_id == _statement.c.actor_id)
        .where(held.c.since <= _statement.c.day, _statement.c.day <= held.c.until)
        .order_by(held.c.since.desc(), held.c.seq)
        .limit(1)
        .scalar_subquery()
    )
    return (
        select(
            _statement,
            *(column for column in told.c if column.name != "id"),
            _article.c.hash,
            _article.c.day.label("published"),
            _article.c.title,
            _article.c.url,
            tables.outlet.c.name.label("outlet"),
            _speaker.c.key.label("speaker_key"),
            _speaker.c.name_en.label("speaker_en"),
            _speaker.c.principal,
            _addressee.c.key.label("addressee_key"),
            _cut(_PIECE, _PIECE_END).label("piece"),
            office.label("role_en"),
            _first_article.c.hash.label("wire_hash"),
            tables.quote.c.first_id.label("quote_first"),
            _first_statement.c.uid.label("quote_uid"),
        )
        .select_from(WITH_TEXT)
        .join(told, told.c.id == _statement.c.id)
        .join(tables.outlet, tables.outlet.c.id == _statement.c.outlet_id)
        .outerjoin(_speaker, _speaker.c.id == _statement.c.actor_id)
        .outerjoin(_addressee, _addressee.c.id == _statement.c.addressee_id)
        .outerjoin(tables.wire, tables.wire.c.article_id == _article.c.id)
        .outerjoin(_first_article, _first_article.c.id == tables.wire.c.first_id)
        .outerjoin(tables.quote, tables.quote.c.statement_id == _statement.c.id)
        .outerjoin(_first_statement, _first_statement.c.id == tables.quote.c.first_id)
    )


_WHOLE = _whole()
_OF_KEYS = _WHOLE.where(dialects.given(_statement.c.id, "found"))
_key = tables.statement.alias("found").c.id
_FOUND = select(_key).where(_key.between(bindparam("first"), bindparam("last")))
_OF_ARTICLE = _WHOLE.where(dialects.among(_statement.c.id, _FOUND)).order_by(_statement.c.id)
"""Made once: to make such a statement anew takes longer than to execute it."""


def _row_type(wanted: Select[Any]) -> Any:
    """A type for the rows of a select: each attribute of a row of SQLAlchemy is looked up by its name, and here are
    forty."""
    return namedtuple("Told", wanted.selected_columns.keys())


_Told = _row_type(_WHOLE)


_OUTLETS = (
    select(tables.quote.c.first_id, func.count(_statement.c.outlet_id.distinct()))
    .join_from(tables.quote, _statement, _statement.c.id == tables.quote.c.statement_id)
    .where(dialects.given(tables.quote.c.first_id, "firsts"))
    .group_by(tables.quote.c.first_id)
)


def _count_outlets(connection: Connection, firsts: Collection[int]) -> dict[int, int]:
    """How many outlets report the words of each group of statements."""
    if not firsts:
        return {}
    return {row[0]: row[1] for row in connection.execute(_OUTLETS, {"firsts": dialects.told(firsts)})}


def _read(row: Any, outlets: Mapping[int, int]) -> StatementRow:
    day = keys.day_of(row.day)
    basis = codes.BASES.word(row.basis)
    begin = min(row.cue_start, row.content_start)
    known = row.speaker_key is not None and not row.speaker_key.startswith(_UNKNOWN)
    return StatementRow(
        id=row.uid.hex(),
        article_id=public_id(row.hash),
        field=codes.FIELDS.word(row.field),
        cue=Span(row.cue_start, row.cue_end),
        content=Span(row.content_start, row.content_end),
        cue_text=row.piece[row.cue_start - begin : row.cue_end - begin],
        content_text=row.piece[row.content_start - begin : row.content_end - begin],
        kind=codes.KINDS.word(row.kind),
        act=codes.ACTS.word(row.act),
        speaker=row.speaker,
        speaker_key=row.speaker_key,
        speaker_id=row.speaker_key if known else None,
        speaker_en=row.speaker_en,
        speaker_surface=row.surface,
        speaker_kind=codes.SPEAKER_KINDS.word(row.speaker_kind),
        role=row.role,
        role_en=row.role_en,
        principal_id=row.principal,
        via=row.via,
        addressee_id=row.addressee_key,
        said_on=_said_on(day, basis),
        day=day,
        day_basis=None if basis == "none" else "assumed" if basis == "assumed" else "stated",
        published=keys.day_of(row.published),
        outlet=row.outlet,
        title=row.title,
        url=row.url,
        topics=tuple(row.topics.split("\n")) if row.topics else (),
        diplomatic=row.diplomatic,
        confidence=row.confidence,
        evidence=tuple(row.evidence.split("\n")) if row.evidence else (),
        reviewed=_REVIEWS[row.reviewed or 0],
        wire_group=public_id(row.wire_hash) if row.wire_hash else None,
        quote_group=row.quote_uid.hex() if row.quote_uid else None,
        quoted_in=outlets.get(row.quote_first, 1),
    )


def _said_on(day: date | None, basis: codes.Basis) -> str | None:
    """The day as the text states it: a month stands under its first day."""
    if day is None or basis not in ("day", "month"):
        return None
    return day.isoformat() if basis == "day" else day.isoformat()[: len("2020-07")]
