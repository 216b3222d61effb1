"""bayan demo, ingest, annotate: what writes into a store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from bayan.cli.settings import database, writer
from bayan.cli.terminal import REJECTED, ProgressLine, counted, printable
from bayan.errors import UsageError
from bayan.ingest import Limits
from bayan.load import Report, annotate, annotate_on_cluster, load_demo, load_paths, write_rejects

_MEGABYTE = 1_000_000
_LIMITS = Limits()
_FIELDS = ("title", "body", "outlet", "url", "author", "published")

_CAPS = (
    ("--max-page", _MEGABYTE, _LIMITS.page, "MB a page or record."),
    ("--max-mail", _MEGABYTE, _LIMITS.mail, "MB a mail, or a page saved in parts (MHTML)."),
    ("--max-cell", _MEGABYTE, _LIMITS.cell, "MB a cell of a table."),
    ("--max-workbook", _MEGABYTE, _LIMITS.workbook, "MB that a workbook may unpack to."),
    ("--max-unpacked", _MEGABYTE, _LIMITS.unpacked, "MB that a packed file may hold."),
    ("--max-ratio", 1, _LIMITS.ratio, "Bytes that a packed byte may become, counted from 20 MB on."),
    ("--max-members", 1, _LIMITS.members, "Files in an archive."),
    ("--max-nesting", 1, _LIMITS.nesting, "Archives that may lie in one another."),
    ("--max-tags", 1, _LIMITS.tags, "Tags of a page of HTML."),
    ("--max-depth", 1, _LIMITS.depth, "Elements of a page that may lie in one another."),
)

workers_option = click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that extract."
)
rejects_option = click.option(
    "--rejects",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what is not taken as JSON Lines, to be mended and read again.",
)


def _limit_options(command: Callable[..., None]) -> Callable[..., None]:
    """One option for each limit, in the unit that its help names."""
    for name, unit, default, words in reversed(_CAPS):
        kind = click.IntRange(1)
        command = click.option(name, type=kind, default=default // unit, show_default=True, help=words)(command)
    return command


@click.command(epilog="Example: bayan --db demo.db demo")
@workers_option
@click.pass_context
def demo(context: click.Context, workers: int) -> None:
    """Fill the store with the demo corpus that Bayan carries; the store is made where it is missing."""
    line = ProgressLine()
    with writer(context, create=True) as store:
        report = load_demo(store, workers=workers, on_progress=line, on_rejected=line.tell)
    end_run(context, line, report)


@click.command(epilog="Example: bayan --db news.db ingest articles.jsonl.gz pages/ --workers 2")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--outlet", help="Outlet of articles that name none and have no address.")
@_limit_options
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="Column that holds title, body, outlet, url, author or published; by number where there is no header.",
)
@rejects_option
@workers_option
@click.pass_context
def ingest(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    outlet: str | None,
    workers: int,
    rejects: Path | None,
    **given: Any,
) -> None:
    """Read articles into the store, with their statements and mentions.

    PATH is a file, a folder, or - for standard input: pages of HTML, MHTML or plain text, mails, RSS and Atom, JSON
    Lines and JSON, CSV, TSV and XLSX, WARC, and zip, tar and gzip files of these, told by content. Nothing is
    fetched, links out of a folder are not followed, and no entity of a document type is expanded.
    Articles that the store has are left as they are; a run that was stopped goes on. What is not taken is named on
    standard error, and the exit code is then 1; `bayan runs` keeps the report. The store is made where it is missing.
    """
    line = ProgressLine()
    limits, columns = _limits(given), _columns(given["columns"])
    with writer(context, create=True) as store:
        report = load_paths(
            store,
            paths,
            outlet=outlet,
            limits=limits,
            columns=columns,
            workers=workers,
            on_progress=line,
            on_rejected=line.tell,
        )
        if rejects:
            write_rejects(rejects, store.rejections(report.run))
    end_run(context, line, report)


@click.command("annotate", epilog="Example: bayan --db news.db annotate --stale")
@click.option("--stale", is_flag=True, help="Only articles that another version of the engine read, or none.")
@click.option("--cluster", metavar="ADDRESS", help="Extract on the workers of a Dask scheduler, as tcp://host:8786.")
@click.option(
    "--shards",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Folder that all machines of the cluster see; STORE.shards by default.",
)
@workers_option
@click.pass_context
def annotate_command(
    context: click.Context, stale: bool, cluster: str | None, shards: Path | None, workers: int
) -> None:
    """Extract again from the stored articles, with the engine and the data files as they are now.

    With --cluster the workers of a Dask scheduler extract, each of them with the same Bayan installed, and this process
    stores what they find, in the same order as it would alone. A worker may die; a run that was stopped goes on with
    what is in the folder.
    """
    line = ProgressLine()
    told: dict[str, Any] = {"stale_only": stale, "on_progress": line, "on_rejected": line.tell}
    with writer(context) as store:
        if cluster:
            folder = shards or Path("bayan.shards" if "://" in database(context) else f"{database(context)}.shards")
            report = annotate_on_cluster(store, cluster, folder, **told)
        else:
            report = annotate(store, workers=workers, **told)
    end_run(context, line, report)


def _limits(given: dict[str, Any]) -> Limits:
    caps = {name.removeprefix("--max-"): unit for name, unit, _, _ in _CAPS}
    limits = {name: given[f"max_{name}"] * unit for name, unit in caps.items()}
    return Limits(record=limits["page"], **limits)


def _columns(given: tuple[str, ...]) -> dict[str, str]:
    """The columns named by hand. Raises UsageError for a field that articles do not have."""
    columns: dict[str, str] = {}
    for pair in given:
        field, _, name = pair.partition("=")
        if field not in _FIELDS or not name.strip():
            raise UsageError(f"--map {pair}: write FIELD=NAME, where FIELD is one of {', '.join(_FIELDS)}.")
        columns[field] = name.strip()
    return columns


def end_run(context: click.Context, line: ProgressLine, report: Report) -> None:
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
        click.echo(f"noted: {counted({str(one): count for one, count in report.notes.repairs.items()})}", err=True)
    for repair, where in report.notes.places.items():
        click.echo(f"noted first at {printable(where)}: {repair}", err=True)
    if report.notes.columns:
        click.echo(f"tables read as: {counted(report.notes.columns)}", err=True)
    if report.notes.fields:
        click.echo(f"fields that were not read: {counted(report.notes.fields)}", err=True)
    context.exit(REJECTED if report.rejected else 0)
