"""Asking the store: opened once a process, each question answered once for each state of the data."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import local
from typing import Any, TypeVar, cast

from bayan.errors import MissingStore
from bayan.queries import Selection
from bayan.store import Store, open_store

Answer = TypeVar("Answer")

_STORE = "BAYAN_DB"
_KEPT = 300


class _Run(local):
    """The run of a page in this thread: whether it ``goes`` on, and the ``version`` of a store that a question met."""

    goes = False
    version: tuple[Store, int] | None = None


_RUN = _Run()


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


@contextmanager
def one_state() -> Iterator[None]:
    """A run of a page: all its questions are answered from one state of the data, looked up once."""
    _RUN.goes, _RUN.version = True, None
    try:
        yield
    finally:
        _RUN.goes, _RUN.version = False, None


def forget_state() -> None:
    """Let the questions that follow meet what was just changed."""
    _RUN.version = None


def answer(question: Callable[..., Answer], selection: Selection | None = None, *asked: Any, **options: Any) -> Answer:
    """What a question answers; asked again of the same data, it comes from memory (rows are never changed)."""
    given = asked if selection is None else (selection, *asked)
    store = shown_store()
    return cast(Answer, _remembered(store, _version(store), question, given, tuple(sorted(options.items()))))


def _version(store: Store) -> int:
    if not _RUN.goes:
        return store.version
    if _RUN.version is None or _RUN.version[0] is not store:
        _RUN.version = store, store.version
    return _RUN.version[1]


@lru_cache(maxsize=_KEPT)
def _remembered(
    store: Store,
    version: int,
    question: Callable[..., Any],
    given: tuple[Any, ...],
    options: tuple[tuple[str, Any], ...],
) -> Any:
    return question(store, *given, **dict(options))
