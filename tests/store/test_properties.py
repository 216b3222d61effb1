"""Whatever is fed, in whatever order and batches, once or twice, and back through an extract: the same articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bayan.cli import main
from bayan.records import Article
from bayan.store import Store, open_store, verify

LETTERS = "ابتجدرسعفقلمنهويةأإؤئى،.:«»\"'ـً 0٣a=+-@<&\n\t"
TEXTS = st.text(LETTERS, min_size=1, max_size=60).filter(lambda text: any(map(str.isalpha, text)))
DAYS = st.none() | st.dates(date(2015, 1, 1), date(2023, 12, 31))


def _article(outlet: str, title: str, body: str, day: date | None) -> Article:
    return Article(outlet=outlet, title=title, body=body, published=day, published_basis="metadata" if day else None)


ARTICLES = st.lists(st.builds(_article, st.sampled_from("abc"), TEXTS, TEXTS, DAYS), min_size=1, max_size=6)


@contextmanager
def _new_store() -> Iterator[Store]:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "s.db", write=True, create=True) as store:
        yield store


def _held(store: Store) -> set[Article]:
    assert list(verify(store)) == []
    return {article for batch in store.articles() for article in batch}


def _saved(articles: Sequence[Article], sizes: Sequence[int]) -> set[Article]:
    with _new_store() as store:
        at = 0
        for size in (*sizes, len(articles)):
            store.save([(article, None) for article in articles[at : at + size]])
            at += size
        return _held(store)


@settings(max_examples=15, deadline=None)
@given(ARTICLES, st.data())
def test_order_and_batches_do_not_matter_and_twice_is_once(articles: list[Article], data: st.DataObject) -> None:
    distinct = list({article.content_hash: article for article in articles}.values())
    mixed = data.draw(st.permutations(distinct))
    sizes = data.draw(st.lists(st.integers(1, 3), max_size=4))
    assert _saved(distinct, []) == _saved(mixed, sizes) == _saved([*mixed, *distinct], sizes)


@settings(max_examples=8, deadline=None)
@given(ARTICLES, st.sampled_from(["jsonl", "csv", "xlsx"]))
def test_an_extract_that_is_read_again_is_the_same(articles: list[Article], form: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.jsonl").write_text("".join(map(_line, articles)), encoding="utf-8")
        copy = folder / f"copy.{form}"
        _run(folder / "one.db", "ingest", str(folder / "a.jsonl"))
        _run(folder / "one.db", "export", "articles", "--format", form, "--out", str(copy))
        _run(folder / "two.db", "ingest", str(copy))
        told = []
        for store_name in ("one.db", "two.db"):
            with open_store(folder / store_name) as store:
                told.append({(a.outlet, a.title, a.body, a.published, a.content_hash) for a in _held(store)})
        assert told[0] == told[1]


def _line(article: Article) -> str:
    day = article.published.isoformat() if article.published else ""
    row = {"outlet": article.outlet, "title": article.title, "body": article.body, "published": day}
    return json.dumps(row) + "\n"


def _run(store: Path, *words: str) -> None:
    try:
        main(["--db", str(store), *words])
    except SystemExit as ended:
        assert ended.code in (0, 1), words
