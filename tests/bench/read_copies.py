"""Pairs of real articles for reading: those taken for copies, and those that nearly were. Needs ../shared.

    python -m tests.bench.read_copies joined 200 | less
    python -m tests.bench.read_copies apart 200

The nearest to the bar come first: ids, what is shared, titles, and where the words of the one differ from the other's.
What was read so far is told in docs/decisions/0006.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from tests.bench.bench_duplicates import CORPUS, PAIRS, read_corpus

from bayan.records import Article
from bayan.store.likeness import Words, are_copies, may_be_copies, sketch_article, words_of
from bayan.text import fold_text

NEAR, FAR_DAYS, FAR = 0.45, 2, 0.8
SHOWN, LONGEST, CROWD = 6, 70, 200

Pair = tuple[float, Article, Article, float, float]


def find_pairs(corpus: list[Article], wanted: str) -> Iterator[Pair]:
    """Pairs that share a mark, with how far they are above or below the bar."""
    articles = sorted({article.content_hash: article for article in corpus}.values(), key=lambda one: one.content_hash)
    words = [words_of(fold_text(article.body)) for article in articles]
    sketches = [sketch_article(text) for text in words]
    marked: defaultdict[int, list[int]] = defaultdict(list)
    for at, (_, marks) in enumerate(sketches):
        for mark in marks:
            marked[mark].append(at)
    near = {pair for many in marked.values() if len(many) < CROWD for pair in combinations(many, 2)}
    for one, other in sorted(near):
        if not may_be_copies(sketches[one][0], sketches[other][0]):
            continue
        first, second = articles[one], articles[other]
        days = abs((first.published - second.published).days) if first.published and second.published else 0
        same = first.outlet == second.outlet
        joined = are_copies(words[one], words[other], days, one_outlet=same)
        if joined == (wanted == "joined"):
            pairs, share = compare(words[one], words[other])
            yield abs(pairs - (FAR if same or days > FAR_DAYS else NEAR)), first, second, pairs, share


def compare(one: Words, other: Words) -> tuple[float, float]:
    """The share of pairs of words, and of the words of the shorter text."""
    pairs = len(one.pairs & other.pairs) / (len(one.pairs | other.pairs) or 1)
    shared = sum((Counter(one.words) & Counter(other.words)).values())
    return pairs, shared / min(len(one.words), len(other.words))


def show(pair: Pair) -> None:
    _, one, other, pairs, share = pair
    print(f"\n{one.content_hash[:16]} {other.content_hash[:16]}  pairs {pairs:.2f}  words {share:.2f}")
    for article in (one, other):
        print(f"  {article.published} {article.outlet}: {article.title}")
    first, second = one.body.split(), other.body.split()
    differ = [
        found for found in SequenceMatcher(None, first, second, autojunk=False).get_opcodes() if found[0] != "equal"
    ]
    for _, start, end, begin, stop in differ[:SHOWN]:
        print(f"    - {' '.join(first[start:end])[:LONGEST]}\n    + {' '.join(second[begin:stop])[:LONGEST]}")


def main(wanted: str = "joined", most: str = "200") -> None:
    if not CORPUS.is_dir():
        sys.exit("../shared is not there: nothing to read")
    found = sorted(find_pairs(read_corpus(), wanted), key=lambda pair: pair[0])[:PAIRS]
    print(f"{len(found):,} pairs {wanted}, the nearest to the bar first")
    for pair in found[: int(most)]:
        show(pair)


if __name__ == "__main__":
    main(*sys.argv[1:])
