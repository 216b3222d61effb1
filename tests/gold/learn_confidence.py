"""Learns data/lexicon/confidence-weights.tsv: how often what is found is right, by how it was found (`make learn`).

A found statement is right where an annotated one shares half of its range and has the same speaker. Learned from
../shared/gold and development.jsonl; docs/accuracy.md shows on held-out.jsonl how often statements of a given
confidence are right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.gold.models import fit
from tests.gold.readings import answer, watch
from tests.gold.texts import CORPUS, HERE, read_articles, read_lines

from bayan.data import data_path
from bayan.evaluation.matching import same_name
from bayan.extract import Extractor
from bayan.extract.confidence import confidence_features
from bayan.lexicon import BIAS

STRENGTH = 0.5
RAREST = 5
HEAD = "# Log-odds that a found statement is right; learned by tests/gold/learn_confidence.py (`make learn`)."


def main() -> None:
    examples = list(_examples())
    fitted = fit(examples, STRENGTH, RAREST)
    rows = sorted(zip(fitted.features, fitted.weights[0], strict=True))
    lines = [HEAD, f"{BIAS}\t{fitted.biases[0]:.3f}", *(f"{name}\t{weight:.3f}" for name, weight in rows)]
    data_path("lexicon", "confidence-weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"confidence: {len(examples)} statements, {len(rows)} features")


def _examples() -> Iterator[tuple[frozenset[str], bool]]:
    extractor = Extractor.load()
    for row in _articles():
        for seen in watch(extractor, "estimate", _features, row):
            wanted = answer(row["statements"], seen.statement)
            yield seen.features, wanted is not None and same_name(wanted["speaker"], seen.statement.speaker)


def _articles() -> Iterator[dict[str, Any]]:
    for name in ("statements-dev.jsonl", "statements-dev-2018.jsonl"):
        yield from read_lines(CORPUS.parent / "gold" / name)
    rows = list(read_lines(HERE / "development.jsonl"))
    articles = read_articles({row["id"] for row in rows})
    yield from (articles[row["id"]] | row for row in rows)


def _features(weights: Any, words: Any, reading: Any, attribution: Any) -> frozenset[str]:
    return frozenset(confidence_features(words, reading, attribution))


if __name__ == "__main__":
    main()
