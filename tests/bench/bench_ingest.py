"""Writes a part of docs/performance.md: ingest of a whole corpus by `bayan ingest`, its memory, and where time goes."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import psutil
from tests.bench.performance import of_engine, stamp, write_part

from bayan.actors import load_registry
from bayan.data import data_path
from bayan.errors import Rejected
from bayan.ingest import read
from bayan.load.workers import engine, extract_all
from bayan.records import Article
from bayan.store import Store, open_store

ROOT = Path(__file__).resolve().parents[2]
PRESS = ROOT.parent / "shared" / "corpus" / "saudinewsnet.jsonl.gz"
SOURCE = PRESS if PRESS.exists() else data_path("demo", "gold.jsonl")
WORKERS, SAMPLE, BATCH = 2, 3_000, 500


def memory(process: psutil.Process) -> int:
    """Bytes of a process and its workers; pages that they share are counted once."""
    found = 0
    for one in [process, *process.children(recursive=True)]:
        try:
            told = Path(f"/proc/{one.pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        found += sum(1_024 * int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
    return found


def measure_run(db: Path) -> tuple[float, float, int]:
    """Seconds of the command from its start to its end, those of processor, and the most memory that was seen."""
    command = [sys.executable, "-m", "bayan", "--db", str(db), "ingest", str(SOURCE), "--workers", str(WORKERS)]
    start, most = time.perf_counter(), 0
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as run:
        process = psutil.Process(run.pid)
        while run.poll() is None:
            most = max(most, memory(process))
            time.sleep(1)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, most


def articles() -> Iterator[Article]:
    return (one for one in read(SOURCE) if not isinstance(one, Rejected))


def measure_stages(store: Store) -> dict[str, float]:
    """Seconds of processor for each stage of a sample, one after the other."""
    registry = load_registry()
    store.sync_actors(registry.actors, {actor.id: registry.principals(actor.id) for actor in registry.actors})
    engine()
    stages = dict.fromkeys(("reading", "extraction", "saving"), 0.0)
    rest = islice(articles(), SAMPLE)
    while True:
        begun = time.process_time()
        batch = list(islice(rest, BATCH))
        come = time.process_time()
        if not batch:
            return stages
        found = [None if isinstance(one, Rejected) else one for one in extract_all(batch)]
        extracted = time.process_time()
        store.save(list(zip(batch, found, strict=True)), extractor=engine().version)
        for stage, spent in zip(stages, (come - begun, extracted - come, time.process_time() - extracted), strict=True):
            stages[stage] += spent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        seconds, processor, most = measure_run(Path(folder) / "run.db")
        with open_store(Path(folder) / "run.db") as store:
            held = store.stats()
        with open_store(Path(folder) / "stages.db", write=True, create=True) as store:
            stages = measure_stages(store)
    whole = sum(stages.values())
    shares = [(stage, 1_000 * spent / min(SAMPLE, held.articles), spent / whole) for stage, spent in stages.items()]
    rows = "\n".join(f"| {stage} | {spent:.2f} | {share:.0%} |" for stage, spent, share in shares)
    text = f"""{stamp()}. `bayan ingest --workers {WORKERS}`
of {held.articles:,} articles with {held.statements:,} statements, from the start of the command to its end:
**{held.articles / seconds:,.0f} articles/s** on 2 cores shared with other work, {processor:,.0f} s of processor
in {seconds:,.0f} s (two cores that did nothing else would take half of that, or {2 * held.articles / processor:,.0f}
articles/s);
{most / 1e6:,.0f} MB at most, of the writer and both workers together.

| stage | ms of processor an article | share |
|---|---|---|
{rows}

Saving means rows, full text, rollups and the search for near copies. With two workers extraction runs beside the rest.
"""
    write_part(of_engine("Ingest of a whole corpus"), text)
    print(text)


if __name__ == "__main__":
    main()
