"""bayan actors accept, merge, split, rename, dismiss, restore, export, import: what people decide about actors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path
from typing import Any

import click

from bayan.actors import Decision
from bayan.cli.output import write_blocks
from bayan.cli.settings import reader, writer
from bayan.cli.terminal import tell_rejected
from bayan.records import SpeakerKind
from bayan.review import decide_actors, name_reviewer, read_decisions, write_decisions

_KINDS = click.Choice([kind.value for kind in SpeakerKind if kind is not SpeakerKind.UNNAMED])


@click.command("accept", epilog="Example: bayan actors accept samir-qarqahi 'سمير القرقاحي' --for egypt")
@click.argument("actor", metavar="ID")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--kind", type=_KINDS, default=SpeakerKind.PERSON.value, show_default=True)
@click.option("--name-en", default="", help="English name.")
@click.option("--for", "principal", default="", metavar="ID", help="The state or body that the actor speaks for.")
@click.option("--role", "role_ar", default="", help="Office, in Arabic.")
@click.option("--role-en", default="", help="Office, in English.")
@click.pass_context
def accept_actor(context: click.Context, /, actor: str, names: Sequence[str], **given: Any) -> None:
    """Make an actor of a name that the registry lacks: its id, its Arabic name, then other names and spellings."""
    _decide(context, decision="accept", actor=actor, name_ar=names[0], names=tuple(names[1:]), **given)


@click.command("merge", epilog="Example: bayan actors merge sergei-lavrov 'سيرجي لفروف'")
@click.argument("actor", metavar="ID")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.pass_context
def merge_actor(context: click.Context, actor: str, names: Sequence[str]) -> None:
    """Take names and spellings as those of an actor."""
    _decide(context, decision="merge", actor=actor, names=tuple(names))


@click.command("split", epilog="Example: bayan actors split sergei-lavrov 'سيرجي لفروف'")
@click.argument("actor", metavar="ID")
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.pass_context
def split_actor(context: click.Context, actor: str, names: Sequence[str]) -> None:
    """Take names away from an actor; without names, undo that the actor was accepted."""
    _decide(context, decision="split", actor=actor, names=tuple(names))


@click.command("rename", epilog="Example: bayan actors rename samir-qarqahi --name-en 'Samir al-Qarqahi'")
@click.argument("actor", metavar="ID")
@click.option("--name-ar", default="", help="Arabic name; the former one stays a further name.")
@click.option("--name-en", default="", help="English name.")
@click.pass_context
def rename_actor(context: click.Context, /, actor: str, **names: str) -> None:
    """Give an actor another name to be shown by."""
    _decide(context, decision="rename", actor=actor, **names)


@click.command("dismiss", epilog="Example: bayan actors dismiss 'فلان الفلاني'")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.pass_context
def dismiss_names(context: click.Context, names: Sequence[str]) -> None:
    """Suggest these names no more: nobody who bears them should be an actor."""
    _decide(context, decision="dismiss", names=tuple(names))


@click.command("restore", epilog="Example: bayan actors restore 'فلان الفلاني'")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.pass_context
def restore_names(context: click.Context, names: Sequence[str]) -> None:
    """Suggest names again that were dismissed."""
    _decide(context, decision="restore", names=tuple(names))


@click.command("export", epilog="Example: bayan --db news.db actors export --out decisions.jsonl")
@click.option("--out", type=click.Path(path_type=Path), help="File to write; standard output by default.")
@click.pass_context
def export_decisions(context: click.Context, out: Path | None) -> None:
    """Write what was decided about actors as JSON Lines, in the order in which `actors import` replays it."""
    with reader(context) as store:
        write_blocks(write_decisions(store), out)


@click.command("import", epilog="Example: bayan --db other.db actors import decisions.jsonl")
@click.argument("file", type=click.File("rb"))
@click.pass_context
def import_decisions(context: click.Context, file: BufferedReader) -> None:
    """Replay decisions that `actors export` wrote: those that the store has already are kept once."""
    given, code = tell_rejected(read_decisions(file, Path(file.name).name))
    _keep(context, given)
    context.exit(code)


def _decide(context: click.Context, **told: Any) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    _keep(context, [Decision(by=name_reviewer(), at=now, **told)])


def _keep(context: click.Context, decisions: Sequence[Decision]) -> None:
    """Keep decisions in the store, and say what came of them."""
    with writer(context) as store:
        outcome = decide_actors(store, decisions)
    kept = f"{outcome.decisions:,} of {len(decisions):,} decisions kept, {outcome.annotated:,} articles annotated again"
    waiting = f"; {outcome.waiting:,} articles wait for `bayan annotate --stale`" if outcome.waiting else ""
    click.echo(f"{kept}{waiting}.", err=True)
