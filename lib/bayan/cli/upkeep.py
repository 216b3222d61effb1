"""bayan stats, verify, runs: what a store holds, whether it is sound, and how it came about."""

from __future__ import annotations

import click

from bayan.cli.settings import reader
from bayan.cli.terminal import REJECTED, counted, printable, table
from bayan.store import stats as count_all
from bayan.store import verify as find_faults


@click.command(epilog="Example: bayan --db news.db stats")
@click.pass_context
def stats(context: click.Context) -> None:
    """Tell what the store holds."""
    with reader(context) as store:
        held = count_all(store)
    span = f"{held.since} – {held.until}" if held.since else "no day known"
    rows: list[tuple[str, object]] = [
        ("articles", held.articles),
        ("without a day", held.undated),
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


@click.command(epilog="Example: bayan --db news.db runs")
@click.pass_context
def runs(context: click.Context) -> None:
    """List the runs that wrote into the store, the newest first."""
    with reader(context) as store:
        listed = store.runs()
    rows: list[tuple[object, ...]] = [("run", "command", "began", "ended", "read", "stored", "known", "rejected")]
    for run in listed:
        ended = run.ended_at or "broken off"
        rejected = counted(run.rejected) or "none"
        rows.append((run.id, run.command, run.started_at, ended, run.read, run.stored, run.known, rejected))
    click.echo(table(rows))
