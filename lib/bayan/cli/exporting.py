"""bayan export: what a selection holds, as a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from bayan.cli.selecting import read_selection, selection_options
from bayan.cli.settings import reader
from bayan.errors import UsageError
from bayan.export import Table, write_csv, write_jsonl
from bayan.queries import questions

_ROWS: dict[Table, Callable[..., Iterator[Any]]] = {
    "articles": questions.iter_articles,
    "statements": questions.iter_statements,
    "mentions": questions.iter_mentions,
}


@click.command(
    epilog="Example: bayan export statements --for turkiye --from 2020-06-01 --to 2020-07-31 --out turkiye.csv"
)
@click.argument("table", type=click.Choice(list(_ROWS)))
@click.option("--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True)
@click.option("--excel", is_flag=True, help="CSV that Excel opens rightly: marked as UTF-8, no cell is a formula.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write; standard output by default.")
@selection_options
@click.pass_context
def export(context: click.Context, /, table: Table, form: str, excel: bool, out: Path | None, **filters: Any) -> None:
    """Write all articles, statements or mentions that the filters select.

    Rows are streamed, the newest first. JSON Lines keep every text as it is.
    """
    if excel and form != "csv":
        raise UsageError("--excel belongs to --format csv: leave one of them out.")
    selection = read_selection(filters)
    with reader(context) as store, _output(out) as stream:
        found = _ROWS[table](store, selection)
        if form == "csv":
            write_csv(table, found, stream, excel=excel)
        else:
            write_jsonl(table, found, stream)


@contextmanager
def _output(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that gets its name when it is whole."""
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        yield sys.stdout
        return
    if path.exists() and not path.is_file():  # a device or a pipe: it is written to, never replaced
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    started = path.with_name(f".{path.name}.part")
    try:
        with started.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        started.replace(path)
    finally:
        started.unlink(missing_ok=True)
