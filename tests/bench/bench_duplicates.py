"""How well near copies are found: made variants of real articles, and real pairs that share marks. Needs ../shared.

Writes docs/duplicates.md. The judge of real pairs is how much of the shorter text stands in long runs of words that
both have, in whatever order: the store does not use that.
"""

from __future__ import annotations

import gzip
import json
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random

from sqlalchemy import select

from bayan.records import Article
from bayan.store import Store, open_store, tables
from bayan.text import fold_text

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
WORD = re.compile(r"[^\W_]+")
ARTICLES, PAIRS, BATCH = 1_000, 2_000, 500
RUN, DIFFERENT = 6, 0.2
"""Two texts are different articles where less than a fifth of the shorter one stands in runs of six words of both."""
Variant = Callable[[str, Random], str]


def read_corpus() -> list[Article]:
    found = []
    for name in ("saudinewsnet", "ant2018"):
        with gzip.open(CORPUS / f"{name}.jsonl.gz") as lines:
            for line in lines:
                row = json.loads(line)
                day = date.fromisoformat(row["published"][:10]) if row["published"] else None
                found.append(Article(row["outlet"], row["title"] or "", row["body"] or "", day, source=name))
    return found


def change_words(share: float, vocabulary: Sequence[str]) -> Variant:
    def change(body: str, dice: Random) -> str:
        return re.sub(r"\S+", lambda word: dice.choice(vocabulary) if dice.random() < share else word[0], body)

    return change


def make_variants(vocabulary: Sequence[str]) -> dict[str, Variant]:
    letters = str.maketrans("أإآىة", "ااايه")
    sentence = re.compile(r"(?<=[.؟!\n])\s+")

    def shuffle(body: str, dice: Random) -> str:
        parts = sentence.split(body)
        return " ".join(dice.sample(parts, len(parts)))

    return {
        "byline changed": lambda body, dice: f"{' '.join(dice.sample(vocabulary, 4))} -\n{body}",
        "spelling": lambda body, dice: body.translate(letters).replace("ا", "اـ"),
        "5 % of the words": change_words(0.05, vocabulary),
        "15 % of the words": change_words(0.15, vocabulary),
        "cut by 30 %": lambda body, dice: body[: len(body) * 7 // 10],
        "sentences shuffled": shuffle,
    }


def fill(store: Store, articles: Sequence[Article]) -> None:
    for at in range(0, len(articles), BATCH):
        store.save([(article, None) for article in articles[at : at + BATCH]])


def joined(store: Store) -> list[list[str]]:
    """The groups, as ids of articles."""
    article, wire = tables.article, tables.wire
    wanted = select(wire.c.first_id, article.c.hash).join_from(wire, article, article.c.id == wire.c.article_id)
    groups: dict[int, list[str]] = {}
    with store.read() as connection:
        for first, content_hash in connection.execute(wanted):
            groups.setdefault(first, []).append(content_hash.hex())
    return list(groups.values())


def share(one: str, other: str) -> float:
    """How much of the shorter text stands in runs that both have."""
    shorter, longer = sorted((WORD.findall(fold_text(text)) for text in (one, other)), key=len)
    runs = {tuple(longer[at : at + RUN]) for at in range(len(longer) - RUN + 1)}
    covered: set[int] = set()
    for at in range(len(shorter) - RUN + 1):
        if tuple(shorter[at : at + RUN]) in runs:
            covered |= set(range(at, at + RUN))
    return len(covered) / max(1, len(shorter))


def measure_variant(folder: Path, name: str, vary: Variant, originals: Sequence[Article]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs; pairs of originals count as wrong only where they are different articles."""
    dice = Random(name)
    made = [replace(one, outlet="copy.example", body=vary(one.body, dice)) for one in originals]
    owner = {one.content_hash: at for many in (originals, made) for at, one in enumerate(many)}
    right = wrong = 0
    with open_store(folder / f"{name}.db", write=True, create=True) as store:
        fill(store, [*originals, *made])
        for group in joined(store):
            for one, other in combinations(group, 2):
                here, there = owner[one], owner[other]
                if here == there:
                    right += 1
                elif share(originals[here].body, originals[there].body) < DIFFERENT:
                    wrong += 1
    precision, recall = right / (right + wrong), right / len(made)
    return precision, recall, 2 * precision * recall / (precision + recall)


def candidate_pairs(store: Store) -> Iterator[tuple[str, str]]:
    """Pairs of stored articles that share a mark, so that they had to be told apart."""
    article, band = tables.article, tables.band
    wanted = select(band.c.mark, article.c.hash).join_from(band, article, article.c.id == band.c.article_id)
    marked: dict[int, list[str]] = {}
    with store.read() as connection:
        for mark, content_hash in connection.execute(wanted):
            marked.setdefault(mark, []).append(content_hash.hex())
    yield from sorted({pair for many in marked.values() if len(many) < 50 for pair in combinations(sorted(many), 2)})


def measure_pairs(folder: Path, corpus: Sequence[Article]) -> str:
    by_hash = {article.content_hash: article for article in corpus}
    with open_store(folder / "all.db", write=True, create=True) as store:
        started = time.process_time()
        fill(store, corpus)
        rate = len(by_hash) / (time.process_time() - started)
        groups = joined(store)
        group_of = {one: number for number, many in enumerate(groups) for one in many}
        pairs = list(candidate_pairs(store))
    dice = Random(7)
    hard: list[tuple[str, str]] = []
    for one, other in dice.sample(pairs, len(pairs)):
        if share(by_hash[one].body, by_hash[other].body) < DIFFERENT:
            hard.append((one, other))
        if len(hard) == PAIRS:
            break
    hashes = sorted(by_hash)
    chance = [tuple(dice.sample(hashes, 2)) for _ in range(PAIRS - len(hard))]
    together = [sum(group_of.get(one, -1) == group_of.get(other, -2) for one, other in some) for some in (hard, chance)]
    sizes = sorted(map(len, groups))
    return f"""All {len(by_hash):,} real articles: {sum(sizes):,} stand in {len(groups):,} groups, the largest of
{sizes[-1]}; {len(pairs):,} pairs share a mark. Saved without extraction at {rate:,.0f} articles a second of processor.

| pairs of different articles | checked | in one group |
|---|---|---|
| that share a mark, but less than a fifth of the shorter text | {len(hard):,} | {together[0]} |
| drawn by chance | {len(chance):,} | {together[1]} |
"""


def main() -> None:
    if not CORPUS.is_dir():
        print("../shared is not there: nothing to measure")
        return
    corpus = read_corpus()
    long = [article for article in corpus if len(article.body.split()) >= 40]
    originals = Random(1).sample(long, ARTICLES)
    vocabulary = [word for article in corpus[:2_000] for word in article.body.split()]
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"
            for name, vary in make_variants(vocabulary).items()
            for precision, recall, f1 in [measure_variant(Path(folder), name, vary, originals)]
        ]
        pairs = measure_pairs(Path(folder), corpus)
    table = "\n".join(rows)
    text = f"""# Near copies

Printed by tests/bench/bench_duplicates.py; how it works and why is told in decisions/0006.

Each of {ARTICLES:,} real articles of 40 words or more is stored with a variant, as of another outlet. A pair is right
where an article and its variant are in one group, wrong where two different articles are.

| variant | precision | recall | F1 |
|---|---|---|---|
{table}

{pairs}"""
    (ROOT / "docs" / "duplicates.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
