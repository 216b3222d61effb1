"""Persons whom articles quote and the registry lacks: names seen go in, grouped suggestions come out."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bayan.actors.registry import Registry
from bayan.actors.spelling import name_key
from bayan.errors import Rejected
from bayan.lexicon import load_lexicon
from bayan.records import SpeakerKind

_VOWELS = re.compile(r"(?<=\w)[اوي](?=\w)")
_DOUBLED = re.compile(r"(\w)\1")
_ARTICLE = re.compile(r"\bال(?=\w{3})|\bعبد (?=\w)")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person quoted in an article: the fullest name there and the office told with it, if any."""

    name: str
    role: str
    article: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A person to list: the most used spelling, the others, the office told most often, how many articles quote."""

    name: str
    spellings: tuple[str, ...]
    role: str
    articles: int


def read_sightings(lines: Iterable[bytes], name: str) -> Iterator[Sighting | Rejected]:
    """Quoted persons without an actor, from lines of `bayan extract`; a Rejected in the place of a bad line."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield from [
                Sighting(statement["speaker"], statement.get("role") or "", str(row["id"]))
                for statement in row["statements"]
                if statement["speaker_kind"] == SpeakerKind.PERSON and not statement["speaker_id"]
            ]
        except (ValueError, KeyError, TypeError):
            yield Rejected("no_extract_line", f"{name}:{number}")


def suggest(registry: Registry, sightings: Iterable[Sighting], *, least: int = 2) -> list[Suggestion]:
    """Full names that no actor bears and at least so many articles quote, spellings together, most used first."""
    groups: dict[str, list[Sighting]] = {}
    posts = load_lexicon().posts
    dismissed = {_skeleton(key) for key in registry.dismissed}
    for sighting in sightings:
        key = name_key(sighting.name)
        if _skeleton(key) in dismissed or not _is_full_name(registry, posts, key):
            continue
        if not (registry.find(key) or registry.resolve(key, None)):
            groups.setdefault(_skeleton(key), []).append(sighting)
    found = (_suggestion(group) for group in groups.values())
    return sorted((one for one in found if one.articles >= least), key=lambda one: (-one.articles, one.name))


def _is_full_name(registry: Registry, posts: frozenset[str], key: str) -> bool:
    """Whether a speaker is named, and not described (المسؤولون الأميركيون, مراسل العربية)."""
    first, _, rest = key.partition(" ")
    is_definite = first.startswith("ال") and first not in registry.rules.context.given_names
    return bool(rest) and first not in posts and not is_definite


def _suggestion(group: list[Sighting]) -> Suggestion:
    names = Counter(sighting.name.replace("_", " ") for sighting in group).most_common()
    roles = Counter(sighting.role for sighting in group if sighting.role).most_common(1)
    return Suggestion(
        name=names[0][0],
        spellings=tuple(name for name, _ in names[1:]),
        role=roles[0][0] if roles else "",
        articles=len({sighting.article for sighting in group}),
    )


def _skeleton(key: str) -> str:
    """What the spellings of a foreign or Arabic name share: غ as ج, no inner long vowels, doubles nor articles."""
    bare = _ARTICLE.sub(lambda found: "عبد" if found.group().startswith("عبد") else "", key).replace("غ", "ج")
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", bare.replace("عبدال", "عبد")))
