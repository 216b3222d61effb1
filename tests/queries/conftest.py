"""Stores that are only asked, made once for all tests of questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import pytest
from tests.places import Places
from tests.queries.corpora import draw_corpora, review_some, stored
from tests.queries.plain import Plain

from bayan.store import Store, open_store


@pytest.fixture(scope="session")
def filled(places: Places) -> Iterator[Sequence[tuple[Store, Plain]]]:
    """Stores opened for reading, each with its corpus in plain Python; about half of the statements are reviewed."""
    with ExitStack() as stack:
        found = []
        for batch in draw_corpora():
            store, plain = stack.enter_context(stored(places, batch))
            review_some(store, plain)
            found.append((stack.enter_context(open_store(store.address)), plain))
        yield found
