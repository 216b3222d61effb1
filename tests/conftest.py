"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.places import ABSENT, Files, Places, Server, start_server

from bayan.compiled import count_compiled
from bayan.errors import UsageError

# A busy machine is no fault of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

try:
    count_compiled()
except UsageError as outdated:
    pytest.exit(str(outdated), returncode=2)

# Commands that tests start find the package without an installation, as pytest does.
os.environ["PYTHONPATH"] = str(ROOT / "lib")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of acceptance inputs beside the repository (real articles, hostile files, gold)."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not there: acceptance inputs are tested only where it is")
    return SHARED


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server for these tests alone."""
    with start_server() as started:
        if started is None:
            pytest.skip(ABSENT)
        yield started


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Where stores are made: what is asked of them must hold on both databases."""
    if request.param == "postgresql":
        return request.getfixturevalue("server")
    return Files(tmp_path_factory.mktemp("stores"))


@pytest.fixture
def place(places: Places) -> Iterator[str]:
    """The address of a place where no store is yet."""
    address = places.new()
    yield address
    places.free(address)
