"""What words do by themselves: the tables of data/lexicon/acts.yaml, folded."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from bayan.data import data_path
from bayan.lexicon.act_model import ActModel, load_act_model
from bayan.records import Act
from bayan.text import fold_text

Sequences = tuple[tuple[Act, tuple[str, ...]], ...]
"""Acts with the words that follow the first one."""


@dataclass(frozen=True, slots=True)
class ActWords:
    """``openers``: first noun to act; ``phrases``: by first word, also after و or ف, the word sequences that do
    something, with their act; ``model``: what was learned on top of them."""

    openers: Mapping[str, Act]
    phrases: Mapping[str, Sequences]
    first_person: tuple[tuple[str, ...], ...]
    own_side: frozenset[str]
    model: ActModel
    version: str


def load_act_words(folder: Path | None = None) -> ActWords:
    """Read data/lexicon/acts.yaml and act-weights.tsv. Raises BadData."""
    model = load_act_model(folder)
    text = ((folder or data_path("lexicon")) / "acts.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    verbs = found["pledge-verbs"]
    return ActWords(
        openers={fold_text(word): Act(act) for act, words in found["openers"].items() for word in words},
        phrases=_by_first({**found["phrases"], "pledge": verbs["pledge-words"]}),
        first_person=tuple(tuple(fold_text(entry).split()) for entry in verbs["first-person"]),
        own_side=frozenset(fold_text(word) for word in verbs["own-side"]),
        model=model,
        version=hashlib.sha256(f"{text}{model.version}".encode()).hexdigest()[:12],
    )


def _by_first(entries: Mapping[str, list[str]]) -> dict[str, Sequences]:
    found: dict[str, list[tuple[Act, tuple[str, ...]]]] = {}
    for act, phrases in entries.items():
        for phrase in phrases:
            first, *rest = fold_text(phrase).split()
            for conjunction in ("", "و", "ف"):
                found.setdefault(conjunction + first, []).append((Act(act), tuple(rest)))
    return {first: tuple(sequences) for first, sequences in found.items()}
