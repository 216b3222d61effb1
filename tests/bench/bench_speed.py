"""Writes a part of docs/performance.md: extraction and ingest, on real articles where they are at hand."""

from __future__ import annotations

import gzip
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from tests.bench.performance import of_engine, stamp, write_part

from bayan.actors import Matcher, load_registry
from bayan.data import data_path
from bayan.extract import Extractor
from bayan.load import load_paths
from bayan.load.workers import rare_garbage
from bayan.records import Article
from bayan.store import open_store
from bayan.text import fold

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted((ROOT.parent / "shared" / "corpus").glob("*.jsonl.gz"))
STEP = 15
PASSES = 9


def lines() -> Iterator[str]:
    """Every fifteenth article of the real press, or the demo corpus."""
    for path in CORPUS:
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            yield from islice(stream, 0, None, STEP)
    if not CORPUS:
        yield from data_path("demo", "gold.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)


def article(line: str) -> Article:
    row = json.loads(line)
    return Article(row["outlet"], row["title"], row["body"], date.fromisoformat(row["published"][:10]))


def measure_extraction(articles: list[Article]) -> tuple[float, float]:
    """Articles a second, and the mean length of a body in characters."""
    extractor = Extractor.load()
    extractor.extract(articles[0])
    with rare_garbage():  # as commands do
        start = time.perf_counter()
        for one in articles:
            extractor.extract(one)
        passed = time.perf_counter() - start
    return len(articles) / passed, sum(len(one.body) for one in articles) / len(articles)


def measure_matching(articles: list[Article]) -> tuple[float, float]:
    """Articles a second in which every name of the registry is found, and seconds until the first can be searched."""
    start = time.perf_counter()
    matcher = Matcher(load_registry())
    matcher.find(fold(""), fold(""))
    ready = time.perf_counter() - start
    texts = [(fold(one.title), fold(one.body), one.published) for one in articles]
    rates = []
    with rare_garbage():  # as commands do
        for _ in range(PASSES):
            start = time.perf_counter()
            for title, body, day in texts:
                matcher.find(title, body, day)
            rates.append(len(texts) / (time.perf_counter() - start))
    return statistics.median(rates), ready


def measure_ingest(folder: Path, rows: list[str]) -> tuple[float, float]:
    """Articles a second into an empty store, and again into the full one."""
    file = folder / "articles.jsonl"
    file.write_text("".join(rows), encoding="utf-8")
    rates = []
    for _ in range(2):
        with open_store(folder / "bench.db", write=True, create=True) as store:
            start = time.perf_counter()
            load_paths(store, [file])
            rates.append(len(rows) / (time.perf_counter() - start))
    return rates[0], rates[1]


def main() -> None:
    rows = list(lines())
    articles = [article(row) for row in rows]
    extraction, letters = measure_extraction(articles)
    matching, ready = measure_matching(articles)
    with tempfile.TemporaryDirectory() as folder:
        first, again = measure_ingest(Path(folder), rows)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    text = f"""{stamp()}, one process,
{len(rows):,} articles of {letters:,.0f} characters on average

| what | articles/s |
|---|---|
| extraction alone | {extraction:,.0f} |
| the names of the registry alone, in folded text | {matching:,.0f} |
| ingest with extraction, full text and rollups | {first:,.0f} |
| the same articles again (nothing stored) | {again:,.0f} |

Peak memory {peak:,.0f} MB. The registry and its automaton are ready in {ready:.2f} s; finding names is the median of
{PASSES} passes.
"""
    write_part(of_engine("Extraction and ingest"), text)
    print(text)


if __name__ == "__main__":
    main()
