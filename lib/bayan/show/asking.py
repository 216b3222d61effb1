"""Asking the store: opened once a process, each question answered once for each state of the data."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

from bayan.errors import MissingStore
from bayan.queries import Selection
from bayan.store import Store, open_store

Answer = TypeVar("Answer")

_STORE = "BAYAN_DB"
_KEPT = 300


def store_address() -> str:
    """The store that BAYAN_DB names. Raises MissingStore where it names none."""
    path = os.environ.get(_STORE, "")
    if not path:
        raise MissingStore(
            "BAYAN_DB names no store: set it to the path of one, or start with `bayan --db PATH serve`.", "unnamed"
        )
    return path


def shown_store() -> Store:
    """This store, for reading. Raises StoreError."""
    path = store_address()
    return _open(path, os.stat(path).st_ino if os.path.exists(path) else None)


@lru_cache(maxsize=1)
def _open(path: str, file: int | None) -> Store:
    """The store; another file put in its place is opened anew."""
    return open_store(path)


def answer(question: Callable[..., Answer], selection: Selection | None = None, *asked: Any, **options: Any) -> Answer:
    """What a question answers; asked again of the same data, it comes from memory (rows are never changed)."""
    given = asked if selection is None else (selection, *asked)
    store = shown_store()
    return cast(Answer, _remembered(store, store.version, question, given, tuple(sorted(options.items()))))


@lru_cache(maxsize=_KEPT)
def _remembered(
    store: Store,
    version: int,
    question: Callable[..., Any],
    given: tuple[Any, ...],
    options: tuple[tuple[str, Any], ...],
) -> Any:
    return question(store, *given, **dict(options))
