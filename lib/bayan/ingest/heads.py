"""The head of an article's lines: the date line and the author's line are taken out of it."""

from __future__ import annotations

from datetime import date
from itertools import dropwhile

from bayan.ingest.days import day_of_line
from bayan.ingest.furniture import line_key, load_furniture

_LONGEST_AUTHOR = 60
_LINES_OF_HEAD = 4
_LINES_OF_FOOT = 2


def without_title(lines: list[str], title: str) -> list[str]:
    """The lines without those at their head that tell the title again."""
    key = line_key(title)
    return list(dropwhile(lambda line: line_key(line) == key, lines))


def take_day(lines: list[str]) -> tuple[date | None, list[str]]:
    """The day of the first date line at head or foot, and the lines without date lines; of ‹كتب: أحمد علي | 8 يوليو
    2020› the author's name stays."""
    parted = [line.rpartition("|") for line in lines]
    bylines = {at: by for at, (by, bar, _) in enumerate(parted[:_LINES_OF_HEAD]) if bar and _author_of(by)}
    foot = len(lines) - _LINES_OF_FOOT
    ends = [place for place in range(len(lines)) if place < _LINES_OF_HEAD or place >= foot]
    told = {place: parted[place][2] if place in bylines else lines[place] for place in ends}
    days = {place: day for place, line in told.items() if (day := day_of_line(line)) is not None}
    first = next(iter(days.values()), None)
    kept = {place: bylines.get(place) for place in days}
    return first, [named for place, line in enumerate(lines) if (named := kept.get(place, line)) is not None]


def take_author(lines: list[str]) -> tuple[str | None, list[str]]:
    """The name after بقلم: and the like, in a short line at the head."""
    for place, line in enumerate(lines[:_LINES_OF_HEAD]):
        if name := _author_of(line):
            return name, lines[:place] + lines[place + 1 :]
    return None, lines


def _author_of(line: str) -> str | None:
    label, _, name = line.partition(":")
    is_byline = len(line) <= _LONGEST_AUTHOR and line_key(label) in load_furniture().author
    return name.strip() or None if is_byline else None
