"""Two writers and five readers of one store at once. BAYAN_SECONDS says for how long."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from tests.store.test_backups import ENVIRONMENT

from bayan.store import open_store, verify

SECONDS = float(os.environ.get("BAYAN_SECONDS", "3"))
WRITER = """
import sys, time
from bayan.store import open_store
from tests.store.made import make_batch
address, name, end = sys.argv[1], sys.argv[2], time.time() + float(sys.argv[3])
at = int(name) * 1_000_000
with open_store(address, write=True) as store:
    while at == int(name) * 1_000_000 or time.time() < end:  # on a busy machine the first batch may come late
        store.save(make_batch(20, first=at), extractor="1", checkpoint=(name, at + 20))
        at += 20
"""
READER = """
import sys, time
from bayan.queries import Selection, questions, snapshot
from bayan.store import open_store
asked, seen, end = 0, 0, time.time() + float(sys.argv[2])
with open_store(sys.argv[1]) as store:
    while time.time() < end:
        with snapshot(store) as moment:
            found = questions.totals(moment, Selection())
            listed = sum(value.count for value in questions.facets(moment, Selection())["act"])
            hits = questions.articles(moment, Selection(q="القتال")).rows
        assert (found.statements, listed) == (2 * found.articles, found.statements) and found.articles >= seen
        assert len(hits) == min(20, found.articles)
        asked, seen = asked + 1, found.articles
print(asked)
"""


@contextmanager
def started(program: str, *words: object) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", program, *map(str, words)]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        yield process


def test_two_writers_and_five_readers_do_not_disturb_each_other(place: str) -> None:
    with open_store(place, write=True, create=True):
        pass
    with ExitStack() as stack:
        writers = [stack.enter_context(started(WRITER, place, name, SECONDS)) for name in (1, 2)]
        time.sleep(0.5)
        readers = [stack.enter_context(started(READER, place, SECONDS)) for _ in range(5)]
        told = [process.communicate() for process in (*writers, *readers)]
        assert [error for _, error in told] == [b""] * 7
    with open_store(place) as store:
        stored = sum(store.checkpoint(name) - int(name) * 1_000_000 for name in ("1", "2"))
        assert store.stats().articles == stored
        assert list(verify(store)) == []
    asked = sum(int(out) for out, _ in told[2:])
    print(f"{stored:,} articles stored, {asked:,} times read")
