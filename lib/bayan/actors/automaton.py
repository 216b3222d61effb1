"""All names of the registry in one automaton: every name in a text, with clitics before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bayan.actors.encoding import encode
from bayan.actors.registry import NameEntry, Registry
from bayan.actors.spelling import spellings
from bayan.records import SpeakerKind

_PLAIN = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "ا")
_DEFINITE = ("ال", "وال", "فال", "بال", "كال", "لل", "وبال", "ولل", "فلل", "فبال", "وكال", "لال")
_LOOSE = ("", "و")
"""Short names of media take no other clitic: with ل they are ordinary words (سانا, لسانا)."""
_SHORT = 4
_REACH = 5
"""A clitic has four letters at most, and a space is before it."""
_JOINTS = re.compile(r"[^\W_]+(?:(?: {1,2}#?|[#\-_+.‐-―])[^\W_]+)*")
_QUOTED = re.compile(r"([^\W_]+ ?[\"«“”])[^\W_]+(?: {1,2}[^\W_]+)*")
"""A class before a name in quotation marks, which is outside them (حزب "الشعوب الديمقراطي)."""
_SON = " بن "
_HOUSE = re.compile(r" ال [^\W_]+")
_WORD = re.compile(r"[^\W_]+[\W_]+")


class Hit(NamedTuple):
    """A name in a folded text: ``start`` and ``end`` without clitics, ``clitics`` the letters before it.

    No entry: a phrase that holds a name and is something else.
    """

    start: int
    end: int
    clitics: str
    key: str
    entries: tuple[NameEntry, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is searched.

    ``titles`` words of it are titles, which stay outside the range; after a father the house belongs to it (آل سعود).
    """

    key: str
    entries: tuple[NameEntry, ...]
    prefixes: Mapping[bytes, int]
    titles: int
    has_father: bool


class Automaton:
    """The names of a registry and its phrases that are no names, ready to search."""

    def __init__(self, registry: Registry) -> None:
        self._plain = {_bytes(prefix): len(prefix) for prefix in _PLAIN}
        self._loose = {_bytes(prefix): len(prefix) for prefix in _LOOSE}
        self._definite = {_bytes(prefix): _skipped(prefix) for prefix in _DEFINITE}
        patterns: dict[bytes, list[_Name]] = {}
        for key, entries in self._searched(registry).items():
            definite = key.startswith("ال") and len(key) > len("ال") + 1
            prefixes = self._definite if definite else self._prefixes(registry, key, entries)
            core = _bytes(key[2:] if definite else key)
            patterns.setdefault(core + b" ", []).append(
                _Name(key, entries, prefixes, _titles(registry, key, entries), _SON in key)
            )
        self._names = list(patterns.values())
        self._search = BytesAhoCorasick(list(patterns), implementation=Implementation.ContiguousNFA)

    def find(self, text: str) -> Iterator[Hit]:
        """Every name in a folded text, nested and overlapping ones too, in no order."""
        buffer, kept = encode(text)
        names, last_space = self._names, buffer.rfind
        for pattern, start, end in self._search.find_matches_as_indexes(buffer, overlapping=True):
            at = last_space(b" ", start - _REACH if start > _REACH else 0, start)
            if at < 0:
                continue
            prefix = buffer[at + 1 : start]
            for name in names[pattern]:
                skipped = name.prefixes.get(prefix)
                if skipped is None:
                    continue
                first, last = at + skipped, end - 3
                if kept is not None:
                    first, last = kept.item(first), kept.item(last)
                found = text[first : last + 1]
                if found == name.key or _JOINTS.fullmatch(found):
                    hit = Hit(first, last + 1, text[first - skipped : first], name.key, name.entries)
                    yield _whole(text, hit, name) if name.titles or name.has_father else hit
                elif quoted := _QUOTED.fullmatch(found):
                    yield Hit(first + quoted.end(1), last + 1, "", name.key, name.entries)

    def _prefixes(self, registry: Registry, key: str, entries: tuple[NameEntry, ...]) -> Mapping[bytes, int]:
        actors = [registry.get(entry.actor_id) for entry in entries]
        is_word_like = len(key) <= _SHORT and not key.isascii()
        is_medium = any(actor and actor.kind is SpeakerKind.MEDIA for actor in actors)
        return self._loose if is_word_like and is_medium else self._plain

    @staticmethod
    def _searched(registry: Registry) -> dict[str, tuple[NameEntry, ...]]:
        rules = registry.rules
        phrases = (spellings(phrase, SpeakerKind.BODY, rules.spelling) for phrase in rules.context.not_names)
        return {**registry.names, **{spelling: () for phrase in phrases for spelling in phrase}}


def _bytes(text: str) -> bytes:
    return encode(text)[0][1:-1]


def _skipped(prefix: str) -> int:
    """How many letters of a definite clitic stand before the name: its article belongs to it (لل keeps one ل)."""
    return len(prefix) - (1 if prefix.endswith("لل") else 2)


def _titles(registry: Registry, key: str, entries: tuple[NameEntry, ...]) -> int:
    """How many words at the beginning of a person's name are titles before another name of the person."""
    titles = registry.rules.context.titles
    if key.partition(" ")[0] not in titles:
        return 0
    words = key.split()
    count = next((at for at, word in enumerate(words) if word not in titles), len(words))
    rest = registry.names.get(" ".join(words[count:]), ())
    named = {entry.actor_id for entry in rest}
    actor = registry.get(entries[0].actor_id) if entries else None
    is_person = actor is not None and actor.kind is SpeakerKind.PERSON
    return count if is_person and all(entry.actor_id in named for entry in entries) else 0


def _whole(text: str, hit: Hit, name: _Name) -> Hit:
    """The hit without the titles that it begins with, and with the house that follows."""
    start = hit.start
    for _ in range(name.titles):
        word = _WORD.match(text, start)
        start = word.end() if word else start
    house = _HOUSE.match(text, hit.end) if name.has_father else None
    return hit._replace(start=start, end=house.end() if house else hit.end, clitics="" if name.titles else hit.clitics)
