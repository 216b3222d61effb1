"""bayan actors: the registry of persons, bodies, states and media."""

from __future__ import annotations

import click

from bayan.actors import Registry, load_registry
from bayan.cli.terminal import table
from bayan.errors import UsageError
from bayan.records import Actor, SpeakerKind


@click.group(epilog="Example: bayan actors show sergei-lavrov")
def actors() -> None:
    """Look into the registry of actors."""


@actors.command("list", epilog="Example: bayan actors list --kind state")
@click.option("--kind", type=click.Choice([kind.value for kind in SpeakerKind]), help="Only actors of this kind.")
def list_actors(kind: str | None) -> None:
    """List the actors: id, kind, names, and for whom each speaks."""
    wanted = [actor for actor in load_registry().actors if kind in (None, actor.kind)]
    click.echo(
        table([(actor.id, actor.kind, actor.name_en, actor.name_ar, actor.principal or "-") for actor in wanted])
    )


@actors.command("show", epilog="Example: bayan actors show لافروف")
@click.argument("name")
def show_actor(name: str) -> None:
    """Show one actor, by id or by a name: names, for whom it speaks, offices with their days and sources."""
    registry = load_registry()
    named = registry.get(name)
    found = (named,) if named else registry.find(name)
    if not found:
        raise UsageError(f"{name}: no actor has this id or name; `bayan actors list` lists them.")
    click.echo("\n\n".join(_card(registry, actor) for actor in found))


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
