"""A store is sound whenever the process that writes it is killed. BAYAN_KILLS says how often it is tried."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from random import Random

from tests.store.killed import SIZE, TASKS
from tests.store.made import make_batch
from tests.store.older import make_older
from tests.store.test_backups import ENVIRONMENT

from bayan.store import open_store, verify

KILLS = int(os.environ.get("BAYAN_KILLS", "4"))
LONGEST = 0.8


def test_a_store_is_sound_whenever_its_writer_is_killed(place: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with open_store(place, write=True, create=True) as store:
        store.save(make_batch(SIZE), extractor="1", checkpoint=("made", SIZE))
    tasks = [task for task in TASKS if task != "copy" or "://" not in place]
    killed = 0
    for number, task in enumerate(islice(cycle(tasks), KILLS)):
        if task == "migrate":
            make_older(place)
        killed += kill(task, place, copy, Random(number).random() * LONGEST)
        assert_sound(place, task)
        if copy.exists():
            assert_sound(str(copy), task)
    print(f"{killed} of {KILLS} were killed at work")


def kill(task: str, place: str, copy: Path, seconds: float) -> bool:
    """Let a process work for a while, kill it, and say whether it was still at work."""
    command = [sys.executable, "-m", "tests.store.killed", task, place, str(copy)]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE) as worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        time.sleep(seconds)
        ended = worker.poll()
        worker.send_signal(signal.SIGKILL)
    assert ended in (None, 0), task
    return ended is None


def assert_sound(address: str, task: str) -> None:
    """Nothing is wrong, and all that was said to be stored is there; a writer ends what a migration began."""
    with open_store(address, write=True) as store:
        assert list(verify(store)) == [], task
        assert store.stats().articles == store.checkpoint("made"), task
