"""What a database is to the store: its place, and what both kinds share: full text, locks, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, UnaryExpression

from bayan.errors import BayanError

FULL_TEXTS = {"fts": ("title", "body", "k"), "st_fts": ("content",)}
"""The columns of each index. ``k`` holds the tokens of an article that filters ask for."""
LOCK = "lock"
"""The execution option of a connection that is going to write."""
DAMAGED = "this store is damaged ({cause}); restore a backup, or read the articles in again."
LOCK_SECONDS = 10.0
"""How long a writer waits for another."""
WORD = re.compile(r"[^\W_]+")
"""A word of a folded text, as FTS5 sees it."""
Known = Literal["fail", "skip", "update"]


class Database(Protocol):
    """The place of a store. ``address`` opens it; ``name`` is what people are told, without a password."""

    address: str
    name: str

    def connect(self, *, write: bool) -> Engine:
        """An engine on what is there; readers cannot change anything."""

    def is_nothing(self) -> bool:
        """Whether a store may be made here. Raises StoreError."""

    def create(self, fill: Callable[[Connection], None]) -> None:
        """Make a store in one transaction, unless another process was faster. Raises StoreError."""

    def check(self) -> None:
        """Tell what is no store before its tables are read. Raises StoreError."""

    def is_read_only(self) -> bool:
        """Whether whoever asks can only read. Raises StoreError."""

    def copy_to(self, path: Path) -> None:
        """Copy the store into a new file while it is in use. Raises StoreError; UsageError where others do that."""

    def beside(self, ending: str) -> Path | None:
        """The file whose name has an ending more, None for what is no file."""

    def explain(self, error: Exception) -> BayanError:
        """What an error of the database means, in words, with the cure."""


def names_of(columns: Iterable[str]) -> str:
    """Columns for a statement, quoted."""
    return ", ".join(f'"{name}"' for name in columns)


def directed(columns: Iterable[ColumnElement[Any]], *, oldest: bool) -> list[UnaryExpression[Any]]:
    """Columns to order by, the greatest first or the least."""
    return [column.asc() if oldest else column.desc() for column in columns]
