"""Lines → the rows of a CSV or TSV table, strictly: a stray quotation mark costs one row and swallows none."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bayan.ingest.limits import Limits

_QUOTED = re.compile(r'[^"]*+(?:""[^"]*+)*')
_LEAST_SEPARATORS = 2


class Row(NamedTuple):
    """A row and the number of the line on which it begins; None for one that cannot be read, with its line, the code
    of its rejection and the values of that."""

    number: int
    cells: list[str] | None
    fault: str = ""
    values: Mapping[str, Any] = {}
    line: str = ""


class _Stray(Exception):
    """A row that breaks the rules of quoting, or its limits: a code of Rejected, with its values."""

    def __init__(self, fault: str, **values: int) -> None:
        super().__init__(fault)
        self.fault = fault
        self.values = values


def read_rows(lines: Iterator[str | None], separator: str, limits: Limits) -> Iterator[Row]:
    """The rows of a table; None stands for a line over the limit. Blank lines are nothing.

    A row that breaks the rules of quoting costs its first line alone: reading goes on with the next line.
    """
    feed = _Feed(lines)
    number = width = 0
    for line in feed:
        number += 1
        if line is None:
            yield Row(number, None, "large_row", {"limit": limits.record})
        elif line.strip():
            taken: list[str | None] = [line]
            try:
                cells = _row(taken, feed, separator, limits)
                _check(taken, separator, width)
            except _Stray as stray:
                feed.give_back(taken[1:])
                yield Row(number, None, stray.fault, stray.values, line)
            else:
                width = width or len(cells)
                yield Row(number, cells)
                number += len(taken) - 1


def split_row(line: str, separator: str) -> list[str]:
    """The cells of one line; quotation marks that are not paired stay as they are."""
    try:
        cells, rest = _cells(line, separator)
    except _Stray:
        return line.split(separator)
    return line.split(separator) if rest is not None else cells


class _Feed:
    """Lines that can be given back."""

    def __init__(self, lines: Iterator[str | None]) -> None:
        self._lines = lines
        self._waiting: deque[str | None] = deque()

    def __iter__(self) -> Iterator[str | None]:
        return self

    def __next__(self) -> str | None:
        return self._waiting.popleft() if self._waiting else next(self._lines)

    def give_back(self, lines: list[str | None]) -> None:
        self._waiting.extendleft(reversed(lines))


def _row(taken: list[str | None], feed: _Feed, separator: str, limits: Limits) -> list[str]:
    """The cells of the row that begins with the line in ``taken``; the lines that it goes on over are added there."""
    cells, rest = _cells(taken[0] or "", separator)
    size = len(taken[0] or "")
    while rest is not None:
        try:
            line = next(feed)
        except StopIteration:
            raise _Stray("open_quote") from None
        taken.append(line)
        size += len(line or "")
        if line is None or size > limits.record:
            raise _Stray("long_quote", limit=limits.record)
        more, rest = _cells(line, separator, rest)
        cells += more
    if any(len(cell) > limits.cell for cell in cells):
        raise _Stray("large_cell", limit=limits.cell)
    return cells


def _cells(line: str, separator: str, begun: list[str] | None = None) -> tuple[list[str], list[str] | None]:
    """The cells that end on a line, and the lines of the quoted cell that goes on, the first of which are ``begun``."""
    cells: list[str] = []
    place = 0
    while True:
        if begun is None and line.startswith('"', place):
            begun = []
            place += 1
        if begun is not None:
            found = _QUOTED.match(line, place)
            end = found.end() if found else place
            begun.append(line[place:end])
            if end == len(line):
                return cells, begun
            cells.append("\n".join(begun).replace('""', '"'))
            begun = None
            place = end + 1
            if place < len(line) and not line.startswith(separator, place):
                raise _Stray("stray_quote")
        else:
            end = line.find(separator, place)
            end = len(line) if end < 0 else end
            cells.append(line[place:end])
            place = end
        if place >= len(line):
            return cells, None
        place += 1


def _check(taken: list[str | None], separator: str, width: int) -> None:
    """Raises _Stray where each of the lines that one row goes on over is a whole row by itself."""
    if len(taken) < 2 or width <= _LEAST_SEPARATORS:
        return
    counts = [(line or "").count(separator) for line in taken]
    if min(counts) >= width - 1 and all(count == width - 1 for count in counts[1:-1]):
        raise _Stray("unpaired_quotes", count=len(taken))
