"""Reading data/actors and a user's own file to one registry; every row is checked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from bayan.actors.institutions import add_institutions
from bayan.actors.offices import OfficeBook, Term, overlap_problem
from bayan.actors.registry import Registry, Surroundings
from bayan.actors.rules import FILES, read_rules
from bayan.actors.tables import (
    ACTOR_COLUMNS,
    NATIONALITY_COLUMNS,
    SURROUNDING_COLUMNS,
    TENURE_COLUMNS,
    Row,
    read_actor,
    read_header,
    read_table,
    read_tenure,
)
from bayan.data import data_path
from bayan.errors import BadData
from bayan.records import Actor, Tenure
from bayan.text import fold_text

ACTORS, TENURES, NATIONALITIES, SURROUNDINGS = "actors.tsv", "tenures.tsv", "nationalities.tsv", "surroundings.tsv"


def load_registry(folder: Path | None = None, *, extra: Path | None = None) -> Registry:
    """Read a folder of actor files (data/actors where none is given), and a user's own table over it.

    Raises BadData naming file, line, reason and fix for the first bad row of the folder. ``extra`` is a table with
    the columns of actors.tsv or of tenures.tsv; its bad rows stand in ``Registry.problems`` and the rest loads.
    """
    return _listed() if folder is None and extra is None else _load(folder or data_path("actors"), extra)


@cache
def _listed() -> Registry:
    """The registry of data/actors, read once a process: each decision of people makes another of it."""
    return _load(data_path("actors"), None)


def _load(root: Path, extra: Path | None) -> Registry:
    rules = read_rules(root)
    builder = _Builder()
    builder.strictly(builder.take_actors, root / ACTORS)
    rows = _whole(root / NATIONALITIES, NATIONALITY_COLUMNS)
    nationalities = {row["actor_id"]: row.many("adjectives") for row in rows}
    listed, short_names = add_institutions(builder.actors.values(), nationalities, rules)
    builder.actors = {actor.id: actor for actor in listed}
    builder.strictly(builder.take_tenures, root / TENURES)
    builder.check_principals()
    surroundings = builder.read_surroundings(root / SURROUNDINGS)
    if extra is not None:
        builder.take_extra(extra)
    files = [root / name for name in (ACTORS, TENURES, NATIONALITIES, SURROUNDINGS, *FILES)]
    registry = Registry(
        actors=tuple(builder.actors.values()),
        nationalities=nationalities,
        surroundings=surroundings,
        rules=rules,
        short_names=short_names,
        version=_digest([*files, *([extra] if extra else [])]),
        problems=tuple(builder.problems),
    )
    if not builder.reject_overlaps(registry.offices, extra):
        return registry
    return replace(registry, actors=tuple(builder.actors.values()), problems=tuple(builder.problems))


class _Builder:
    """Actors as they are read, with the bad rows so far."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.problems: list[str] = []
        self._places: dict[str, str] = {}
        self._tenure_places: dict[tuple[str, Tenure], str] = {}

    def strictly(self, take: Callable[[Path], None], path: Path) -> None:
        """Take a table of which every row must be right."""
        take(path)
        if self.problems:
            raise BadData(self.problems[0])

    def take_extra(self, path: Path) -> None:
        """Take a user's table of actors or tenures: what is right counts."""
        if "actor_id" in read_header(path):
            self.take_tenures(path)
            return
        self.take_actors(path)
        for actor in [actor for actor in self.actors.values() if actor.id in self._new(path)]:
            if actor.principal and actor.principal not in self.actors:
                self.problems.append(self._dangling(actor))
                del self.actors[actor.id]

    def take_actors(self, path: Path) -> None:
        """Add the actors of a table."""
        for row in read_table(path, ACTOR_COLUMNS, self.problems):
            self._noting(self._take_actor, row)

    def take_tenures(self, path: Path) -> None:
        """Add the tenures of a table to their actors."""
        found: dict[str, list[Tenure]] = {}
        for row in read_table(path, TENURE_COLUMNS, self.problems):
            self._noting(lambda row: found.setdefault(self._owner(row), []).append(self._take_tenure(row)), row)
        for actor_id, tenures in found.items():
            actor = self.actors[actor_id]
            ordered = sorted((*actor.tenures, *tenures), key=lambda tenure: tenure.since or "")
            self.actors[actor_id] = replace(actor, tenures=tuple(ordered))

    def reject_overlaps(self, book: OfficeBook, extra: Path | None) -> bool:
        """Whether two people hold one office at a time. A user's row that makes it so is told and left out.

        Raises BadData for rows of the folder.
        """
        pairs = list(book.overlaps())
        for pair in pairs:
            own = next((term for term in reversed(pair) if extra and self._where(term).startswith(extra.name)), None)
            problem = overlap_problem(self._where(own or pair[1]), *pair)
            if own is None:
                raise BadData(problem)
            self.problems.append(problem)
            actor = self.actors[own.actor_id]
            kept = tuple(tenure for tenure in actor.tenures if tenure != own.tenure)
            self.actors[actor.id] = replace(actor, tenures=kept)
        return bool(pairs)

    def check_principals(self) -> None:
        """Raise BadData for a principal that is no actor."""
        for actor in self.actors.values():
            if actor.principal and actor.principal not in self.actors:
                raise BadData(self._dangling(actor))

    def read_surroundings(self, path: Path) -> dict[str, Surroundings]:
        """What an article speaks of where an actor's contextual names are its own. Raises BadData."""
        found = {}
        for row in _whole(path, SURROUNDING_COLUMNS):
            for actor_id in (row["actor_id"], *row.many("spoken_of")):
                if actor_id not in self.actors:
                    raise BadData(f"{row.where}: no actor has the id {actor_id!r}; correct it.")
            found[row["actor_id"]] = Surroundings(row.many("spoken_of"), tuple(map(fold_text, row.many("words"))))
        return found

    def _take_actor(self, row: Row) -> None:
        actor = read_actor(row)
        if actor.id in self.actors:
            where = self._places.get(actor.id, "the institutions of ministries.yaml")
            raise BadData(f"{row.where}: the id {actor.id} is already taken in {where}; choose another.")
        self.actors[actor.id] = actor
        self._places[actor.id] = row.where

    def _take_tenure(self, row: Row) -> Tenure:
        tenure = read_tenure(row)
        self._tenure_places[row["actor_id"], tenure] = row.where
        return tenure

    def _where(self, term: Term) -> str:
        return self._tenure_places[term.actor_id, term.tenure]

    def _owner(self, row: Row) -> str:
        if row["actor_id"] not in self.actors:
            raise BadData(f"{row.where}: no actor has the id {row['actor_id']!r}; add it to actors.tsv or correct it.")
        return row["actor_id"]

    def _dangling(self, actor: Actor) -> str:
        where = self._places.get(actor.id, ACTORS)
        return f"{where}: the principal {actor.principal!r} of {actor.id} is no actor; add it or correct the id."

    def _new(self, path: Path) -> set[str]:
        return {actor_id for actor_id, where in self._places.items() if where.startswith(f"{path.name}, ")}

    def _noting(self, take: Callable[[Row], object], row: Row) -> None:
        try:
            take(row)
        except BadData as problem:
            self.problems.append(str(problem))


def _whole(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table that must be whole."""
    problems: list[str] = []
    yield from read_table(path, columns, problems)
    if problems:
        raise BadData(problems[0])


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
