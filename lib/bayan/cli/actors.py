"""bayan actors: the registry of persons, bodies, states and media."""

from __future__ import annotations

from io import BufferedReader
from pathlib import Path

import click

from bayan.actors import Registry, load_registry, read_sightings, suggest
from bayan.cli.deciding import (
    accept_actor,
    dismiss_names,
    export_decisions,
    import_decisions,
    merge_actor,
    rename_actor,
    restore_names,
    split_actor,
)
from bayan.cli.settings import database, reader
from bayan.cli.terminal import REJECTED, printable, table, tell_rejected
from bayan.errors import UsageError
from bayan.records import Actor, SpeakerKind
from bayan.review import registry_of, suggest_actors


@click.group(epilog="Example: bayan actors show sergei-lavrov")
def actors() -> None:
    """Look into the registry of actors, and decide who belongs to it."""


for command in (
    *(accept_actor, merge_actor, split_actor, rename_actor, dismiss_names, restore_names),
    *(export_decisions, import_decisions),
):
    actors.add_command(command)


def _registry(context: click.Context) -> Registry:
    """The listed actors, as the decisions of the store leave them where there is one."""
    address = database(context)
    if "://" not in address and not Path(address).exists():
        return load_registry()
    with reader(context) as store:
        return registry_of(store)


@actors.command("list", epilog="Example: bayan actors list --kind state")
@click.option("--kind", type=click.Choice([kind.value for kind in SpeakerKind]), help="Only actors of this kind.")
@click.pass_context
def list_actors(context: click.Context, kind: str | None) -> None:
    """List the actors, those accepted into the store too: id, kind, names, and for whom each speaks."""
    wanted = [actor for actor in _registry(context).actors if kind in (None, actor.kind)]
    click.echo(
        table([(actor.id, actor.kind, actor.name_en, actor.name_ar, actor.principal or "-") for actor in wanted])
    )


@actors.command("show", epilog="Example: bayan actors show لافروف")
@click.argument("name")
@click.pass_context
def show_actor(context: click.Context, name: str) -> None:
    """Show one actor, by id or by a name: names, for whom it speaks, offices with their days and sources."""
    registry = _registry(context)
    named = registry.get(name)
    found = (named,) if named else registry.find(name)
    if not found:
        raise UsageError(f"{name}: no actor has this id or name; `bayan actors list` lists them.")
    click.echo("\n\n".join(_card(registry, actor) for actor in found))


@actors.command("check", epilog="Example: bayan actors check my-actors.tsv")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def check_actors(context: click.Context, file: Path) -> None:
    """Check a table of your own, with the columns of actors.tsv or tenures.tsv, against the registry.

    Every bad row is told with file, line and reason on standard error, and the exit code is then 1. Names that now
    several actors own are told too: that is allowed, articles decide between them.
    """
    known = load_registry().shared_names
    registry = load_registry(extra=file)
    for problem in registry.problems:
        click.echo(printable(f"rejected {problem}"), err=True)
    for name, ids in registry.shared_names.items():
        if known.get(name) != ids:
            click.echo(f"shared: {name} ({', '.join(ids)})")
    click.echo(f"{len(registry.actors):,} actors with this file, {len(registry.problems):,} rows rejected")
    context.exit(REJECTED if registry.problems else 0)


@actors.command("suggest", epilog="Example: bayan extract articles.jsonl | bayan actors suggest --least 3")
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--stored", is_flag=True, help="Those whom the articles of the store quote, without a file.")
@click.option("--least", type=click.IntRange(1), default=2, show_default=True, help="Fewest articles that quote.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="Most suggestions to list.")
@click.pass_context
def suggest_persons(context: click.Context, file: BufferedReader, stored: bool, least: int, limit: int) -> None:
    """List persons whom articles quote and the registry lacks, from the output of `bayan extract` or from the store.

    Spellings stand together; those whom most articles quote come first: articles, name, office, other spellings.
    `actors accept`, `merge` and `dismiss` decide about them.
    """
    code = 0
    if stored:
        with reader(context) as store:
            listed = suggest_actors(store, least=least)
    else:
        read = read_sightings(file, Path(str(getattr(file, "name", "standard input"))).name)
        sightings, code = tell_rejected(read)
        listed = suggest(_registry(context), sightings, least=least)
    rows = [(one.articles, one.name, one.role or "-", "، ".join(one.spellings) or "-") for one in listed[:limit]]
    click.echo(table(rows) if rows else "no suggestions")
    if len(listed) > limit:
        click.echo(f"{len(listed):,} suggestions, {limit:,} listed; --limit lists more", err=True)
    context.exit(code)


def _card(registry: Registry, actor: Actor) -> str:
    """Everything about one actor, a line each."""
    speaks_for = " → ".join(registry.principals(actor.id)) or "nobody else"
    lines = [
        f"{actor.id} ({actor.kind})",
        f"names: {actor.name_en}, {actor.name_ar}",
        f"also: {'، '.join(actor.aliases) or '-'}",
        f"where the article makes it clear: {'، '.join(actor.contextual) or '-'}",
        f"speaks for: {speaks_for}",
        f"Wikidata: {actor.wikidata or '-'}",
    ]
    for tenure in actor.tenures:
        days = f"{tenure.since or '?'} – {tenure.until or ''}".rstrip()
        lines.append(f"{days}: {tenure.role_en} ({tenure.role_ar}); {tenure.source}")
    return "\n".join(lines)
