"""The learned part of telling acts: weights of features (data/lexicon/act-weights.tsv), and what the other statements
of an article tell of one (act-context.tsv)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from math import exp
from pathlib import Path
from sys import intern

from bayan.data import data_path
from bayan.errors import BadData
from bayan.records import Act

BIAS = "(bias)"
_FAR, _NEAR, _PAIR = "w:", "n:", "b:"
"""Before a stem that is anywhere in a content, before one of its first, and before two that follow each other."""
_SCALE = 100
_BITS = 32
_HALF, _MASK = 1 << (_BITS - 1), (1 << _BITS) - 1


@dataclass(frozen=True, slots=True)
class ActModel:
    """A linear model: for each feature its weight for every act, in the order of ``acts``.

    Weights are whole hundredths, as in the file, so that a sum does not hang on the order of features. Those of one
    feature stand side by side in one number, 32 bits for each act, so that one addition adds them all; half of that
    room is in the bias of each, so that a sum is never negative.

    Most features are stems of a content, each by itself (``w:``) and the first ones once more (``n:``). Their weights
    are kept by stem: ``far`` has those of ``w:``, ``near`` those of both; ``pairs`` has those of two stems (``b:``).

    ``context`` has a row for each act, and a last one as bias: what each act gains, in hundredths, where all
    other statements of the article are of the act of the row.
    """

    acts: tuple[Act, ...]
    weights: Mapping[str, int]
    near: Mapping[str, int]
    far: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    context: Sequence[Sequence[int]]
    version: str

    def weigh(
        self, features: Iterable[str], near: Set[str], far: Set[str], pairs: Set[tuple[str, str]]
    ) -> tuple[int, ...]:
        """For each act the sum of its weights, in hundredths; each feature counts once. ``near`` are the first stems
        of the content, ``far`` the others, ``pairs`` those that follow each other; ``features`` are all but those that
        name these."""
        total = self.weights[BIAS] + sum(map(self.weights.get, set(features), repeat(0)))
        total += sum(map(self.near.get, near, repeat(0))) + sum(map(self.far.get, far, repeat(0)))
        total += sum(map(self.pairs.get, pairs, repeat(0)))
        return tuple((total >> at & _MASK) - _HALF for at in range(0, _BITS * len(self.acts), _BITS))

    def chances(self, sums: Sequence[int]) -> tuple[float, ...]:
        """For each act the chance, 0–1, that its sum of weights gives it."""
        most = max(sums)
        powers = [exp((one - most) / _SCALE) for one in sums]
        whole = sum(powers)
        return tuple(power / whole for power in powers)

    def certain(self, act: Act) -> tuple[float, ...]:
        """The chances of what is of one act for sure."""
        return tuple(float(one is act) for one in self.acts)

    def best(self, sums: Sequence[float]) -> Act:
        """The act with the greatest sum, the first of even ones."""
        return self.acts[sums.index(max(sums))]

    def best_beside(self, sums: Sequence[int], others: Sequence[float]) -> Act:
        """The act with the greatest sum where ``others`` are the share of each act among the other statements of the
        article."""
        gains = zip(*self._gains(others), strict=True)
        return self.best([own + sum(column) for own, column in zip(sums, gains, strict=True)])

    def _gains(self, others: Sequence[float]) -> Iterator[list[float]]:
        """The rows of the context, each as far as its act is there, and the bias."""
        for share, row in zip((*others, 1.0), self.context, strict=True):
            yield [share * weight for weight in row]


def load_act_model(folder: Path | None = None) -> ActModel:
    """Read data/lexicon/act-weights.tsv, a line a feature, and act-context.tsv, a line an act; each has a header with
    the acts and a line of biases. Raises BadData."""
    root = folder or data_path("lexicon")
    text, acts, weights = _read(root / "act-weights.tsv")
    beside, order, context = _read(root / "act-context.tsv")
    if order != acts or set(context) != {*acts, BIAS}:
        raise BadData(f"{root / 'act-context.tsv'}: has not the acts of act-weights.tsv; run `make learn`.")
    weights[BIAS] = tuple(_HALF + weight for weight in weights[BIAS])
    packed = {name: _pack(row) for name, row in weights.items()}
    far = {intern(name[2:]): packed.pop(name) for name in list(packed) if name.startswith(_FAR)}
    first = {intern(name[2:]): packed.pop(name) for name in list(packed) if name.startswith(_NEAR)}
    pairs = {_two(name[2:]): packed.pop(name) for name in list(packed) if name.startswith(_PAIR)}
    near = far | {stem: far.get(stem, 0) + weight for stem, weight in first.items()}
    version = hashlib.sha256(f"{text}{beside}".encode()).hexdigest()[:12]
    return ActModel(acts, packed, near, far, pairs, [context[name] for name in (*acts, BIAS)], version)


def _read(path: Path) -> tuple[str, tuple[Act, ...], dict[str, tuple[int, ...]]]:
    """The text of a file, the acts of its header, and its rows in hundredths by their names."""
    try:
        text = path.read_text(encoding="utf-8")
        lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
        acts = tuple(Act(name) for name in next(lines, [""])[1:])
        rows = {name: tuple(map(_hundredths, cells)) for name, *cells in lines}
    except (OSError, ValueError) as error:
        raise BadData(f"{path}: cannot be read ({error}); restore it or run `make learn`.") from None
    if BIAS not in rows or any(len(row) != len(acts) for row in rows.values()):
        raise BadData(f"{path}: a row has not one weight an act; restore it or run `make learn`.")
    return text, acts, rows


@lru_cache(maxsize=4096)
def _hundredths(cell: str) -> int:
    """A weight as it is written; the same few come again and again."""
    return round(_SCALE * float(cell or 0))


def _two(name: str) -> tuple[str, str]:
    """The two stems of a pair, which hold no stroke themselves."""
    first, _, second = name.partition("_")
    return intern(first), intern(second)


def _pack(row: Iterable[int]) -> int:
    """Numbers side by side in one."""
    return sum(weight << (_BITS * k) for k, weight in enumerate(row))
