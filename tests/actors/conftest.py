"""The registry of data/actors and its matcher, built once."""

from __future__ import annotations

import pytest

from bayan.actors import Matcher, Registry, load_registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load_registry()


@pytest.fixture(scope="session")
def matcher(registry: Registry) -> Matcher:
    return Matcher(registry)
