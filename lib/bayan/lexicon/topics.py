"""Topics: the user-editable files of data/topics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from bayan.data import data_path
from bayan.errors import BadData
from bayan.text import fold_text

_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its names; ``words`` are folded word sequences."""

    id: str
    ar: str
    en: str
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Topics:
    """All topics, with an index from the first word of a sequence, with and without clitics, to sequence and topic."""

    topics: tuple[Topic, ...]
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def load_topics(folder: Path | None = None) -> Topics:
    """Read every data/topics/*.yaml. Raises BadData that names file and reason."""
    topics = [topic for path in sorted((folder or data_path("topics")).glob("*.yaml")) for topic in _read(path)]
    twice = [topic.id for k, topic in enumerate(topics) if any(topic.id == other.id for other in topics[:k])]
    if twice:
        raise BadData(f"data/topics: the id {twice[0]} stands twice; give each topic its own.")
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for clitic in _CLITICS:
        for topic in topics:
            for words in topic.words:
                index.setdefault(clitic + words[0], []).append((words, topic.id))
    return Topics(tuple(topics), {first: tuple(rows) for first, rows in index.items()})


def _read(path: Path) -> list[Topic]:
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))[
            "topics"
        ]
        return [Topic(r["id"], r["ar"], r["en"], tuple(tuple(fold_text(w).split()) for w in r["words"])) for r in rows]
    except (KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        raise BadData(f"{path}: a topic needs id, ar, en and words ({error}); mend the file.") from None
