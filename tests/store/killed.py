"""Work that is killed in the middle: `python -m tests.store.killed TASK ADDRESS COPY` goes on until then."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from tests.store.made import make_batch

from bayan.store import backup, open_store

SIZE = 40


def save(address: str, _: Path) -> None:
    """Save batches, each after the last that is stored."""
    with open_store(address, write=True) as store:
        for at in count(store.checkpoint("made"), SIZE):
            store.save(make_batch(SIZE, first=at), extractor="1", checkpoint=("made", at + SIZE))


def annotate(address: str, _: Path) -> None:
    """Replace what was found in all articles, again and again."""
    with open_store(address, write=True) as store:
        for number in count():
            for at in range(0, store.checkpoint("made"), SIZE):
                batch = [
                    (article, found if (at + number) % 3 else None) for article, found in make_batch(SIZE, first=at)
                ]
                store.save(batch, extractor=str(number), replace=True)


def migrate(address: str, _: Path) -> None:
    """Bring a store of an older version up to date."""
    open_store(address, write=True).close()


def copy(address: str, target: Path) -> None:
    """Copy the store, again and again."""
    with open_store(address) as store:
        for _ in count():
            backup(store, target, replace=True)


TASKS = {"save": save, "annotate": annotate, "migrate": migrate, "copy": copy}

if __name__ == "__main__":
    print("begins", flush=True)
    TASKS[sys.argv[1]](sys.argv[2], Path(sys.argv[3]))
