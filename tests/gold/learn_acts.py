"""Learns data/lexicon/act-weights.tsv from annotated acts: `make learn`.

Learned from the development articles and single statements of this folder and from the demo corpus, not from
../shared/gold nor from held-out.jsonl: what docs/accuracy.md says of acts there was measured on articles not learned
from. A statement counts where the engine finds it, with the ranges that the engine gives it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tests.gold.models import Fitted, fit_with_vectors
from tests.gold.readings import answer, watch
from tests.gold.texts import HERE, read_articles, read_lines
from tests.gold.vectors import learn_vectors

from bayan.data import data_path
from bayan.extract import Extractor
from bayan.extract.act_features import act_features, find_vocabulary, opening
from bayan.extract.acts import rule_act
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
HEAD = "# Weights of features for each act, learned by tests/gold/learn_acts.py (`make learn`); do not edit.\n"


def main() -> None:
    examples = list(_examples())
    fitted = fit_with_vectors(examples, STRENGTH, RAREST, learn_vectors(), STEMS, LIKENESS)
    _write(fitted)
    print(f"acts: {len(examples)} statements, {len(fitted.features)} features")


def _write(fitted: Fitted) -> None:
    order = [fitted.classes.index(act) for act in Act]
    lines = [HEAD + "\t".join(["feature", *Act]), _line(BIAS, [fitted.biases[k] for k in order])]
    for column, name in sorted(enumerate(fitted.features), key=lambda pair: pair[1]):
        row = [fitted.weights[k][column] for k in order]
        if max(map(abs, row)) >= SMALLEST:
            lines.append(_line(name, row))
    data_path("lexicon", "act-weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(name: str, row: list[float]) -> str:
    return "\t".join(
        [name, *(f"{weight:.2f}".rstrip("0").rstrip(".") if abs(weight) >= 0.005 else "" for weight in row)]
    )


def _examples() -> Iterator[tuple[frozenset[str], str]]:
    extractor = Extractor.load()
    labels = _labels()
    articles = read_articles(set(labels)) | {row["id"]: row for row in read_lines(data_path("demo", "gold.jsonl"))}
    for key, wanted in sorted(labels.items()):
        for seen in watch(extractor, "find_act", _features, articles[key]):
            right = answer(wanted, seen.statement)
            if right is not None and right["act"]:
                yield seen.features, right["act"]


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
