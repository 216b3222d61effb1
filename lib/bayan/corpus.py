"""The Python API: a store as an analyst works with it, in a notebook or a script.

import bayan

with bayan.open("bayan.db") as corpus:
    rows = corpus.statements(bayan.Selection(actor=("sergei-lavrov",), since="2020-06-01"))
    rows.to_pandas()
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Generic, TypeVar

from bayan.export import COLUMNS, Table
from bayan.queries import Selection, questions, rows
from bayan.store import Store, open_store

if TYPE_CHECKING:
    import pandas

Row = TypeVar("Row")
_EVERYTHING = Selection()


class Rows(Generic[Row]):
    """Rows of a selection: read from the store each time that they are iterated, never all at once."""

    def __init__(self, table: Table, read: Callable[[], Iterator[Row]]) -> None:
        self._table = table
        self._read = read

    def __iter__(self) -> Iterator[Row]:
        return self._read()

    def to_pandas(self) -> pandas.DataFrame:
        """All rows as a frame, with the columns of the extracts; days are dates of pandas."""
        import pandas

        columns = COLUMNS[self._table]
        frame = pandas.DataFrame(
            [tuple(column.read(row) for column in columns) for row in self], columns=[column.name for column in columns]
        )
        for name in ("published", "day"):
            if name in frame:
                frame[name] = pandas.to_datetime(frame[name])
        return frame


class Corpus:
    """A store that is open for reading. Without a selection, everything is selected."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def statements(self, selection: Selection = _EVERYTHING) -> Rows[rows.StatementRow]:
        """The selected statements, newest first."""
        return Rows("statements", lambda: questions.iter_statements(self.store, selection))

    def mentions(self, selection: Selection = _EVERYTHING) -> Rows[rows.FoundMention]:
        """The selected mentions, newest article first."""
        return Rows("mentions", lambda: questions.iter_mentions(self.store, selection))

    def articles(self, selection: Selection = _EVERYTHING) -> Rows[rows.ArticleRecord]:
        """The selected articles, newest first."""
        return Rows("articles", lambda: questions.iter_articles(self.store, selection))

    def actors(self, text: str = "") -> tuple[rows.ActorOption, ...]:
        """The actors of the corpus, most often found first; ``text`` narrows to names that hold its words."""
        return questions.actor_options(self.store, text)

    def article(self, article_id: str) -> rows.ArticleView | None:
        """One article with its statements and mentions."""
        return questions.article(self.store, article_id)

    def copies(self, article_id: str) -> tuple[rows.Copy, ...]:
        """The near copies of an article in other outlets or files, the first published before the others."""
        return questions.copies(self.store, article_id)

    def variants(self, statement_id: str) -> tuple[rows.StatementRow, ...]:
        """The other statements that report the same words of the speaker of this one."""
        return questions.variants(self.store, statement_id)

    def totals(self, selection: Selection = _EVERYTHING) -> rows.Totals:
        """How much a selection holds."""
        return questions.totals(self.store, selection)


def open(address: str | Path) -> Corpus:
    """Open a store for reading: a file, or a database by its ``postgresql://`` URL. Raises StoreError, UsageError."""
    return Corpus(open_store(address))
