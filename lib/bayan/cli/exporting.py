"""bayan export and bayan package: what a selection holds, as a file, and as all that belongs to it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from bayan import __version__
from bayan.cli.output import write_blocks
from bayan.cli.selecting import read_selection, selection_options
from bayan.cli.settings import reader
from bayan.cli.terminal import printable
from bayan.errors import UsageError
from bayan.export import FORMS, TABLES, Table, compare_packages, extract_blocks, package_blocks, remade_blocks
from bayan.queries import Selection, questions
from bayan.store import Store

DIFFERENT = 1
"""Exit code where a package made again is another."""
MADE_BY = f"Bayan {__version__}"
_LANGUAGES = click.Choice(["ar", "en"])
_EXCEL = "excel"


@click.command(
    epilog="Example: bayan export statements --for turkiye --from 2020-06-01 --format xlsx --out turkiye.xlsx"
)
@click.argument("table", type=click.Choice(TABLES))
@click.option(
    "--format", "form", type=click.Choice([name for name in FORMS if name != _EXCEL]), default="csv", show_default=True
)
@click.option("--excel", is_flag=True, help="CSV that Excel opens rightly: marked as UTF-8, no cell is a formula.")
@click.option("--columns", help="Columns by their names, separated by commas; all by default (docs/codebook.md).")
@click.option("--without", help="Columns that are left out, such as body: articles without their texts.")
@click.option("--lang", type=_LANGUAGES, default="ar", show_default=True, help="Side of a sheet, labels of a network.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write; standard output by default.")
@click.option("--package", type=click.Path(path_type=Path), help="Write a package instead (see bayan package).")
@selection_options
@click.pass_context
def export(
    context: click.Context,
    /,
    table: Table,
    form: str,
    excel: bool,
    columns: str | None,
    without: str | None,
    lang: str,
    out: Path | None,
    package: Path | None,
    **filters: Any,
) -> None:
    """Write all statements, mentions, articles, actors or pairs that the filters select.

    Rows are streamed, the newest first. XLSX and Parquet have typed columns, GEXF is pairs as a network for Gephi,
    JSON Lines keep every text as it is.
    """
    if excel and form != "csv":
        raise UsageError("--excel belongs to --format csv: leave one of them out.")
    if package and (excel or out or form != "csv"):
        raise UsageError("--package holds CSV and XLSX in one file: leave --format, --excel and --out out.")
    selection = read_selection(filters)
    chosen: dict[str, Any] = {"columns": _names(columns), "without": _names(without) or (), "lang": lang}
    with reader(context) as store:
        _tell_unknown(store, selection)
        if package:
            made: dict[str, Any] = {"made_by": MADE_BY, "created": _now(), **chosen}
            _write_package(package_blocks(store, selection, [table], **made), package)
        else:
            write_blocks(extract_blocks(store, table, _EXCEL if excel else form, selection, **chosen), out)


def _tell_unknown(store: Store, selection: Selection) -> None:
    """Name on standard error what selects nothing because the store has never met it."""
    for word, value in questions.unknown_names(store, selection):
        told = f"--{word} {printable(value)}: the store knows no such name, so it selects nothing."
        click.echo(f"noted: {told} `bayan export actors` lists those of actors.", err=True)


@click.command(epilog="Example: bayan package egypt.zip --for egypt --table statements --table actors")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--table", "tables", type=click.Choice(TABLES), multiple=True, help="What goes in: statements by default."
)
@click.option("--lang", type=_LANGUAGES, default="ar", show_default=True, help="Side of the sheets.")
@click.option("--check", is_flag=True, help="Make the package FILE anew from its manifest and tell what differs.")
@selection_options
@click.pass_context
def package(
    context: click.Context, /, file: Path, tables: Sequence[Table], lang: str, check: bool, **filters: Any
) -> int:
    """Write a zip file with all that the filters select and how it was made.

    It holds CSV for programs, XLSX for Excel, the codebook, datapackage.json and a manifest with filters, counts, hash
    of the corpus, version of the engine and how to cite. The same filters of the same store give the same bytes but for
    the date.
    """
    selection = read_selection(filters)
    with reader(context) as store:
        if not check:
            _tell_unknown(store, selection)
            blocks = package_blocks(
                store, selection, tables or ("statements",), made_by=MADE_BY, created=_now(), lang=lang
            )
            _write_package(blocks, file)
            return 0
        if selection or tables:
            raise UsageError("--check takes filters and tables from the package: leave them out.")
        with tempfile.TemporaryDirectory() as folder:
            again = Path(folder) / "again.zip"
            write_blocks(remade_blocks(store, file, made_by=MADE_BY, created=_now()), again)
            differences = compare_packages(file, again)
    for difference in differences:
        click.echo(printable(difference))
    click.echo("The store gives another package." if differences else "The store gives the same package.")
    return DIFFERENT if differences else 0


def _names(text: str | None) -> list[str] | None:
    return None if text is None else [name.strip() for name in text.split(",") if name.strip()]


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _write_package(blocks: Iterable[bytes], path: Path) -> None:
    """Write a package, and say so: one that was there is replaced."""
    done = "replaced" if path.is_file() else "wrote"
    write_blocks(blocks, path)
    click.echo(f"{done} {printable(str(path))}", err=True)
