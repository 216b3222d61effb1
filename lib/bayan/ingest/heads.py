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
    """The day of the first date line at head or foot, and the lines without date lines."""
    head = [part for line in lines[:_LINES_OF_HEAD] for part in _byline_and_day(line)]
    lines = [*head, *lines[_LINES_OF_HEAD:]]
    foot = len(lines) - _LINES_OF_FOOT
    ends = [place for place in range(len(lines)) if place < len(head) or place >= foot]
    days = {place: day for place in ends if (day := day_of_line(lines[place])) is not None}
    first = next(iter(days.values()), None)
    return first, [line for place, line in enumerate(lines) if place not in days]


def _byline_and_day(line: str) -> list[str]:
    """The two lines of ‹كتب: أحمد علي | 8 يوليو 2020›, or the line as it is."""
    byline, _, dated = line.rpartition("|")
    return [byline.strip(), dated.strip()] if _author_of(byline) and day_of_line(dated) else [line]


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
