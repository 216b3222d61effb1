"""bayan stats, verify, runs: what a store holds, whether it is sound, and how it came about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from bayan.cli.settings import reader, writer
from bayan.cli.terminal import REJECTED, counted, printable, table
from bayan.errors import UsageError
from bayan.load import write_rejects
from bayan.store import backup as copy_store
from bayan.store import verify as find_faults


@click.command(epilog="Example: bayan --db news.db stats")
@click.pass_context
def stats(context: click.Context) -> None:
    """Tell what the store holds."""
    with reader(context) as store:
        held = store.stats()
    span = f"{held.since} – {held.until}" if held.since else "no day known"
    rows: list[tuple[str, object]] = [
        ("articles", held.articles),
        ("without a day", held.undated),
        ("near copies", held.copies),
        ("annotated", held.annotated),
        ("outlets", held.outlets),
        ("statements", held.statements),
        ("mentions", held.mentions),
        ("speakers", held.speakers),
        ("published", span),
        ("bytes", held.bytes),
        ("schema", held.schema),
    ]
    click.echo(table(rows))


@click.command(epilog="Example: bayan --db news.db verify")
@click.pass_context
def verify(context: click.Context) -> None:
    """Check the store: the file, the texts against their hashes, the search index, the counts.

    Each fault is one line; the exit code is 1 where there is one.
    """
    with reader(context) as store:
        faults = 0
        for fault in find_faults(store):
            click.echo(printable(fault))
            faults += 1
        if not faults:
            click.echo(f"{store.name}: sound.")
    context.exit(REJECTED if faults else 0)


@click.command(epilog="Example: bayan --db news.db runs 12 --rejects mend.jsonl")
@click.argument("number", required=False, type=int, metavar="[RUN]")
@click.option(
    "--rejects",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what the run did not take as JSON Lines, to be mended and read again.",
)
@click.pass_context
def runs(context: click.Context, number: int | None, rejects: Path | None) -> None:
    """List the runs that wrote into the store, the newest first, or tell about one and what it did not take.

    Counts are those of saved batches, so that a run that was broken off, or goes on now, tells how far it has come.
    """
    if rejects and number is None:
        raise UsageError("--rejects writes what one run did not take: name the run, as in `runs 12 --rejects FILE`.")
    with reader(context) as store:
        found = [run for run in store.runs() if number in (None, run.id)]
        if number is None:
            click.echo(_run_table(found))
            return
        if not found:
            raise UsageError(f"{store.name}: there is no run {number}; `bayan runs` lists them.")
        if rejects:
            count = write_rejects(rejects, store.rejections(number))
            click.echo(f"{rejects}: {count:,} written; mend them and read the file with `bayan ingest`.", err=True)
            return
        click.echo(_run_table(found))
        for source in found[0].sources:
            click.echo(f"read from {printable(source)}")
        for rejected in store.rejections(number):
            click.echo(printable(f"rejected ({rejected.reason}) {rejected}"))


def _run_table(listed: Iterable[Any]) -> str:
    heading = ("run", "command", "began", "ended", "read", "stored", "known", "resumed", "rejected")
    rows: list[tuple[object, ...]] = [heading]
    for run in listed:
        ended = run.ended_at or "not ended"
        rejected = f"{sum(run.rejected.values()):,} ({counted(run.rejected)})" if run.rejected else "none"
        counts = (run.read, run.stored, run.known, run.resumed)
        rows.append((run.id, run.command, run.started_at, ended, *counts, rejected))
    return table(rows)


@click.command(epilog="Example: bayan --db news.db backup news-2026-11-26.db")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--replace", is_flag=True, help="Take the place of a file that is there.")
@click.pass_context
def backup(context: click.Context, file: Path, replace: bool) -> None:
    """Copy the store into FILE and verify the copy, while others go on reading and writing.

    FILE is a store like the other; it gets its name when it is whole and sound.
    """
    with reader(context) as store:
        copy_store(store, file, replace=replace)
    click.echo(f"{file}: copied and sound.", err=True)


@click.command(epilog="Example: bayan --db news.db migrate")
@click.pass_context
def migrate(context: click.Context) -> None:
    """Bring a store of an older Bayan up to date, after a verified copy of its file was made beside it.

    Every command that writes does the same before it begins.
    """
    with writer(context) as store:
        click.echo(f"{store.name}: up to date (schema {store.stats().schema}).", err=True)
