"""Mentions in real articles against hand-made annotations (tests/gold/mentions.md), with floors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.gold.texts import HERE, read_articles, read_lines

from bayan.actors import Matcher
from bayan.records import Mention
from bayan.text import fold

GOLD = ("mentions", "mentions-later", "mentions-third")
OTHER_READERS = (
    "mentions-second-reader",
    "mentions-third-reader",
    "mentions-third-reader-later",
    "mentions-fourth-reader",
    "mentions-fifth-reader",
)


@dataclass
class Tally:
    """Counts over articles: mentions found, annotated, found where annotated, and of these linked rightly."""

    found: int = 0
    annotated: int = 0
    right: int = 0
    linked: int = 0

    def add(self, found: Sequence[Mention], annotated: Sequence[dict[str, Any]]) -> None:
        """Count one article; each annotated mention answers for one found mention only."""
        open_ones = [mention for mention in annotated if mention["actor_id"]]
        self.found += len(found)
        self.annotated += len(open_ones)
        for mention in found:
            match = next((one for one in open_ones if _overlap(mention, one)), None)
            if match:
                open_ones.remove(match)
                self.right += 1
                self.linked += match["actor_id"] == mention.actor_id


def _overlap(mention: Mention, annotated: dict[str, Any]) -> bool:
    start, end = annotated["span"]
    return mention.field == annotated["field"] and mention.span.start < end and start < mention.span.end


@pytest.mark.parametrize(
    ("name", "precision", "recall", "linking"),
    [
        ("mentions", 0.99, 0.985, 0.99),
        ("mentions-later", 0.975, 0.985, 0.99),
        ("mentions-third", 0.98, 0.985, 0.99),
        ("mentions-second-reader", 0.985, 0.98, 0.99),
        ("mentions-third-reader", 0.985, 0.97, 0.99),
        ("mentions-third-reader-later", 0.985, 0.965, 0.99),
        ("mentions-fourth-reader", 0.985, 0.97, 0.985),
        ("mentions-fifth-reader", 0.975, 0.97, 0.99),
    ],
)
def test_mentions_stay_above_their_floor(
    shared: Path, matcher: Matcher, name: str, precision: float, recall: float, linking: float
) -> None:
    assert (shared / "corpus").is_dir()
    rows = list(read_lines(HERE / f"{name}.jsonl"))
    articles = read_articles({row["id"] for row in rows})
    tally = Tally()
    for row in rows:
        article = articles[row["id"]]
        day = date.fromisoformat(article["published"])
        tally.add(matcher.find(fold(article["title"]), fold(article["body"]), day), row["mentions"])
    assert tally.right / tally.found >= precision
    assert tally.right / tally.annotated >= recall
    assert tally.linked / tally.right >= linking


def test_annotated_actors_are_in_the_registry(matcher: Matcher) -> None:
    rows = [row for name in (*GOLD, *OTHER_READERS) for row in read_lines(HERE / f"{name}.jsonl")]
    ids = {mention["actor_id"] for row in rows for mention in row["mentions"]} - {None}
    assert [actor_id for actor_id in sorted(ids) if matcher.registry.get(actor_id) is None] == []


def test_the_gold_is_large_and_other_readers_read_other_articles() -> None:
    gold = [row for name in GOLD for row in read_lines(HERE / f"{name}.jsonl")]
    others = [list(read_lines(HERE / f"{name}.jsonl")) for name in OTHER_READERS]
    every = [row["id"] for rows in (gold, *others) for row in rows]
    assert len(set(every)) == len(every)
    assert len(gold) >= 60
    assert all(len(rows) >= 60 for rows in others)
    assert sum(len(row["mentions"]) for row in gold) >= 1000
