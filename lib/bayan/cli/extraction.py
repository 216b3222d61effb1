"""bayan extract: statements from a stream, without a store."""

from __future__ import annotations

import sys
from io import BufferedReader
from pathlib import Path

import click

from bayan.cli.terminal import REJECTED, tell
from bayan.errors import Rejected
from bayan.load import extract_lines

_STANDARD_INPUT = "<stdin>"


@click.command(
    epilog="Example: bayan extract articles.jsonl --workers 2 > statements.jsonl",
)
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that extract.")
@click.option("--explain", is_flag=True, help="Name the lexicon entries and rules that found each statement.")
@click.pass_context
def extract(context: click.Context, file: BufferedReader, workers: int, explain: bool) -> None:
    """Extract statements and mentions from JSON Lines.

    Reads articles (id, outlet, published, title, body; other fields are ignored) from FILE or standard input and
    writes one line for each, in the same order, to standard output. A bad line is told on standard error and left
    out; the exit code is then 1.
    """
    rejected = 0
    path = str(getattr(file, "name", _STANDARD_INPUT))
    name = "standard input" if path == _STANDARD_INPUT else Path(path).name
    for line in extract_lines(file, name, workers=workers, explain=explain):
        if isinstance(line, Rejected):
            tell(line)
            rejected += 1
        else:
            sys.stdout.buffer.write(line)
    context.exit(REJECTED if rejected else 0)
