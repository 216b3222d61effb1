"""Writes docs/speakers.md: how many statements of the most quoted persons and bodies of the real press are linked.

Extracts the corpus itself, or reads what `bayan extract` made of it: bench_speakers.py [EXTRACTED.jsonl].
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import Any

from tests.gold.texts import CORPUS

from bayan import __version__
from bayan.actors import Registry, load_registry
from bayan.errors import Rejected
from bayan.extract import Extractor
from bayan.load import extract_lines

PAGE = Path(__file__).resolve().parents[2] / "docs" / "speakers.md"
LISTED = 200
STEPS = (100, 200, 500, 1000)
KINDS = ("person", "body")
HEAD = """# Whom the real press quotes, and who of them is an actor

Printed by `make bench` (bench_speakers.py): all statements of persons and bodies, neither of unnamed sources nor of
media and states, by speaker. A speaker is an actor of the registry, or else the fullest name in the article as it is
written: an actor's statements stand together, those of others apart by spelling, and words that are no name at all
(“the police”, errors of the extraction) count as speakers too.
"""


@dataclass
class Tally:
    """Statements, outlets and names by speaker; the key of a speaker without an actor begins with a tilde."""

    statements: Counter[str] = field(default_factory=Counter)
    outlets: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, row: dict[str, Any], outlet: str) -> None:
        """Count the statements of one article."""
        for statement in row["statements"]:
            if statement["speaker_kind"] in KINDS:
                key = statement["speaker_id"] or f"~{statement['speaker']}"
                self.statements[key] += 1
                self.outlets[key].add(outlet)

    def share(self, most: int | None) -> float:
        """Of the statements of so many speakers, the most quoted first, the part that an actor made."""
        counted = self.statements.most_common(most)
        return sum(times for key, times in counted if _is_linked(key)) / sum(times for _, times in counted)


def _is_linked(key: str) -> bool:
    return not key.startswith("~")


def read_outlets() -> dict[str, str]:
    """The outlet of each article of the corpus."""
    found = {}
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found |= {row["id"]: row["outlet"] for row in map(json.loads, lines)}
    return found


def extract_corpus() -> Iterator[bytes | Rejected]:
    """The lines of `bayan extract` for the whole corpus."""
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rb") as stream:
            yield from extract_lines(BufferedReader(stream), path.name, workers=os.cpu_count() or 1)


def read_tally(lines: Iterable[bytes | Rejected], outlets: dict[str, str]) -> Tally:
    """Count every article; a rejected one has no statements."""
    tally = Tally()
    for line in lines:
        if not isinstance(line, Rejected):
            row = json.loads(line)
            tally.add(row, outlets[row["id"]])
    return tally


def page(tally: Tally, registry: Registry, articles: int) -> str:
    """The whole page."""
    total = tally.statements.total()
    extractor = Extractor.load()
    lines = [
        HEAD,
        f"{date.today()} · Bayan {__version__}, engine {extractor.version}, registry {registry.version} of "
        f"{len(registry.actors):,} actors · Python {platform.python_version()}",
        "",
        f"{articles:,} articles, {total:,} statements of {len(tally.statements):,} speakers.",
        "",
        "| speakers | statements | of these linked to an actor |",
        "|---|---|---|",
    ]
    for most in (*STEPS, None):
        counted = sum(times for _, times in tally.statements.most_common(most))
        name = f"the {most:,} most quoted" if most else "all"
        lines.append(f"| {name} | {counted:,} | {tally.share(most):.1%} |")
    lines += [
        "",
        f"## The {LISTED} most quoted",
        "",
        "| | speaker | statements | outlets | actor |",
        "|---|---|---|---|---|",
    ]
    for rank, (key, times) in enumerate(tally.statements.most_common(LISTED), start=1):
        actor = registry.get(key)
        name, linked = (actor.name_ar, key) if actor else (key[1:], "–")
        lines.append(f"| {rank} | {name} | {times:,} | {len(tally.outlets[key])} | {linked} |")
    return "\n".join([*lines, ""])


def main() -> None:
    if not CORPUS.exists():  # without the real press the page would lose its tables
        return
    outlets = read_outlets()
    extracted = Path(sys.argv[1]).read_bytes().splitlines() if len(sys.argv) > 1 else extract_corpus()
    text = page(read_tally(extracted, outlets), load_registry(), len(outlets))
    PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
