"""Writes a part of docs/performance.md: the questions of pages over stores of a synthetic press, on both databases.

`python tests/bench/bench_store.py [ARTICLES | STORE]…` builds stores of so many articles through the saving code, or
asks those that are there. Where nothing is named, 10,000 and 100,000 are built; a million takes half an hour and 12 GB
on SQLite, twice that on PostgreSQL. A store that is named gets 10,000 articles more, for the rate at its size.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from tests.bench.alone import time_alone
from tests.bench.asked import Drawn, Question, draw, list_questions
from tests.bench.performance import stamp, write_part
from tests.bench.side_by_side import TOOLS, compare
from tests.bench.synthetic import BATCH, DAYS, FIRST, Press, fill
from tests.places import start_server

from bayan.errors import TooSlow
from bayan.store import Store, open_store

SIZES = ("10000", "100000")
ROUNDS, MORE, LONG = 7, 10, 1.5
"""Runs of a variant; batches saved for the rate; seconds after which a question is not asked again."""
SHOWN = "server_version", "shared_buffers"
COMPARED = 200_000
"""A store of more articles is copied into DuckDB alone: pandas would need more memory than a laptop has, and an index
of words for Datasette takes longer than all the rest."""
NOTE = """Milliseconds of processor time; on PostgreSQL here and in the server together, where one process answers a
question. Of each variant of a question (actors from the most to the least quoted, words from the most common on, some
periods) the median of seven runs, and of these the 95th percentile; of the largest store also the median and the least.
"SQL alone" is the 95th percentile of what the same statements take past SQLAlchemy, without the rest of the work of a
page (rows, snippets, marks), which is in all other times. Cold, by the clock: the first variant, once, after the store
was opened anew and its file dropped from memory. "stopped" counts variants that took more than a second by the clock
and were refused politely. Goals are those for a million articles. Tables are vacuumed once they are filled, as servers
do by themselves.
"""


@dataclass
class Measured:
    """A store with its figures: milliseconds by question."""

    kind: str
    address: str
    articles: int = 0
    statements: int = 0
    mentions: int = 0
    size: int = 0
    rates: tuple[float, float] = (0.0, 0.0)
    hot: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    """The 95th percentile, the median and the least."""
    alone: dict[str, float] = field(default_factory=dict)
    cold: dict[str, float] = field(default_factory=dict)
    stopped: dict[str, int] = field(default_factory=dict)


def build(address: str, press: Press, articles: int) -> None:
    """Make a store of so many articles."""
    with open_store(address, write=True, create=True) as store:
        for done in fill(store, press, articles):
            if done % 100_000 == 0:
                print(f"{address}: {done:,}", file=sys.stderr)


def clock_of(store: Store) -> Callable[[], float]:
    """What tells the time that a question takes: of processors here, and in the process of a server on this machine."""
    if "://" not in store.address:
        return time.process_time
    with store.read() as connection:
        worker = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    told = Path(f"/proc/{worker}/schedstat")
    if not told.exists():
        return time.perf_counter
    return lambda: time.process_time() + int(told.read_text().split()[0]) / 1e9


def measure_saving(store: Store, press: Press) -> tuple[float, float]:
    """Articles a second, in batches of a thousand that follow those of the store: by the clock, and of this process."""
    first = store.stats().articles // BATCH + 1_000
    spent = worked = 0.0
    for number in range(first, first + MORE):
        batch = press.batch(number, FIRST + timedelta(DAYS + number - first))
        begun, at_work = time.perf_counter(), time.process_time()
        store.save(batch, extractor="synthetic")
        spent, worked = spent + time.perf_counter() - begun, worked + time.process_time() - at_work
    return MORE * BATCH / spent, MORE * BATCH / worked


def measure(kind: str, address: str, press: Press) -> tuple[Measured, Drawn]:
    """Save some more, then ask every question, hot and cold."""
    found = Measured(kind, address)
    with open_store(address, write=True) as store:
        found.rates = measure_saving(store, press)
        held = store.stats()
    found.articles, found.statements, found.mentions, found.size = (
        held.articles, held.statements, held.mentions, held.bytes
    )  # fmt: skip
    with open_store(address) as store:
        drawn = draw(store, press)
        for question in list_questions(drawn):
            ask_hot(store, question, found)
    for question in list_questions(drawn):
        found.cold[question.name] = ask_cold(address, question)
    return found, drawn


def ask_hot(store: Store, question: Question, found: Measured) -> None:
    """Ask each variant several times; the first run, which may have to find its way, does not count."""
    times, alone, stopped, clock = [], [], 0, clock_of(store)
    for ask in question.asks:
        runs: list[float] = []
        while len(runs) <= ROUNDS and sum(runs[1:]) < LONG:
            begun = clock()
            try:
                ask(store)
            except TooSlow:
                stopped += not runs
            runs.append(clock() - begun)
        times.append(1000 * median(runs[1:]))
        if sum(runs[1:]) < LONG:
            alone.append(time_alone(store, ask, clock, ROUNDS))
    found.hot[question.name] = percentile(times), median(times), min(times)
    found.alone[question.name] = percentile(alone)
    found.stopped[question.name] = stopped


def percentile(times: Sequence[float]) -> float:
    """The 95th; of none it is not a number."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else next(iter(times), float("nan"))


