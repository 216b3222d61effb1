"""Learns data/lexicon/act-weights.tsv and act-context.tsv from annotated acts: `make learn`.

Learned from the development articles and single statements of this folder and from the demo corpus, not from
../shared/gold nor from held-out.jsonl: what docs/accuracy.md says of acts there was measured on articles not learned
from. A statement counts where the engine finds it, with the ranges that the engine gives it. What other statements of
an article tell of one is learned from weights that were fitted without that article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from tests.gold.models import Fitted, fit_beside, fit_with_vectors
from tests.gold.readings import answer, watch
from tests.gold.texts import HERE, read_articles, read_lines
from tests.gold.vectors import Vectors, learn_vectors

from bayan.data import data_path
from bayan.extract import Extractor
from bayan.extract.act_context import UNKNOWN
from bayan.extract.act_features import act_features, find_vocabulary, opening
from bayan.extract.acts import rule_act
from bayan.extract.readings import DENIAL
from bayan.lexicon import BIAS
from bayan.records import Act

STRENGTH = 0.05
"""Inverse of regularisation; 0.1 and more do worse on articles not learned from."""
RAREST = 2
SMALLEST = 0.025
STEMS = ("w:", "n:")
"""Kinds of features that name a stem of the content: what is learned of one holds for stems like it."""
LIKENESS = 0.3
"""How much stems like it tell of a stem; 1 lost on articles not learned from."""
FOLDS = 4
CALM = 0.0003
"""Regularisation of the context."""
HEAD = "# Learned by tests/gold/learn_acts.py (`make learn`); do not edit.\n"
ORDER = [*map(str, Act)]


@dataclass(frozen=True, slots=True)
class Told:
    """A found statement: its features, its annotated act if it has one, and the act that nothing overrules, if any."""

    features: frozenset[str]
    right: str | None
    sure: str | None


def main() -> None:
    articles, vectors = list(_read()), learn_vectors()
    examples = _examples(articles)
    fitted = _fit(examples, vectors)
    named = sorted(enumerate(fitted.features), key=lambda pair: pair[1])
    rows = [(name, fitted.weights[:, column]) for column, name in named]
    _write("act-weights.tsv", fitted.biases, [row for row in rows if max(map(abs, row[1])) >= SMALLEST])
    context = _learn_context(articles, vectors)
    _write("act-context.tsv", context[-1], list(zip(ORDER, context, strict=False)))
    print(f"acts: {len(examples)} statements, {len(fitted.features)} features")


def _fit(examples: list[tuple[frozenset[str], str]], vectors: Vectors) -> Fitted:
    """The weights of features for each act, in the order of Act."""
    fitted = fit_with_vectors(examples, STRENGTH, RAREST, vectors, STEMS, LIKENESS)
    order = [fitted.classes.index(act) for act in ORDER]
    return Fitted(ORDER, fitted.features, fitted.weights[order], fitted.biases[order])


def _examples(articles: Sequence[list[Told]]) -> list[tuple[frozenset[str], str]]:
    return [(one.features, one.right) for told in articles for one in told if one.right]


def _learn_context(articles: list[list[Told]], vectors: Vectors) -> Any:
    """What each act gains by the acts of other statements, a row an act, the last one for none."""
    own, others, right = [], [], []
    for fold in range(FOLDS):
        rest = [told for k, told in enumerate(articles) if k % FOLDS != fold]
        fitted = _fit(_examples(rest), vectors)
        weights = dict(zip(fitted.features, fitted.weights.T, strict=True))
        for told in (told for told in articles[fold::FOLDS] if len(told) > 1):
            sums = np.array([_sums(one, weights, fitted.biases) for one in told])
            chances = np.exp(sums - sums.max(1, keepdims=True))
            chances /= chances.sum(1, keepdims=True)
            for k, one in enumerate(told):
                if one.right and one.sure is None:
                    own.append(sums[k])
                    others.append((chances.sum(0) - chances[k]) / (len(told) - 1 + UNKNOWN))
                    right.append(ORDER.index(one.right))
    return fit_beside(np.array(own), np.array(others), np.array(right), CALM)


def _sums(one: Told, weights: dict[str, Any], biases: Any) -> Any:
    """The sums of a statement's weights; those of a sure one leave no doubt."""
    if one.sure is not None:
        return np.where(np.array(ORDER) == one.sure, 100.0, 0.0)
    return biases + sum(weights[name] for name in one.features if name in weights)


def _write(file: str, biases: Any, rows: list[tuple[str, Any]]) -> None:
    lines = [HEAD + "\t".join(["feature", *Act]), _line(BIAS, biases), *(_line(name, row) for name, row in rows)]
    data_path("lexicon", file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(name: str, row: Sequence[float]) -> str:
    return "\t".join(
        [name, *(f"{weight:.2f}".rstrip("0").rstrip(".") if abs(weight) >= 0.005 else "" for weight in row)]
    )


def _read() -> Iterator[list[Told]]:
    """What the engine finds in each article with an annotated act."""
    extractor = Extractor.load()
    labels = _labels()
    articles = read_articles(set(labels)) | {row["id"]: row for row in read_lines(data_path("demo", "gold.jsonl"))}
    for key, wanted in sorted(labels.items()):
        told = []
        for seen in watch(extractor, "find_act", _features, articles[key]):
            right = answer(wanted, seen.statement)
            sure = str(seen.statement.act) if f"frame:{DENIAL}" in seen.statement.evidence else None
            told.append(Told(seen.features, right["act"] if right is not None else None, sure))
        yield told


def _features(act_words: Any, words: Any, reading: Any, grammar: Any) -> frozenset[str]:
    places = find_vocabulary(act_words, opening(words, reading))
    return frozenset(act_features(words, reading, rule_act(act_words, words, reading, places, grammar), places))


def _labels() -> dict[str, list[dict[str, Any]]]:
    """The annotated acts by article."""
    labels = defaultdict(list)
    for path in (HERE / "development.jsonl", data_path("demo", "gold.jsonl")):
        for row in read_lines(path):
            labels[row["id"]] += row["statements"]
    for row in read_lines(HERE / "acts.jsonl"):
        labels[row["id"]].append(row)
    return labels


if __name__ == "__main__":
    main()
