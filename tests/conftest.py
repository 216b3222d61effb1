"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Commands that tests start find the package without an installation, as pytest does.
os.environ["PYTHONPATH"] = str(ROOT / "lib")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of acceptance inputs beside the repository (real articles, hostile files, gold)."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not there: acceptance inputs are tested only where it is")
    return SHARED
