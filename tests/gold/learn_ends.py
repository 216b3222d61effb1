"""Learns data/lexicon/end-weights.tsv: behind which commas a content has ended (`make learn`).

Learned from development.jsonl and later.jsonl, not from ../shared/gold nor from held-out.jsonl, from the contents that
the rules find with their annotated beginning. Printed first: what it mends and spoils in fifths of the articles, each
weighed by what was learned from the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.gold.models import Fitted, fit
from tests.gold.readings import article_of
from tests.gold.texts import HERE, read_articles, read_lines

from bayan.data import data_path
from bayan.extract import Extractor, contents
from bayan.extract.comma_ends import commas, near_features, rest_features
from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.lexicon import BIAS

STRENGTH = 2.0
"""Inverse of regularisation; 1 mends as many and 3 spoils more, in parts by article."""
RAREST = 3
PARTS = 5
NEAR = 4
"""Letters by which the beginnings of a found and an annotated content may differ."""
SAME = 2
"""Letters and digits by which ends may differ."""
HALF, STRICT = 0.5, 0.8
HEAD = "# Log-odds that a content ends at a comma; learned by tests/gold/learn_ends.py (`make learn`)."


@dataclass(frozen=True, slots=True)
class Comma:
    """What is known of one comma: its features, whether the content ends there, and how far ending it there agrees."""

    features: frozenset[str]
    right: bool
    share: float


@dataclass(frozen=True, slots=True)
class Content:
    """The commas of one content, and how far it agrees with the annotated one as the rules end it."""

    article: str
    commas: tuple[Comma, ...]
    share: float


def main() -> None:
    found = list(_contents())
    for line in _cross_validated(found):
        print(line)
    fitted = _fit(found)
    rows = sorted(zip(fitted.features, fitted.weights[0], strict=True))
    lines = [HEAD, f"{BIAS}\t{fitted.biases[0]:.3f}", *(f"{name}\t{weight:.3f}" for name, weight in rows)]
    data_path("lexicon", "end-weights.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"ends: {sum(len(content.commas) for content in found)} commas, {len(rows)} features")


def _fit(found: Sequence[Content]) -> Fitted:
    return fit([(comma.features, comma.right) for content in found for comma in content.commas], STRENGTH, RAREST)


def _cross_validated(found: Sequence[Content]) -> Iterator[str]:
    """How many contents agree by half, and strictly, that did not before, and the other way round."""
    articles = sorted({content.article for content in found})
    part = {name: k % PARTS for k, name in enumerate(articles)}
    ends: list[tuple[float, float]] = []
    for k in range(PARTS):
        fitted = _fit([content for content in found if part[content.article] != k])
        weights = dict(zip(fitted.features, fitted.weights[0], strict=True))
        ends += [(content.share, _ended(content, weights, fitted)) for content in found if part[content.article] == k]
    for name, least in (("half", HALF), ("strictly", STRICT)):
        mended = sum(before < least <= after for before, after in ends)
        spoilt = sum(after < least <= before for before, after in ends)
        yield f"ends: {mended} agree {name} that did not, {spoilt} no more"


def _ended(content: Content, weights: dict[str, float], fitted: Fitted) -> float:
    """How far a content agrees where it ends at its likeliest comma, if that is likelier than not."""
    odds = [(fitted.biases[0] + sum(map(weights.get, comma.features, [0.0] * len(comma.features))), comma.share)
            for comma in content.commas]  # fmt: skip
    best, share = max(odds, default=(-1.0, 0.0))
    return share if best > 0 else content.share


def _contents() -> Iterator[Content]:
    extractor = Extractor.load()
    rows = [row for name in ("development", "later") for row in read_lines(HERE / f"{name}.jsonl")]
    articles = read_articles({row["id"] for row in rows})
    for row in rows:
        for words, reading, end in _watch(extractor, articles[row["id"]]):
            yield from _answered(extractor, articles[row["id"]] | row, words, reading, end)


def _watch(extractor: Extractor, row: dict[str, Any]) -> list[tuple[Words, Reading, int]]:
    """The contents of an article as the rules end them; of those that begin alike the last one that was tried."""
    noted: dict[tuple[str, tuple[int, int], int], tuple[Words, Reading, int]] = {}
    own = contents.end_at_comma

    def note(_weights: Any, _grammar: Any, words: Words, reading: Reading, end: int) -> int:
        noted[words.field, reading.cue, reading.content] = (words, reading, end)
        return end

    contents.end_at_comma = note
    try:
        extractor.extract(article_of(row))
    finally:
        contents.end_at_comma = own
    return list(noted.values())


def _answered(extractor: Extractor, row: dict[str, Any], words: Words, reading: Reading, end: int) -> Iterator[Content]:
    """A content with the annotated one of its cue, where both begin at the same place."""
    text, cue = row[words.field], words.span(*reading.cue)
    if end <= reading.content:
        return
    low = words.span(reading.content, reading.content + 1).start
    for wanted in row["statements"]:
        beside = wanted["cue"][0] < cue.end and cue.start < wanted["cue"][1] and wanted["field"] == words.field
        if beside and abs(wanted["content"][0] - low) <= NEAR:
            start, until = wanted["content"]
            size = _letters(text, start, until)
            seen = []
            for k in commas(extractor.grammar, words, reading, end):
                own = _letters(text, start, words.span(reading.content, k - 1).end)
                features = near_features(extractor.grammar, words, reading, k, end)
                features |= rest_features(extractor.grammar, words, k, end)
                seen.append(Comma(frozenset(features), abs(own - size) <= SAME, min(own, size) / max(own, size, 1)))
            whole = _letters(text, start, words.span(reading.content, end).end)
            yield Content(row["id"], tuple(seen), min(whole, size) / max(whole, size, 1))
            return


def _letters(text: str, low: int, high: int) -> int:
    return sum(letter.isalnum() for letter in text[low:high])


if __name__ == "__main__":
    main()
