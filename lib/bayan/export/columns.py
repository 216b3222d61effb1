"""The columns of extracts: one row a column, with its meaning. docs/codebook.md is printed from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Literal

Table = Literal["statements", "mentions", "articles"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its stable name, what it means, and how it is read from a row of the queries."""

    name: str
    meaning: str
    read: Callable[[Any], Any]


def _column(name: str, meaning: str, path: str | None = None) -> Column:
    return Column(name, meaning, attrgetter(path or name))


_OUTLET = _column("outlet", "who published the article")
_URL = _column("url", "address of the article; empty where none is known")
_TITLE = _column("title", "title of the article")
_PUBLISHED = _column("published", "day of publication (ISO); empty where no day is known, never guessed")
_ARTICLE = _column("article_id", "id of the article: opens it in the dashboard as `/article?id=…`")
_FIELD = _column("field", "where the ranges of this row count: in `title` or in `body`")

_STATEMENTS = (
    _column("id", "id of the statement: stable as long as article and content stay; `/article?id=…&statement=…`"),
    _ARTICLE,
    _OUTLET,
    _URL,
    _TITLE,
    _PUBLISHED,
    _column("speaker", "the speaker's fullest name in the article; empty where nobody is named"),
    _column("speaker_id", "id of the speaker in the registry; empty where the registry does not know the speaker"),
    _column("speaker_key", "value of the `actor` filter: `speaker_id`, or `~` and the name"),
    _column("speaker_en", "English name from the registry"),
    _column("speaker_kind", "person, body, state, media or unnamed (a description such as a diplomatic source)"),
    _column("speaker_surface", "the words for the speaker at the cue; empty where the subject is dropped"),
    _column("role", "office or description of the speaker as the article gives it"),
    _column("role_en", "office that the registry gives the speaker on the day of the statement"),
    _column("principal_id", "id of the actor for whom the speaker speaks"),
    _column("via", "through whom the words came: an agency, an outlet, a document, a spokesman"),
    _column("addressee_id", "id of the actor to whom the words are said"),
    _column("act", "what the words do: inform, pledge, appeal, support, criticise, deny, reject or warn"),
    _column("kind", "direct (quoted), indirect (rendered) or mixed (rendered with quoted fragments)"),
    _column("content_text", "the reported words, letter for letter as in the article"),
    _column("cue_text", "the words that report them, such as «أكد»"),
    _column("day", "day of the statement: as stated (a month stands under its first day), else that of publication"),
    _column("day_basis", "`stated` in the text or `assumed` from publication; empty where there is no day"),
    _column("said_on", "the stated day (2020-07-08) or month (2020-07); empty where the text does not date the saying"),
    _column("topics", "topics of the words, by their ids in data/topics"),
    _column("diplomatic", "whether a state, government, international body or armed actor speaks on such affairs"),
    _FIELD,
    _column("content_start", "first character of the words, counted in code points from 0", "content.start"),
    _column("content_end", "the character after the last", "content.end"),
    _column("cue_start", "first character of the cue", "cue.start"),
    _column("cue_end", "the character after its last", "cue.end"),
    _column("confidence", "the chance, 0 to 1, that a careful reader marks this statement and names this speaker"),
    _column(
        "quote_group", "id of the first statement with the same words by this speaker; empty where it is the only one"
    ),
    _column("quoted_in", "number of outlets that report these words of this speaker"),
    _column("wire_group", "id of the first published of the article and its near copies; empty where it has none"),
    _column("evidence", "lexicon entries and rules that found the statement"),
)
_MENTIONS = (
    _ARTICLE,
    _OUTLET,
    _URL,
    _TITLE,
    _PUBLISHED,
    _column("actor_id", "id in the registry of the actor that is named"),
    _column("name_ar", "Arabic name from the registry"),
    _column("name_en", "English name from the registry"),
    _column("kind", "person, body, state or media"),
    _column("text", "the name, letter for letter as in the article"),
    _FIELD,
    _column("start", "first character of the name, counted in code points from 0", "span.start"),
    _column("end", "the character after its last", "span.end"),
)
_ARTICLES = (
    _column("id", "id of the article: opens it in the dashboard as `/article?id=…`"),
    _OUTLET,
    _URL,
    _TITLE,
    _column("author", "author line, as published"),
    _PUBLISHED,
    _column("published_at", "day and time of publication with zone, where the source gives them"),
    _column("published_basis", "where the day comes from"),
    _column("language", "language of the article"),
    _column("statements", "number of statements found"),
    _column("mentions", "number of mentions found"),
    _column("source", "file and record that the article was read from"),
    _column("also_from", "files and records in which the same article was met again"),
    _column("wire_group", "id of the first published of the article and its near copies; empty where it has none"),
    _column("body", "text of the article; paragraphs are parted by one line feed"),
)
COLUMNS: dict[Table, tuple[Column, ...]] = {
    "statements": _STATEMENTS,
    "mentions": _MENTIONS,
    "articles": _ARTICLES,
}
"""The columns of each extract, in their order."""


def print_codebook() -> str:
    """The codebook as Markdown."""
    parts = [
        "# Codebook",
        "What the columns of the extracts mean. CSV and JSON Lines have the same names in the same order. In CSV an "
        "empty cell is a value that is not known, lists are parted by `; `, truth is `true` or `false`; JSON Lines "
        "have `null`, lists and truth values, and keep every text as it is. This page is printed from "
        "`lib/bayan/export/columns.py`.",
    ]
    for table, columns in COLUMNS.items():
        rows = "\n".join(f"| `{column.name}` | {column.meaning} |" for column in columns)
        parts.append(f"## {table}\n\n| column | meaning |\n|---|---|\n{rows}")
    return "\n\n".join(parts) + "\n"
