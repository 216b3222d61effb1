"""What was found in stored articles, read back from the rows as the records that were saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

import bayan.store.tables as tables
from bayan.records import Extraction, Mention, Span, Statement
from bayan.store.article_rows import ArticleRows, place, read_article_rows
from bayan.store.codes import ACTS, BASES, FIELDS, KINDS, SPEAKER_KINDS
from bayan.store.keys import day_of
from bayan.store.naming import UNKNOWN

_HASH = place("article", "hash")
_MONTH = len("2020-07")


def read_extractions(
    connection: Connection, keys: Sequence[int], *, reviewed: bool = True
) -> list[tuple[bytes, Extraction]]:
    """Content hash and findings of articles by their keys; without those that people have ``reviewed`` on demand."""
    found = read_article_rows(connection, keys)
    names = _actor_keys(connection, found.values())
    return [(bytes(rows.rows["article"][0][_HASH]), _extraction(rows, names, reviewed)) for rows in found.values()]


def _actor_keys(connection: Connection, found: Iterable[ArticleRows]) -> dict[int, str]:
    columns = [("statement", "actor_id"), ("statement", "addressee_id"), ("mention", "actor_id")]
    numbers = {row[place(table, name)] for rows in found for table, name in columns for row in rows.rows[table]}
    actor = tables.actor.c
    rows = connection.execute(select(actor.id, actor.key).where(actor.id.in_(sorted(numbers - {None}))))
    return {row[0]: row[1] for row in rows}


def _named(rows: ArticleRows, table: str) -> list[dict[str, Any]]:
    names = tables.metadata.tables[table].columns.keys()
    return [dict(zip(names, row, strict=True)) for row in rows.rows[table]]


def _extraction(rows: ArticleRows, actors: Mapping[int, str], reviewed: bool) -> Extraction:
    [article], [text] = _named(rows, "article"), _named(rows, "article_text")
    fields = {"title": article["title"], "body": text["body"]}
    told = {row["id"]: row for row in _named(rows, "statement_text")}
    statements = (
        _statement(row | told[row["id"]], actors)
        for row in _named(rows, "statement")
        if reviewed or row["reviewed"] is None
    )
    mentions = (
        Mention(
            field := FIELDS.word(row["field"]),
            Span(row["start"], row["stop"]),
            actors[row["actor_id"]],
            fields[field][row["start"] : row["stop"]],
        )
        for row in _named(rows, "mention")
    )
    return Extraction(tuple(statements), tuple(mentions))


def _statement(row: Mapping[str, Any], actors: Mapping[int, str]) -> Statement:
    speaker = actors.get(row["actor_id"], UNKNOWN)
    return Statement(
        field=FIELDS.word(row["field"]),
        cue=Span(row["cue_start"], row["cue_end"]),
        content=Span(row["content_start"], row["content_end"]),
        kind=KINDS.word(row["kind"]),
        speaker=row["speaker"],
        speaker_kind=SPEAKER_KINDS.word(row["speaker_kind"]),
        act=ACTS.word(row["act"]),
        speaker_id=None if speaker.startswith(UNKNOWN) else speaker,
        speaker_surface=row["surface"],
        role=row["role"],
        via=row["via"],
        said_on=_said_on(row["day"], row["basis"]),
        addressee=row["addressee"],
        addressee_id=actors.get(row["addressee_id"]),
        topics=tuple(row["topics"].split("\n")) if row["topics"] else (),
        diplomatic=row["diplomatic"],
        confidence=row["confidence"],
        evidence=tuple(row["evidence"].split("\n")) if row["evidence"] else (),
    )


def _said_on(number: int, basis: int) -> str | None:
    """The day as the text states it: a month stands under its first day."""
    day, word = day_of(number), BASES.word(basis)
    if day is None or word not in ("day", "month"):
        return None
    return day.isoformat() if word == "day" else day.isoformat()[:_MONTH]
