"""The command `bayan`: its options, and how errors become one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from bayan import __version__
from bayan.cli.actors import actors
from bayan.cli.evaluating import evaluate_command
from bayan.cli.exporting import export, package
from bayan.cli.extraction import extract
from bayan.cli.fetching import fetch
from bayan.cli.filling import annotate_command, demo, ingest
from bayan.cli.reviewing import corrections
from bayan.cli.serving import serve
from bayan.cli.terminal import printable
from bayan.cli.upkeep import backup, migrate, runs, stats, verify
from bayan.errors import BayanError

NOT_DONE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


class Commands(click.Group):
    """All commands. A reader of the output that has enough, as in ``| head``, ends a command quietly."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python flushes standard output once more at exit: it must find a place to put the rest.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return BROKEN_PIPE
        return result


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 done but something was left out, 2 not done.",
)
@click.version_option(__version__, prog_name="bayan")
@click.option("--db", envvar="BAYAN_DB", default="bayan.db", show_default=True, metavar="PATH|URL", help="The store.")
def commands(db: str) -> None:
    """Who said what in Arabic news, about what, when, through whom, in which article, at which characters."""


for command in (
    *(demo, ingest, fetch, annotate_command, extract, evaluate_command, export, package),
    *(stats, verify, runs, backup, migrate, actors, corrections, serve),
):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end the process with its exit code; errors are one line on standard error."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    try:
        code = commands.main(arguments, prog_name="bayan", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return NOT_DONE
    except BayanError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except OSError as error:
        return _fail(f"{error.filename or 'writing'}: {error.strerror or error}.")
    return code if isinstance(code, int) else 0


def _fail(message: str) -> int:
    click.echo(printable(f"bayan: {message}"), err=True)
    return NOT_DONE
