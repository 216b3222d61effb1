"""The command as tests run it, and what it says."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol


class Ran(NamedTuple):
    """What a command wrote and how it ended."""

    returncode: int
    stdout: bytes
    stderr: bytes


class Bayan(Protocol):
    def __call__(self, *words: str | Path, given: bytes = b"") -> Ran: ...


def one_line(message: bytes) -> str:
    """What was told, if it was told in one line."""
    text = message.decode()
    assert text.endswith("\n") and text.count("\n") == 1, text
    assert "Traceback" not in text
    return text
