"""bayan corrections: what people said of statements, out of a store and into another."""

from __future__ import annotations

from io import BufferedReader
from pathlib import Path

import click

from bayan.cli.output import write_blocks
from bayan.cli.settings import reader, writer
from bayan.cli.terminal import tell_rejected
from bayan.review import read_corrections, write_corrections


@click.group(epilog="Example: bayan --db news.db corrections export --out corrections.jsonl")
def corrections() -> None:
    """Take corrections of statements, which the dashboard's review page makes, out of a store and into another."""


@corrections.command("export", epilog="Example: bayan --db news.db corrections export --out corrections.jsonl")
@click.option("--out", type=click.Path(path_type=Path), help="File to write; standard output by default.")
@click.pass_context
def export_corrections(context: click.Context, out: Path | None) -> None:
    """Write corrections as JSON Lines: an article a line, in the form that `bayan evaluate` reads.

    `statements` are those that people confirmed or corrected, `rejected` what they found to be none. In an article
    of which they saw only a part, the rest counts as mistakes of the engine.
    """
    with reader(context) as store:
        write_blocks(write_corrections(store), out)


@corrections.command("import", epilog="Example: bayan --db other.db corrections import corrections.jsonl")
@click.argument("file", type=click.File("rb"))
@click.pass_context
def import_corrections(context: click.Context, file: BufferedReader) -> None:
    """Take corrections that `corrections export` wrote, or articles annotated by hand, whose statements are confirmed.

    Of two corrections of a statement the newer wins. Those of articles that the store does not have wait for these.
    """
    given, code = tell_rejected(read_corrections(file, Path(file.name).name))
    with writer(context) as store:
        taken = store.take_corrections(given)
    click.echo(f"{taken:,} of {len(given):,} corrections taken; the store has newer ones of the others.", err=True)
    context.exit(code)
