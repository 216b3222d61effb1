"""The learned part of telling acts: weights of features, data/lexicon/act-weights.tsv."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bayan.data import data_path
from bayan.errors import BadData
from bayan.records import Act

BIAS = "(bias)"
_SCALE = 100


@dataclass(frozen=True, slots=True)
class ActModel:
    """A linear model: for each feature its weight for every act, in the order of ``acts``.

    Weights are whole hundredths, as in the file, so that a sum does not hang on the order of features.
    """

    acts: tuple[Act, ...]
    weights: Mapping[str, tuple[int, ...]]
    version: str

    def choose(self, features: Iterable[str]) -> Act:
        """The act with the greatest sum of weights; each feature counts once."""
        rows = [row for row in map(self.weights.get, {BIAS, *features}) if row is not None]
        sums = [sum(column) for column in zip(*rows, strict=True)]
        return self.acts[sums.index(max(sums))]


def load_act_model(folder: Path | None = None) -> ActModel:
    """Read data/lexicon/act-weights.tsv: a header with the acts, a line a feature with its weights. Raises BadData."""
    path = (folder or data_path("lexicon")) / "act-weights.tsv"
    try:
        text = path.read_text(encoding="utf-8")
        header, *rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
        acts = tuple(Act(name) for name in header[1:])
        weights = {row[0]: tuple(round(_SCALE * float(cell or 0)) for cell in row[1:]) for row in rows}
    except (OSError, ValueError) as error:
        raise BadData(f"{path}: cannot be read ({error}); restore it or run `make learn`.") from None
    if BIAS not in weights or any(len(row) != len(acts) for row in weights.values()):
        raise BadData(f"{path}: a row has not one weight an act; restore it or run `make learn`.")
    return ActModel(acts, weights, hashlib.sha256(text.encode()).hexdigest()[:12])
