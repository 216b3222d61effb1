"""Asking the store: opened once a process, each question answered once for each state of the data."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from bayan.errors import StoreError
from bayan.queries import Selection, print_selection
from bayan.store import Store, open_store

Answer = TypeVar("Answer")

_STORE = "BAYAN_DB"
_KEPT = 300
_SECONDS = 600


@st.cache_resource(show_spinner=False)
def _open(path: str) -> Store:
    return open_store(path)


def shown_store() -> Store:
    """The store that BAYAN_DB names, for reading. Raises StoreError."""
    path = os.environ.get(_STORE, "")
    if not path:
        raise StoreError("BAYAN_DB names no store: set it to the path of one, or start with `bayan --db PATH serve`.")
    return _open(path)


def answer(question: Callable[..., Answer], selection: Selection | None = None, *asked: Any, **options: Any) -> Answer:
    """What a question answers; asked again of the same data, it comes from memory."""
    store = shown_store()
    words = None if selection is None else tuple(print_selection(selection).items())
    key = (question.__name__, store.version, words, asked, tuple(sorted(options.items())))
    given = asked if selection is None else (selection, *asked)
    found: Answer = _remembered(key, lambda: question(store, *given, **options))
    return found


@st.cache_data(max_entries=_KEPT, ttl=_SECONDS, show_spinner=False)
def _remembered(key: tuple[Any, ...], _ask: Callable[[], Any]) -> Any:
    return _ask()
