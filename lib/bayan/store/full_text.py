"""Full text: folded texts of articles and of the contents of statements, kept in step with the rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

import bayan.store.tables as tables
from bayan.store.article_rows import ArticleRows, Change, Row, differing, place, read_article_rows
from bayan.store.codes import FIELDS
from bayan.store.dialects import FULL_TEXTS, add_texts, drop_texts, empty_texts
from bayan.text import FOLD_VERSION, fold_text

_BATCH = 500
_APART = "\x00"
"""Parts texts that are folded at once; no text holds it."""
_OUTLET, _TITLE = (place("article", name) for name in ("outlet_id", "title"))
_BODY = place("article_text", "body")
_NAMED = place("actor_article", "actor_id")
_SPEAKER, _FIELD, _FROM, _TO = (
    place("statement", name) for name in ("actor_id", "field", "content_start", "content_end")
)


Texts = dict[str, list[Row]]
"""The rows of an article for each full text index: key and folded texts."""


def build_texts(built: ArticleRows) -> Texts:
    """Key and folded texts for each full text index."""
    rows = built.rows
    article, body = rows["article"][0], rows["article_text"][0][_BODY]
    named = sorted({f"a{row[_NAMED]}" for row in rows["actor_article"]})
    speaking = sorted({f"s{row[_SPEAKER]}" for row in rows["statement"] if row[_SPEAKER] is not None})
    tokens = " ".join((f"o{article[_OUTLET]}", *named, *speaking))
    fields = {FIELDS.number("title"): article[_TITLE], FIELDS.number("body"): body}
    contents = [fields[row[_FIELD]][row[_FROM] : row[_TO]] for row in rows["statement"]]
    title, body, *contents = fold_text(_APART.join((article[_TITLE], body, *contents))).split(_APART)
    return {
        "fts": [(article[0], title, body, tokens)],
        "st_fts": [(row[0], content) for row, content in zip(rows["statement"], contents, strict=True)],
    }


def write_texts(connection: Connection, changes: Sequence[Change]) -> tuple[list[Texts], list[Texts]]:
    """Write the difference that changed articles make. The index holds no text: what goes is told to it once more.

    Gives the texts of before, of the articles that were there, and of after.
    """
    befores = [build_texts(before) for before, _ in changes if before]
    afters = [build_texts(after) for _, after in changes]
    for name in FULL_TEXTS:
        gone, come = differing(
            (row for texts in befores for row in texts[name]), (row for texts in afters for row in texts[name])
        )
        drop_texts(connection, name, sorted(gone))
        add_texts(connection, name, sorted(come))
    return befores, afters


def rebuild_texts(connection: Connection) -> None:
    """Make both indexes anew by today's folding."""
    for name in FULL_TEXTS:
        empty_texts(connection, name)
    keys = connection.execute(select(tables.article.c.id).order_by(tables.article.c.id)).scalars().all()
    for at in range(0, len(keys), _BATCH):
        built = [build_texts(rows) for rows in read_article_rows(connection, keys[at : at + _BATCH]).values()]
        for name in FULL_TEXTS:
            add_texts(connection, name, [row for texts in built for row in texts[name]])
    state = tables.state
    connection.execute(state.update().where(state.c.name == "fold").values(value=FOLD_VERSION))


def fold_version(connection: Connection) -> int:
    """The rules of folding behind the indexes."""
    found: int = connection.execute(select(tables.state.c.value).where(tables.state.c.name == "fold")).scalar_one()
    return found
