"""Feeds and pages of the network → files of what was got → the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from bayan.fetch import Archive, Polled, Terms, poll
from bayan.load.paths import load_paths
from bayan.load.report import OnProgress, OnRejected, Report, ignore
from bayan.store import Store


def fetch_feeds(
    store: Store,
    addresses: Sequence[str],
    folder: Path,
    *,
    terms: Terms | None = None,
    workers: int = 1,
    on_polled: Callable[[Polled], object] = ignore,
    on_progress: OnProgress = ignore,
    on_rejected: OnRejected = ignore,
) -> tuple[Polled, Report]:
    """Ask for feeds and their pages, keep what comes as WARC in the folder, and store the articles of it.

    What was not got is told with what was not taken. A run that was stopped leaves files that the next one reads.
    """
    archive = Archive(folder)
    polled = poll(addresses, archive, terms=terms, on_progress=on_polled)
    files = archive.unread()
    report = load_paths(
        store,
        files,
        workers=workers,
        command="fetch",
        rejected=polled.rejected,
        keep_sources=False,  # a feed repeats its entries each time that it is asked
        on_progress=on_progress,
        on_rejected=on_rejected,
    )
    archive.save(files)
    return polled, report
