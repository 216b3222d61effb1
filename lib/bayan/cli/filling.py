"""bayan demo, ingest, annotate: what writes into a store."""

from __future__ import annotations

import click

from bayan.cli.settings import writer
from bayan.cli.terminal import REJECTED, ProgressLine, counted
from bayan.ingest import Limits
from bayan.load import Report, annotate, load_demo, load_paths

_MEGABYTE = 1_000_000
_LIMITS = Limits()

workers_option = click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that extract."
)


@click.command(epilog="Example: bayan --db demo.db demo")
@workers_option
@click.pass_context
def demo(context: click.Context, workers: int) -> None:
    """Fill the store with the demo corpus that Bayan carries; the store is made where it is missing."""
    line = ProgressLine()
    with writer(context, create=True) as store:
        report = load_demo(store, workers=workers, on_progress=line, on_rejected=line.tell)
    _end(context, line, report)


@click.command(epilog="Example: bayan --db news.db ingest articles.jsonl.gz pages/ --workers 2")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--outlet", help="Outlet of articles that name none and have no address.")
@click.option(
    "--max-page",
    type=click.IntRange(1),
    default=_LIMITS.page // _MEGABYTE,
    show_default=True,
    help="MB a page or line.",
)
@click.option(
    "--max-unpacked",
    type=click.IntRange(1),
    default=_LIMITS.unpacked // _MEGABYTE,
    show_default=True,
    help="MB that a packed file may hold.",
)
@workers_option
@click.pass_context
def ingest(
    context: click.Context, paths: tuple[str, ...], outlet: str | None, max_page: int, max_unpacked: int, workers: int
) -> None:
    """Read articles into the store, with their statements and mentions.

    PATH is a file, a folder, or - for standard input: plain text pages and JSON Lines, also gzipped, told by content.
    Articles that the store has are left as they are; a run that was stopped goes on. What is not taken is named on
    standard error, and the exit code is then 1. The store is made where it is missing.
    """
    line = ProgressLine()
    limits = Limits(page=max_page * _MEGABYTE, record=max_page * _MEGABYTE, unpacked=max_unpacked * _MEGABYTE)
    with writer(context, create=True) as store:
        report = load_paths(
            store, paths, outlet=outlet, limits=limits, workers=workers, on_progress=line, on_rejected=line.tell
        )
    _end(context, line, report)


@click.command("annotate", epilog="Example: bayan --db news.db annotate --stale")
@click.option("--stale", is_flag=True, help="Only articles that another version of the engine read, or none.")
@workers_option
@click.pass_context
def annotate_command(context: click.Context, stale: bool, workers: int) -> None:
    """Extract again from the stored articles, with the engine and the data files as they are now."""
    line = ProgressLine()
    with writer(context) as store:
        report = annotate(store, stale_only=stale, workers=workers, on_progress=line, on_rejected=line.tell)
    _end(context, line, report)


def _end(context: click.Context, line: ProgressLine, report: Report) -> None:
    """Say how the run went; the exit code tells whether something was left out."""
    line.clear()
    rate = report.read / report.seconds if report.seconds else 0.0
    parts = [f"read {report.read:,}", f"stored {report.stored:,}", f"known {report.known:,}"]
    if report.resumed:
        parts.append(f"done before the stop {report.resumed:,}")
    if report.rejected:
        parts.append(f"rejected {report.rejected.total():,} ({counted(report.rejected)})")
    click.echo(f"{', '.join(parts)}; {report.seconds:.1f} s, {rate:,.0f} articles/s", err=True)
    if report.notes.repairs:
        click.echo(f"noted: {counted(report.notes.repairs)}", err=True)
    if report.notes.fields:
        click.echo(f"fields that were not read: {counted(report.notes.fields)}", err=True)
    context.exit(REJECTED if report.rejected else 0)
