"""Words that are common: what is looked at in place of all their hits, which may be millions."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, exists, select

from bayan.queries.filters import Conditions, Filters, hits_of
from bayan.queries.words import Words
from bayan.store import dialects, keys, tables

MOST_HITS = 10_000
"""Words with more hits are common: nobody reads so many, and to count millions takes seconds."""
_LAST_STATEMENTS, _TOLD_LATE = 20_000, 30
"""Statements among which a page is looked for, of hits of a common word or of many speakers; and days between a saying
and its article."""
_LOOKED_AT = {"fts": 1_000, "st_fts": MOST_HITS}
"""How many of the newest hits of common words are looked at; whole articles are long to unpack on PostgreSQL."""
_AMONG = {"fts": 3_000, "st_fts": None}
"""Of a phrase, among how many texts that hold its words, where the index does not know their order."""
_statement = tables.statement


def narrow(connection: Connection, filters: Filters) -> Filters:
    """The same for the newest hits alone, where nothing but words is selected and these are common.

    Every number is then a floor. Under other filters too, hits beyond the newest may be what is wanted.
    """
    if (words := _words_alone(filters)) is None:
        return filters
    texts, more = _look_at(connection, words, "fts")
    narrowed = _narrow_statements(connection, filters)
    return replace(narrowed, texts=texts, newest=narrowed.newest or more is not False, common=more is True)


def _narrow_statements(connection: Connection, filters: Filters) -> Filters:
    """The same where articles are not asked for."""
    if (words := _words_alone(filters)) is None:
        return filters
    hits, more = _look_at(connection, words, "st_fts")
    return replace(filters, hits=hits, newest=more is not False)


def narrow_to_hits(connection: Connection, filters: Filters) -> Filters:
    """The same where articles are not asked for, with all hits that are looked at by their keys: several questions look
    at the same ones, which are found once."""
    narrowed = _narrow_statements(connection, filters)
    if (words := _words_alone(narrowed)) is None:
        return narrowed
    (found,) = dialects.read_columns(connection, hits_of(words, "st_fts"))
    return replace(narrowed, hits=tuple(found.tolist()))


def list_hits(connection: Connection, filters: Filters) -> Filters:
    """The same with all hits by their keys, where nothing but phrases is selected and rows are found sooner so."""
    if (words := _words_alone(filters)) is None:
        return filters
    found = dialects.list_few(connection, hits_of(words, "st_fts"), MOST_HITS)
    return filters if found is None else replace(filters, hits=tuple(found))


def _words_alone(filters: Filters) -> Words | None:
    """The words, where nothing else is selected."""
    return filters.words if filters == Filters(words=filters.words, dated=filters.dated) else None


def _look_at(connection: Connection, words: Words, name: str) -> tuple[tuple[int, ...] | None, bool | None]:
    """The hits that are looked at, None where all are; and whether there are more, None where that is not known.

    What takes long to count is looked at as what is common.
    """
    hits, key = hits_of(words, name), dialects.text_key(name)
    more, found = dialects.look_for(connection, hits, MOST_HITS)
    if more is False:
        return None if found is None else tuple(found), False
    ordered = dialects.newest(connection, hits, [key], among=_AMONG[name])
    (newest,) = dialects.read_columns(connection, ordered.limit(_LOOKED_AT[name]))
    return tuple(newest.tolist()), more


def first_of_last_days(connection: Connection, until: int | None) -> int | None:
    """The first of the last days, or those before one, in which there are so many statements that a page of what many
    say is among them; none where there are not so many."""
    day = _statement.c.day
    days = select(day) if until is None else select(day).where(day <= until)
    return connection.execute(days.order_by(day.desc()).offset(_LAST_STATEMENTS).limit(1)).scalar() or None


def hits_of_last_days(connection: Connection, filters: Filters, until: int | None) -> Conditions:
    """For words alone that are common, the conditions on statements that hold them, of the last days or those before
    one; none where all must be looked for.

    To find the newest of millions of hits by the day of saying, all of them would have to be gone through. Articles
    tell of what was said some days before: hits in articles of the days before are looked at one by one, and few.
    """
    if not dialects.lists_hits(connection) or filters.words is None or filters != Filters(words=filters.words):
        return []
    if dialects.look_for(connection, hits_of(filters.words, "st_fts"), MOST_HITS)[0] is False:
        return []
    day, key = _statement.c.day, dialects.text_key("st_fts")
    first = first_of_last_days(connection, until)
    if not first:
        return []
    from_then, _ = keys.statement_keys(*keys.article_keys(first - _TOLD_LATE, first))
    here = _statement.c.id.in_(hits_of(filters.words, "st_fts", from_then))
    before = exists(hits_of(filters.words, "st_fts").where(key == _statement.c.id).correlate(_statement))
    return [day >= first, here | ((_statement.c.id < from_then) & before)]
