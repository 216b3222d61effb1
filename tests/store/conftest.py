"""A press that rollups are tested with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.store.made import ACTORS, PRINCIPALS, make_press

from bayan.store import Store, open_store


@pytest.fixture
def press(place: str) -> Iterator[Store]:
    """A store with the articles of ``make_press``."""
    with open_store(place, write=True, create=True) as opened:
        opened.sync_actors(ACTORS, PRINCIPALS)
        opened.save(list(make_press()), extractor="1")
        yield opened
