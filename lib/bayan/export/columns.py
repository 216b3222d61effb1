"""The columns of extracts: names, kinds of value, and how each is read. What they mean stands in data/codebook.yaml."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal, get_args

from bayan.errors import UsageError
from bayan.records import Act

Table = Literal["statements", "mentions", "articles", "actors", "pairs"]
TABLES: tuple[Table, ...] = get_args(Table)
Value = Literal["text", "link", "day", "time", "number", "share", "truth", "list"]
"""What a column holds: ``list`` are several texts, ``link`` an address, ``share`` a number from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its stable name, what it holds, and how it is read from a row of the queries."""

    name: str
    value: Value
    read: Callable[[Any], Any]


def _columns(value: Value, *names: str) -> tuple[Column, ...]:
    return tuple(Column(name, value, attrgetter(name)) for name in names)


def _numbers(**paths: str) -> tuple[Column, ...]:
    return tuple(Column(name, "number", attrgetter(path)) for name, path in paths.items())


def _of_act(act: Act) -> Column:
    return Column(act.value, "number", lambda row: row.acts.get(act, 0))


_ARTICLE = (*_columns("text", "outlet"), *_columns("link", "url"), *_columns("text", "title"))
_PUBLISHED = _columns("day", "published")
COLUMNS: dict[Table, tuple[Column, ...]] = {
    "statements": (
        *_columns("text", "id", "article_id"),
        *_ARTICLE,
        *_PUBLISHED,
        *_columns("text", "speaker", "speaker_id", "speaker_key", "speaker_en", "speaker_kind", "speaker_surface"),
        *_columns("text", "role", "role_en", "principal_id", "via", "addressee_id", "act", "kind"),
        *_columns("text", "content_text", "cue_text"),
        *_columns("day", "day"),
        *_columns("text", "day_basis", "said_on"),
        *_columns("list", "topics"),
        *_columns("truth", "diplomatic"),
        *_columns("text", "field"),
        *_numbers(content_start="content.start", content_end="content.end"),
        *_numbers(cue_start="cue.start", cue_end="cue.end"),
        *_columns("share", "confidence"),
        *_columns("text", "reviewed", "quote_group"),
        *_columns("number", "quoted_in"),
        *_columns("text", "wire_group"),
        *_columns("list", "evidence"),
    ),
    "mentions": (
        *_columns("text", "article_id"),
        *_ARTICLE,
        *_PUBLISHED,
        *_columns("text", "actor_id", "name_ar", "name_en", "kind", "text", "field"),
        *_numbers(start="span.start", end="span.end"),
    ),
    "articles": (
        *_columns("text", "id"),
        *_ARTICLE,
        *_columns("text", "author"),
        *_PUBLISHED,
        *_columns("time", "published_at"),
        *_columns("text", "published_basis", "language"),
        *_columns("number", "statements", "mentions"),
        *_columns("text", "source"),
        *_columns("list", "also_from"),
        *_columns("text", "wire_group", "body"),
    ),
    "actors": (
        *_columns("text", "key", "actor_id", "name_ar", "name_en", "kind", "principal_id"),
        *_columns("list", "roles_ar", "roles_en"),
        *_columns("number", "statements"),
        *map(_of_act, Act),
        *_columns("number", "articles_said"),
        *_columns("day", "first_said", "last_said"),
        *_columns("number", "mentions", "articles_named"),
        *_columns("day", "first_named", "last_named"),
    ),
    "pairs": (
        *_columns("text", "month", "first_id", "first_ar", "first_en", "first_kind"),
        *_columns("text", "second_id", "second_ar", "second_en", "second_kind"),
        *_columns("number", "articles"),
    ),
}
"""The columns of each extract, in their order."""


def choose_columns(table: Table, names: Sequence[str] | None = None, without: Sequence[str] = ()) -> tuple[Column, ...]:
    """Some columns of a table in their own order, or all of them. Raises UsageError for a name that it lacks."""
    known = [column.name for column in COLUMNS[table]]
    for name in (*(names or ()), *without):
        if name not in known:
            raise UsageError(f"{table} have no column {name!r}: choose among {', '.join(known)}.")
    wanted = (set(known) if names is None else set(names)) - set(without)
    if not wanted:
        raise UsageError(f"no column of {table} is left: choose at least one.")
    return tuple(column for column in COLUMNS[table] if column.name in wanted)
