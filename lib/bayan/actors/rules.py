"""The hand-edited rules beside the actors: context of names, wordings of offices, institutions, spellings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bayan.errors import BadData
from bayan.text import fold_text

FILES = ("context.yaml", "ministries.yaml", "offices.yaml", "spelling.yaml")


@dataclass(frozen=True)
class Context:
    """What a name needs around it, in folded words."""

    given_names: frozenset[str]
    eponyms: frozenset[str]
    titles: frozenset[str]
    royal_titles: frozenset[str]
    lone_given_names: frozenset[str]
    others: frozenset[str]
    patronymics: frozenset[str]
    surname_particles: frozenset[str]
    no_surnames: frozenset[str]
    individuals: frozenset[str]
    brands: frozenset[str]
    not_names: tuple[str, ...]
    capital_after: frozenset[str]
    capital_before: frozenset[str]
    capital_for: frozenset[str]
    capital_on: frozenset[str]
    capital_to: frozenset[str]
    capital_from: frozenset[str]
    present_verbs: frozenset[str]
    no_verbs: frozenset[str]
    no_nouns: frozenset[str]
    described: frozenset[str]
    media_words: frozenset[str]
    media_verbs: frozenset[str]
    works: frozenset[str]
    body_words: frozenset[str]


@dataclass(frozen=True)
class OfficeWords:
    """How the name of an office is read, in folded words without the article.

    ``known_until`` gives the last day that a source covers, by how the source begins, the longest beginning first.
    """

    known_until: tuple[tuple[str, date], ...]
    same: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    noise: frozenset[str]
    shared: frozenset[str]
    ministers: frozenset[str]

    def last_day(self, source: str) -> date:
        """The last day of which a source knows who was in office."""
        return next(day for beginning, day in self.known_until if source.startswith(beginning))


@dataclass(frozen=True)
class Institution:
    """An institution that every state has, as patterns over its nationality adjective."""

    id: str
    name_en: str
    names: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True)
class Spelling:
    """Spellings that the press uses beside the listed one, in folded letters."""

    parts: tuple[tuple[str, str], ...]
    letters: tuple[tuple[str, str], ...]
    vowels: tuple[str, ...]
    joined: frozenset[str]


@dataclass(frozen=True)
class Rules:
    """All rule files of one folder."""

    context: Context
    offices: OfficeWords
    institutions: tuple[Institution, ...]
    government: tuple[str, ...]
    bare_governments: frozenset[str]
    spelling: Spelling


def read_rules(folder: Path) -> Rules:
    """Read the rule files of a folder. Raises BadData for a file that is missing, no YAML or lacks a part."""
    context, ministries, offices, spelling = (_read_yaml(folder / name) for name in FILES)
    try:
        return Rules(
            context=_context(context),
            offices=_offices(offices),
            institutions=tuple(
                Institution(row["id"], row["name_en"], tuple(row["names"]), tuple(row.get("short", ())))
                for row in ministries["institutions"]
            ),
            government=tuple(ministries["government"]),
            bare_governments=frozenset(map(fold_text, ministries["bare_governments"])),
            spelling=Spelling(
                parts=tuple((fold_text(one), fold_text(other)) for one, other in spelling["parts"]),
                letters=tuple((one, other) for one, other in spelling["letters"]),
                vowels=tuple(spelling["vowels"]),
                joined=frozenset(map(fold_text, spelling["joined"])),
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadData(f"{folder}: a rule file lacks or misuses {error}; see data/schema/actors.json.") from None


def without_article(word: str) -> str:
    """A folded word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _read_yaml(path: Path) -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        content = yaml.load(path.read_bytes(), Loader=loader)
    except FileNotFoundError:
        raise BadData(f"{path}: the file is missing; restore it from the repository.") from None
    except yaml.YAMLError as error:
        raise BadData(f"{path}: this is no valid YAML ({' '.join(str(error).split())}); correct it there.") from None
    if not isinstance(content, dict):
        raise BadData(f"{path}: a mapping is expected at the top; see data/schema/actors.json.")
    return content


def _context(content: Mapping[str, Any]) -> Context:
    """Every list of context.yaml is a field of Context of the same name."""
    lists: dict[str, Any] = {part: frozenset(map(fold_text, content[part])) for part in Context.__dataclass_fields__}
    lists["not_names"] = tuple(map(fold_text, content["not_names"]))
    return Context(**lists)


def _offices(content: Mapping[str, Any]) -> OfficeWords:
    same = [(_bare(wording), _bare(wordings[0])) for wordings in content["same"] for wording in wordings[1:]]
    longest_first = sorted(same, key=lambda pair: -len(pair[0]))
    return OfficeWords(
        known_until=_coverage(content["known_until"]),
        same=tuple(longest_first),
        noise=frozenset(word for phrase in content["noise"] for word in _bare(phrase)),
        shared=frozenset(word for phrase in content["shared"] for word in _bare(phrase)),
        ministers=frozenset(map(fold_text, content["ministers"])),
    )


def _coverage(days: Mapping[str, date]) -> tuple[tuple[str, date], ...]:
    """Last days by beginning of the source; the empty beginning stands for every other source and must be there."""
    days[""]
    return tuple(sorted(days.items(), key=lambda pair: -len(pair[0])))


def _bare(phrase: str) -> tuple[str, ...]:
    return tuple(without_article(word) for word in fold_text(phrase).split())
