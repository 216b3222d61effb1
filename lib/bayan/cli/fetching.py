"""bayan fetch: articles from feeds and pages of the network."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from bayan.cli.filling import end_run, rejects_option, workers_option
from bayan.cli.settings import database, writer
from bayan.cli.terminal import ProgressLine
from bayan.fetch import Polled, Terms, read_addresses
from bayan.load import fetch_feeds, write_rejects

Command = TypeVar("Command", bound=Callable[..., Any])
_MEGABYTE = 1_000_000
_TERMS = Terms()


def _limit(name: str, kind: click.ParamType[Any], default: float, words: str) -> Callable[[Command], Command]:
    return click.option(name, type=kind, default=default, show_default=True, help=words)


@click.command(epilog="Example: bayan --db news.db fetch feeds.txt")
@click.argument("feeds", type=click.Path(path_type=Path), metavar="FEEDS.txt")
@click.option("--to", type=click.Path(path_type=Path), help="Folder for what is got; STORE.fetched by default.")
@_limit("--pace", click.FloatRange(0, 3600), _TERMS.pace, "Seconds between two visits to a host.")
@_limit("--max-page", click.IntRange(1), _TERMS.page // _MEGABYTE, "MB an answer.")
@_limit("--max-seconds", click.FloatRange(0.1), _TERMS.seconds, "Seconds an answer.")
@_limit("--max-pages", click.IntRange(0), _TERMS.pages, "Pages of feeds a run.")
@_limit("--patience", click.FloatRange(0), _TERMS.patience, "Seconds that a busy server may ask us to wait.")
@click.option("--allow-private", is_flag=True, help="Ask machines of the own network too.")
@rejects_option
@workers_option
@click.pass_context
def fetch(
    context: click.Context,
    feeds: Path,
    to: Path | None,
    pace: float,
    max_page: int,
    max_seconds: float,
    max_pages: int,
    patience: float,
    allow_private: bool,
    rejects: Path | None,
    workers: int,
) -> None:
    """Ask for the feeds and pages listed in FEEDS.txt, one address a line, and store their articles.

    Pages of feeds that carry no full texts are asked for too, each once; feeds only if they have changed. robots.txt is
    obeyed, a host is left alone between two visits, and machines of the own network are not asked. What servers send is
    kept as WARC files in a folder beside the store, and read from there: a run that was stopped loses none of it.
    What is not got is named on standard error, and the exit code is then 1.
    """
    addresses = read_addresses(feeds)
    terms = Terms(pace, max_page * _MEGABYTE, max_seconds, max_pages, patience, private=allow_private)
    line = ProgressLine()
    with writer(context, create=True) as store:
        polled, report = fetch_feeds(
            store,
            addresses,
            to or _folder(database(context)),
            terms=terms,
            workers=workers,
            on_polled=_Asked(),
            on_progress=line,
            on_rejected=line.tell,
        )
        if rejects:
            write_rejects(rejects, store.rejections(report.run))
    line.clear()
    click.echo(f"got {polled.got:,}, unchanged {polled.unchanged:,}, got before {polled.known:,}", err=True)
    end_run(context, line, report)


def _folder(db: str) -> Path:
    return Path("bayan.fetched" if "://" in db else f"{db}.fetched")


class _Asked:
    """One line of progress while servers are asked; nothing where standard error is no terminal."""

    def __call__(self, polled: Polled) -> None:
        if sys.stderr.isatty():
            told = f"got {polled.got:,}, unchanged {polled.unchanged:,}, not got {len(polled.rejected):,}"
            click.echo(f"\r{told:<78}\r", err=True, nl=False)
