"""The furniture of news sites in saved pages: what is not the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import yaml

from bayan.data import data_path
from bayan.text import fold_text

_WORD = re.compile(r"\w+")
_COUNT = re.compile(r"^\d+ | \d+$")
_ADDRESS = re.compile(r"https?://\S+$")
_CLOCK = re.compile(r"^\d{1,2} \d{2}(?: (?:ص|م|صباحا|مساء|gmt))?$")
_SENTENCE_ENDS = (".", "!", "؟", "?", "…")
_LONGEST_SHARE_BAR = 15
_LONGEST_CREDIT = 8  # words
_MOST_OF_WALL = 4


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines and words of data/furniture.yaml, folded."""

    before: frozenset[str]
    alone: frozenset[str]
    with_next: frozenset[str]
    end: frozenset[str]
    share: frozenset[str]
    date: frozenset[str]
    places: frozenset[str]
    author: frozenset[str]
    walls: frozenset[str]
    notices: frozenset[str]
    credit: frozenset[str]


def line_key(line: str) -> str:
    """A line for comparison: folded words, without punctuation."""
    return " ".join(_WORD.findall(fold_text(line)))


@cache
def load_furniture() -> Furniture:
    """The furniture lists."""
    lists = yaml.safe_load(data_path("furniture.yaml").read_text(encoding="utf-8"))
    return Furniture(**{kind: frozenset(line_key(str(line)) for line in lines) for kind, lines in lists.items()})


def main_lines(lines: list[str], *, titled: bool = False) -> list[str]:
    """The lines of a page that belong to the article, title first, or without it where it is ``titled`` already."""
    known = load_furniture()
    kept: list[str] = []
    skip_next = False
    for line in lines:
        key = line_key(line)
        if _COUNT.sub("", key) in known.end and len(kept) > (0 if titled else 1):
            break
        heading = key in known.with_next
        alone = heading or _ADDRESS.match(line)
        if not (skip_next or alone or _is_furniture(key, known, first=not kept and not titled)):
            kept.append(line)
        skip_next = heading
    while kept and (any(words in line_key(kept[-1]) for words in known.notices) or _ends_in_credit(kept, known)):
        kept.pop()
    return kept


def _ends_in_credit(lines: list[str], known: Furniture) -> bool:
    """Whether the last of several lines credits sources, without telling what they said."""
    label, colon, named = lines[-1].partition(":")
    few = len(line_key(named).split()) <= _LONGEST_CREDIT
    credited = bool(colon) and line_key(label) in known.credit and few and not named.endswith(_SENTENCE_ENDS)
    return credited and len(lines) > 1


def _is_furniture(key: str, known: Furniture, *, first: bool) -> bool:
    """Whether a line is furniture by itself, as an hour alone is. Rows of marks have an empty key."""
    if not key or _CLOCK.match(key) or key in known.alone or key in known.end or (first and key in known.before):
        return True
    words = key.split()
    return len(words) <= _LONGEST_SHARE_BAR and known.share.issuperset(words)


def find_wall(lines: list[str]) -> bool:
    """Whether a page is a notice in front of an article: few lines, each about cookies, scripts or a page not found."""
    walls = load_furniture().walls
    return len(lines) <= _MOST_OF_WALL and all(any(words in line_key(line) for words in walls) for line in lines)