def ask_cold(address: str, question: Question) -> float:
    """Ask the first variant once of a store that nothing is remembered of; a server keeps what it remembers."""
    if "://" not in address:
        file = os.open(address, os.O_RDONLY)
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(file)
    with open_store(address) as store:
        begun = time.perf_counter()
        with suppress(TooSlow):
            question.asks[0](store)
        return 1000 * (time.perf_counter() - begun)


def tell(at: int, measured: Sequence[Measured], drawn: Drawn) -> Iterator[str]:
    """The tables of one database."""
    yield "| articles | statements | mentions | GB | saved, articles/s | the same, of processor time |"
    yield "|---|---|---|---|---|---|"
    for one in measured:
        counts = f"{one.articles:,} | {one.statements:,} | {one.mentions:,}"
        yield f"| {counts} | {one.size / 1e9:.1f} | {one.rates[0]:,.0f} | {one.rates[1]:,.0f} |"
    sizes = " | ".join(f"{one.articles:,}" for one in measured)
    yield f"\n| question | goal | {sizes} | median | least | SQL alone | growth | cold |"
    yield f"|{'---|' * (len(measured) + 7)}"
    last = measured[-1]
    for question in list_questions(drawn):
        name = question.name
        times = " | ".join(told(one, name) for one in measured)
        more = f"{last.hot[name][1]:,.1f} | {last.hot[name][2]:,.1f} | {last.alone[name]:,.1f}"
        growth = f"{last.hot[name][0] / measured[-2].hot[name][0]:.1f}×" if len(measured) > 1 else ""
        yield f"| {name} | {question.goals[at]:g} | {times} | {more} | {growth} | {last.cold[name]:,.0f} |"
    yield ""


def told(one: Measured, name: str) -> str:
    stopped = f" ({one.stopped[name]} stopped)" if one.stopped[name] else ""
    return f"{one.hot[name][0]:,.1f}{stopped}"


def main() -> None:
    asked = sys.argv[1:] or list(SIZES)
    press = Press()
    places: dict[str, list[str]] = {"SQLite": [], "PostgreSQL": []}
    head = f"{stamp()}, {os.cpu_count()} processors, {os.getloadavg()[-1]:.0f} processes at work when it began."
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(start_server()) if any(word.isdigit() for word in asked) else None
        for word in asked:
            if not word.isdigit():
                places["PostgreSQL" if "://" in word else "SQLite"].append(word)
                continue
            for kind, address in (("SQLite", str(folder / f"{word}.db")), ("PostgreSQL", server and server.new())):
                if address:
                    build(address, press, int(word))
                    if server and kind == "PostgreSQL":
                        server.run("VACUUM", database=address.rpartition("?")[0].rpartition("/")[2])
                    places[kind].append(address)
        for at, (kind, addresses) in enumerate(places.items()):
            found = [measure(kind, address, press) for address in addresses]
            if found:
                write(
                    f"Store on {kind}",
                    [f"{head} {version_of(addresses[-1])}", NOTE, *tell(at, [one for one, _ in found], found[-1][1])],
                )
            for held, drawn in found if kind == "SQLite" else ():
                size = f"{held.articles:,} articles, {held.statements:,} statements."
                title, names = "Store beside other tools", tuple(TOOLS)
                if held.articles > COMPARED:
                    title, names = "Store beside DuckDB", ("Bayan", "DuckDB")
                with tempfile.TemporaryDirectory(dir=folder) as copies:
                    write(title, [head, size, "", *compare(held.address, drawn, Path(copies), names)])


def version_of(address: str) -> str:
    """The version of the database, and how much of a server's memory is its own."""
    with open_store(address) as store, store.read() as connection:
        if "://" not in address:
            return f"SQLite {connection.exec_driver_sql('SELECT sqlite_version()').scalar_one()}."
        version, buffers = (connection.exec_driver_sql(f"SHOW {name}").scalar_one() for name in SHOWN)
    return f"PostgreSQL {version.split()[0]}, shared_buffers {buffers}."


def write(title: str, lines: Sequence[str]) -> None:
    """Put a part into the page as soon as it is known."""
    write_part(title, "\n".join(lines))
    print("\n".join(lines), flush=True)


if __name__ == "__main__":
    main()
