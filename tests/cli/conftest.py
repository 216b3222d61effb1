"""The command, run in this process."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from tests.cli.running import Bayan, Ran

from bayan.cli import main


@pytest.fixture
def bayan(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Bayan:
    """The command, run in this process: the engine is loaded once for all tests."""
    monkeypatch.delenv("BAYAN_DB", raising=False)

    def run(*words: str | Path, given: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, *capfdbinary.readouterr())

    return run
