"""Joins annotations, which hold ids and offsets only, with the articles of ../shared/corpus that they annotate."""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / "shared" / "corpus"


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line."""
    yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)


def read_articles(ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """The articles with these ids: outlet, published (ISO day), title and body."""
    found = {}
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line[8:22] not in ids:
                    continue
                row = json.loads(line)
                found[row["id"]] = {name: row[name] for name in ("id", "outlet", "title", "body")} | {
                    "published": row["published"][:10]
                }
    return found


def join_gold(name: str, out: Path, year: str = "") -> Path:
    """Write a file of annotated statements with its articles (of a year), as `bayan evaluate` reads it."""
    rows = list(read_lines(HERE / f"{name}.jsonl"))
    articles = read_articles({row["id"] for row in rows})
    with out.open("w", encoding="utf-8") as stream:
        for row in rows:
            if articles[row["id"]]["published"].startswith(year):
                stream.write(json.dumps(articles[row["id"]] | row, ensure_ascii=False) + "\n")
    return out
