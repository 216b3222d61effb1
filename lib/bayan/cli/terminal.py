"""What commands say: rejections, progress and reports on standard error, results on standard output."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import click

from bayan.errors import Rejected
from bayan.load import Progress

REJECTED = 1
"""Exit code of a command that did its work but left something out."""

_Read = TypeVar("_Read")
_EVERY = 0.5  # seconds between two lines of progress
_WIDTH = 78


class ProgressLine:
    """One line of progress, written over itself; nothing where standard error is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._last = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if not self._shown or now - self._last < _EVERY:
            return
        self._last = now
        left = f", {_clock(progress.left)} left" if progress.left is not None else ""
        line = f"{progress.done:,} articles, {progress.rate:,.0f}/s{left}"
        click.echo(f"\r{line:<{_WIDTH}}", err=True, nl=False)

    def tell(self, rejected: Rejected) -> None:
        """Name what was rejected, on a line of its own."""
        self.clear()
        tell(rejected)

    def clear(self) -> None:
        """Remove the line, so that what follows stands alone."""
        if self._last:
            click.echo(f"\r{'':<{_WIDTH}}\r", err=True, nl=False)
            self._last = 0.0


def tell(rejected: Rejected) -> None:
    """One line that names place and reason."""
    click.echo(printable(f"rejected {rejected}"), err=True)


def tell_rejected(read: Iterable[_Read | Rejected]) -> tuple[list[_Read], int]:
    """What could be read, and the exit code of a command that leaves out the rest; names what that is."""
    given: list[_Read] = []
    code = 0
    for one in read:
        if isinstance(one, Rejected):
            tell(one)
            code = REJECTED
        else:
            given.append(one)
    return given, code


def printable(text: str) -> str:
    """Text on one line, without characters that steer a terminal or turn its direction: those are spelled out."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


def counted(counts: Mapping[str, int]) -> str:
    """Counts with their words, the largest first."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {printable(words)}" for words, count in ordered)


def table(rows: Sequence[Sequence[object]]) -> str:
    """Rows in columns, numbers to the right."""
    cells = [[f"{cell:,}" if isinstance(cell, int) else printable(str(cell)) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row, line in zip(rows, cells, strict=True):
        padded = [
            cell.rjust(width) if isinstance(value, int) else cell.ljust(width)
            for value, cell, width in zip(row, line, widths, strict=True)
        ]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
