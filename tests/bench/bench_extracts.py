"""Writes a part of docs/performance.md: extracts of everything, fetched from a dashboard as a browser does.

`python tests/bench/bench_extracts.py [STORE]` takes a store that is there; else one is made of all real articles (or of
the demo corpus), which takes minutes. On PostgreSQL, where its programs are installed, one is made of every eighth.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice, repeat
from pathlib import Path

from pyarrow.parquet import ParquetFile
from tests.bench.performance import stamp, write_part
from tests.browser.conftest import free_port, start, stop
from tests.places import start_server

from bayan.data import data_path
from bayan.load import load_paths
from bayan.queries import Selection, questions
from bayan.store import open_store

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted((ROOT.parent / "shared" / "corpus").glob("*.jsonl.gz"))
WHOLE = (
    ("statements", "csv"), ("statements", "jsonl"), ("statements", "parquet"), ("statements", "xlsx"),
    ("statements", "package"), ("mentions", "csv"), ("articles", "csv"), ("articles", "xlsx"), ("actors", "csv"),
    ("pairs", "csv"), ("pairs", "gexf"),
)  # fmt: skip
BRIEF = (*WHOLE[:5], ("articles", "csv"))
PIECE = 1 << 16
NOTE = (
    "Everything in the store, fetched over HTTP from a dashboard that has served nothing before: Parquet loads pyarrow",
    "once a process, some 30 MB of code. A package reads its rows twice, the edges of a network are held until they",
    "are known.",
    "Two extracts are fetched at a time, each from a dashboard of its own: the machine has two cores.",
)
AT_ONCE = 2
"""Extracts that are fetched at a time, each from a dashboard of its own: one for each core."""
STEP = 8
"""On PostgreSQL of so many articles one is taken: saving them all would take the longest by far."""


@dataclass(frozen=True)
class Fetched:
    """One extract: its rows, seconds to the first and the last byte, size, and memory over the start in bytes."""

    table: str
    form: str
    rows: int
    first: float
    whole: float
    size: int
    memory: int


def memory(process: int, what: str) -> int:
    """A figure of a process's memory in bytes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(rf"{what}:\s+(\d+) kB", status)
    assert found
    return int(found[1]) * 1024


def fetch(address: str, table: str, form: str, folder: Path) -> Fetched:
    """Fetch one extract from a dashboard of its own, so that nothing was in memory before."""
    port, file = free_port(), folder / f"{table}.{form}"
    server = start(Path(address) if "://" not in address else address, port)  # type: ignore[arg-type]
    try:
        asked = f"http://127.0.0.1:{port}/download/{table}"
        urllib.request.urlopen(f"{asked}/csv?outlet=nobody").read()
        Path(f"/proc/{server.pid}/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
        before, begun = memory(server.pid, "VmRSS"), time.perf_counter()
        with urllib.request.urlopen(f"{asked}/{form}") as answer, file.open("wb") as kept:
            kept.write(answer.read(1))
            first = time.perf_counter() - begun
            while piece := answer.read(PIECE):
                kept.write(piece)
        whole = time.perf_counter() - begun
        peak = memory(server.pid, "VmHWM")
    finally:
        stop(server)
    rows, size = count_rows(file, form), file.stat().st_size
    file.unlink()
    return Fetched(table, form, rows, first, whole, size, peak - before)


def count_rows(file: Path, form: str) -> int:
    """The rows of a file, or the edges of a network."""
    if form == "parquet":
        return int(ParquetFile(file).metadata.num_rows)
    if form == "jsonl":
        with file.open("rb") as lines:
            return sum(1 for _ in lines)
    if form == "csv":
        csv.field_size_limit(1 << 30)
        with file.open(encoding="utf-8", newline="") as lines:
            return sum(1 for _ in csv.reader(lines)) - 1
    if form == "gexf":
        return file.read_bytes().count(b"<edge ")
    with zipfile.ZipFile(file) as archive:
        if form == "package":
            with archive.open("data/statements.csv") as part, tempfile.NamedTemporaryFile(suffix=".csv") as table:
                while piece := part.read(PIECE):
                    table.write(piece)
                table.flush()
                return count_rows(Path(table.name), "csv")
        found = 0
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                with archive.open(name) as part:
                    found += sum(1 for _ in re.finditer(b"<row ", part.read())) - 1
        return found


def measure(address: str, asked: tuple[tuple[str, str], ...], folder: Path) -> Iterator[Fetched]:
    """Fetch extracts of everything, and see that they have as many rows as the store."""
    with open_store(address) as store:
        totals = questions.totals(store, Selection())
        counts = {
            "statements": totals.statements,
            "mentions": totals.mentions,
            "articles": totals.articles,
            "actors": questions.count_actors(store, Selection()),
            "pairs": questions.count_pairs(store, Selection()),
        }
    with ProcessPoolExecutor(AT_ONCE) as lanes:
        for found in lanes.map(fetch, repeat(address), *zip(*asked, strict=True), repeat(folder)):
            assert found.form == "gexf" or counts[found.table] in (None, found.rows), (found, counts)
            yield found


def fill(address: str, folder: Path, step: int = 1) -> None:
    """Make a store of the articles that are at hand, or of some."""
    chosen = folder / "chosen.jsonl"
    with chosen.open("w", encoding="utf-8") as lines:
        for path in CORPUS:
            with gzip.open(path, "rt", encoding="utf-8") as stream:
                lines.writelines(islice(stream, 0, None, step))
        if not CORPUS:
            lines.write(data_path("demo", "gold.jsonl").read_text(encoding="utf-8"))
    with open_store(address, write=True, create=True) as store:
        load_paths(store, [chosen], workers=2)


def table_of(name: str, found: Iterator[Fetched]) -> Iterator[str]:
    yield f"| {name} | rows | first byte, s | rows/s | size, MB | memory over the start, MB |"
    yield "|---|---|---|---|---|---|"
    for one in found:
        yield (
            f"| {one.table}, {one.form} | {one.rows:,} | {one.first:.2f} | {one.rows / one.whole:,.0f} "
            f"| {one.size / 1e6:,.1f} | {one.memory / 1e6:,.0f} |"
        )
    yield ""


def main() -> None:
    lines = [f"{stamp()}.", *NOTE, ""]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        address = sys.argv[1] if len(sys.argv) > 1 else str(folder / "bench.db")
        if len(sys.argv) == 1:
            fill(address, folder)
        lines += table_of("SQLite", measure(address, WHOLE, folder))
        with start_server() as server:
            if server:
                place = server.new()
                fill(place, folder, STEP)
                lines += table_of("PostgreSQL", measure(place, BRIEF, folder))
    write_part("Extracts", "\n".join(lines))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
