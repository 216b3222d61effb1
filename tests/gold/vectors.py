"""Vectors of stems learned from the articles of ../shared/corpus: stems that stand beside the same words lie close.

Positive pointwise mutual information of a stem with its neighbours to the left and to the right, reduced by a truncated
singular value decomposition. Nothing of them is kept but what learn_acts.py makes of them: weights of words that few
annotated statements hold or none. The held-out articles are left out.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.utils.extmath import randomized_svd
from tests.gold.texts import CORPUS, HERE, read_lines

from bayan.extract.act_features import stem
from bayan.text import fold_text

DIMENSIONS = 150
RAREST = 12
NEIGHBOURS = 8000
"""So many of the most frequent stems tell others apart."""
_REACH = {1: 1.0, 2: 1.0, 3: 0.5}
"""How much a neighbour at a distance counts."""
_SMOOTHING = 0.75
_LINE = "\n"
"""Neighbours do not reach over the end of a line; no content has a word like that."""
_TOKEN = re.compile(rf"[^\W_\d]+|[.؟!{_LINE}]")


@dataclass(frozen=True)
class Vectors:
    """``matrix`` has a row for each of ``stems``, of length one before the mean was taken off."""

    stems: tuple[str, ...]
    matrix: Any


def learn_vectors() -> Vectors:
    """The vectors of all stems that the corpus has often enough."""
    held_out = {row["id"] for row in read_lines(HERE / "held-out.jsonl")}
    texts = [_stems(text) for text in _texts(held_out)]
    counts = Counter(word for words in texts for word in words)
    stems = [word for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])) if count >= RAREST]
    left, scales, _ = randomized_svd(_information(texts, stems), n_components=DIMENSIONS, n_iter=3, random_state=0)
    matrix = left * np.sqrt(scales)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9
    matrix -= np.average(matrix, axis=0, weights=np.sqrt([counts[word] for word in stems]))
    named = [k for k, word in enumerate(stems) if word != _LINE]
    return Vectors(tuple(stems[k] for k in named), matrix[named].astype(np.float32))


def _texts(without: set[str]) -> Iterator[str]:
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["id"] not in without:
                    yield fold_text(f"{row['title']}\n{row['body']}")


def _stems(text: str) -> list[str]:
    return [stem(word) if len(word) > 1 else word for word in _TOKEN.findall(text)]


def _information(texts: list[list[str]], stems: list[str]) -> Any:
    """How much more often than by chance a neighbour stands on a side of a stem: a sparse matrix."""
    place = {word: k for k, word in enumerate(stems)}
    gap = [-1] * max(_REACH)
    row = np.concatenate([np.array([place.get(word, -1) for word in words] + gap, dtype=np.int32) for words in texts])
    wide, counted = min(len(stems), NEIGHBOURS), None
    for distance, weight in _REACH.items():
        for side, (own, other) in enumerate(((row[:-distance], row[distance:]), (row[distance:], row[:-distance]))):
            told = (own >= 0) & (other >= 0) & (other < wide)
            ones = np.full(told.sum(), weight, np.float32)
            shape = (len(stems), 2 * wide)
            met = sparse.coo_matrix((ones, (own[told], other[told] + side * wide)), shape=shape).tocsr()
            counted = met if counted is None else counted + met
    found = counted.tocoo()
    often, beside = np.asarray(counted.sum(1)).ravel(), np.asarray(counted.sum(0)).ravel() ** _SMOOTHING
    total = float(counted.sum())
    beside *= total / beside.sum()
    value = np.log(found.data * total / (often[found.row] * beside[found.col]))
    more = value > 0
    return sparse.coo_matrix((value[more], (found.row[more], found.col[more])), shape=found.shape).tocsr()
