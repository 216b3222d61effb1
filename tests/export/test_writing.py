"""Extracts: every row of the store, safe in a spreadsheet, whole in JSON Lines, and told in the codebook."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.made import ACTORS, PRINCIPALS, find, make_article, make_batch

from bayan.export import COLUMNS, Table, csv_blocks, jsonl_blocks, print_codebook, write_csv, write_jsonl
from bayan.queries import Selection, questions
from bayan.queries.rows import ArticleRecord
from bayan.records import Article
from bayan.store import Store, open_store

READ = {
    "statements": questions.iter_statements,
    "mentions": questions.iter_mentions,
    "articles": questions.iter_articles,
}
FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u200f=1",
    "\x01=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "﹢1",
)


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    hostile = [
        replace(make_article(100 + at, day=None), title=f"{formula} عنوان", author=formula)
        for at, formula in enumerate(FORMULAS)
    ]
    with open_store(place, write=True, create=True) as opened:
        opened.sync_actors(ACTORS, PRINCIPALS)
        opened.save([*make_batch(4), *((article, find(article)) for article in hostile)], extractor="1")
        yield opened


def extract(store: Store, table: Table, **options: bool) -> str:
    return "".join(csv_blocks(table, READ[table](store, Selection()), **options))


@pytest.mark.parametrize("table", list(READ))
def test_a_table_holds_every_row_of_the_store(store: Store, table: Table) -> None:
    rows = list(csv.DictReader(io.StringIO(extract(store, table), newline="")))
    assert [row.name for row in COLUMNS[table]] == list(rows[0])
    assert len(rows) == getattr(questions.totals(store, Selection()), table)
    assert all(row["url"].startswith("https://") for row in rows)


def test_statements_are_read_back_as_they_are(store: Store) -> None:
    rows = csv.DictReader(io.StringIO(extract(store, "statements"), newline=""))
    for read, row in zip(rows, questions.iter_statements(store, Selection()), strict=True):
        assert (read["id"], read["article_id"], read["content_text"]) == (row.id, row.article_id, row.content_text)
        assert (int(read["content_start"]), int(read["content_end"])) == row.content
        assert read["published"] == (row.published.isoformat() if row.published else "")
        assert (read["topics"], read["diplomatic"]) == ("; ".join(row.topics), str(row.diplomatic).lower())


@pytest.mark.parametrize("table", list(READ))
def test_no_cell_for_excel_is_a_formula(store: Store, table: Table) -> None:
    text = extract(store, table, excel=True)
    assert text.startswith("\ufeff")
    for row in csv.reader(io.StringIO(text[1:], newline="")):
        for cell in row:
            assert not cell.lstrip(" \t\r\n\u200f\x01").startswith(tuple("=+-@＝＋－＠﹢")) or cell.startswith("'")
    assert "'=1+1" in text


def test_plain_tables_keep_every_text(store: Store) -> None:
    authors = {row["author"] for row in csv.DictReader(io.StringIO(extract(store, "articles"), newline=""))}
    assert authors >= set(FORMULAS)


@given(st.text(max_size=30))
def test_a_text_for_excel_is_a_text(text: str) -> None:
    record = ArticleRecord("0" * 12, "a", None, "t", text, None, None, None, "ar", "b", "s", 0, 0)
    written = "".join(csv_blocks("articles", [record], excel=True))
    (row,) = csv.DictReader(io.StringIO(written[1:], newline=""))
    assert row["author"] in (text, f"'{text}")
    assert row["author"][:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")


def test_articles_in_json_lines_can_be_ingested_again(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        write_jsonl("articles", questions.iter_articles(store, Selection()), stream)
    lines = path.read_text(encoding="utf-8").splitlines()
    ids = {article.id for batch in store.articles() for article in batch}
    assert {json.loads(line)["id"] for line in lines} == ids
    for line in lines:
        read = json.loads(line)
        again = Article(read["outlet"], read["title"], read["body"])
        assert again.id == read["id"]
        assert {"id", "outlet", "url", "title", "published", "body"} <= read.keys()


def test_json_lines_keep_lists_and_nothing(store: Store) -> None:
    lines = "".join(jsonl_blocks("statements", questions.iter_statements(store, Selection()))).splitlines()
    read = [json.loads(line) for line in lines]
    assert [one["topics"] for one in read[:2]] == [["ceasefire"], []]
    assert read[0]["speaker_id"] is None
    assert read[-1]["published"] is None


@pytest.mark.parametrize("table", list(READ))
def test_an_extract_of_nothing_has_its_heading(store: Store, table: Table) -> None:
    nothing = Selection(outlet=("nobody.example",))
    stream = io.StringIO(newline="")
    write_csv(table, READ[table](store, nothing), stream)
    assert stream.getvalue() == ",".join(column.name for column in COLUMNS[table]) + "\r\n"
    assert "".join(jsonl_blocks(table, READ[table](store, nothing))) == ""


def test_blocks_are_small(store: Store) -> None:
    (row, *_) = questions.iter_articles(store, Selection())
    blocks = list(csv_blocks("articles", (row for _ in range(5000))))
    assert len(blocks) > 5
    assert max(map(len, blocks)) < 100_000


def test_the_codebook_is_printed_from_the_columns() -> None:
    path = Path(__file__).parents[2] / "docs" / "codebook.md"
    assert path.read_text(encoding="utf-8") == print_codebook(), "print it anew: bayan.export.print_codebook()"
