"""Extracts as texts: every row of the store, safe in a spreadsheet, whole in JSON Lines."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bayan.errors import UsageError
from bayan.export import COLUMNS, TABLES, Table, extract_blocks
from bayan.export.columns import choose_columns
from bayan.export.texts import csv_blocks
from bayan.queries import Selection, questions
from bayan.queries.rows import ArticleRecord
from bayan.records import Article
from bayan.store import Store

COUNTED: tuple[Table, ...] = ("statements", "mentions", "articles")
ALL = Selection()
NOTHING = Selection(outlet=("nobody.example",))


def extract(store: Store, table: Table, form: str = "csv", selection: Selection = ALL, **options: object) -> str:
    return b"".join(extract_blocks(store, table, form, selection, **options)).decode()  # type: ignore[arg-type]


def table_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_holds_every_row_of_the_store(store: Store, table: Table) -> None:
    rows = table_of(extract(store, table))
    assert all(list(row) == [column.name for column in COLUMNS[table]] for row in rows)
    counts = {
        **{name: getattr(questions.totals(store, ALL), name) for name in COUNTED},
        "actors": questions.count_actors(store, ALL),
        "pairs": questions.count_pairs(store, ALL),
    }
    assert len(rows) == counts[table]


def test_statements_are_read_back_as_they_are(store: Store) -> None:
    rows = table_of(extract(store, "statements"))
    for read, row in zip(rows, questions.iter_statements(store, ALL), strict=True):
        assert (read["id"], read["article_id"], read["content_text"]) == (row.id, row.article_id, row.content_text)
        assert (int(read["content_start"]), int(read["content_end"])) == row.content
        assert read["published"] == (row.published.isoformat() if row.published else "")
        assert (read["topics"], read["diplomatic"]) == ("; ".join(row.topics), str(row.diplomatic).lower())


@pytest.mark.parametrize("table", COUNTED)
def test_no_cell_for_excel_is_a_formula(store: Store, table: Table) -> None:
    text = extract(store, table, "excel")
    assert text.startswith("\ufeff")
    for row in csv.reader(io.StringIO(text[1:], newline="")):
        for cell in row:
            assert not cell.lstrip(" \t\r\n\u200f\x01").startswith(tuple("=+-@＝＋－＠﹢")) or cell.startswith("'")
    assert "'=1+1" in text


def test_plain_tables_keep_every_text(store: Store, formulas: tuple[str, ...]) -> None:
    assert {row["author"] for row in table_of(extract(store, "articles"))} >= set(formulas)


@given(st.text(max_size=30))
def test_a_text_for_excel_is_a_text(text: str) -> None:
    record = ArticleRecord("0" * 12, "a", None, "t", text, None, None, None, "ar", "b", "s", 0, 0)
    written = b"".join(csv_blocks(COLUMNS["articles"], [record], excel=True)).decode()
    (row,) = table_of(written)
    assert row["author"] in (text, f"'{text}")
    assert row["author"][:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")


def test_articles_in_json_lines_can_be_ingested_again(store: Store) -> None:
    lines = extract(store, "articles", "jsonl").splitlines()
    ids = {article.id for batch in store.articles() for article in batch}
    assert {json.loads(line)["id"] for line in lines} == ids
    for line in lines:
        read = json.loads(line)
        assert Article(read["outlet"], read["title"], read["body"]).id == read["id"]
        assert {"id", "outlet", "url", "title", "published", "body"} <= read.keys()


def test_json_lines_keep_lists_and_nothing(store: Store) -> None:
    read = [json.loads(line) for line in extract(store, "statements", "jsonl").splitlines()]
    assert [one["topics"] for one in read[:2]] == [["ceasefire"], []]
    assert read[0]["speaker_id"] is None
    assert read[-1]["published"] is None


@pytest.mark.parametrize("table", TABLES)
def test_an_extract_of_nothing_has_its_heading(store: Store, table: Table) -> None:
    heading = ",".join(column.name for column in COLUMNS[table]) + "\r\n"
    assert extract(store, table, "csv", NOTHING) == heading
    assert extract(store, table, "jsonl", NOTHING) == ""


def test_columns_are_chosen_and_left_out_in_their_own_order(store: Store) -> None:
    chosen = extract(store, "statements", columns=["day", "act", "id"])
    assert chosen.splitlines()[0] == "id,act,day"
    assert "body" not in table_of(extract(store, "articles", without=["body"]))[0]


@pytest.mark.parametrize(
    ("table", "form", "options", "told"),
    [
        ("statements", "csv", {"columns": ["speakr"]}, "no column 'speakr'"),
        ("statements", "csv", {"columns": []}, "no column of statements is left"),
        ("statements", "gexf", {}, "only pairs can"),
        ("pairs", "gexf", {"without": ["month"]}, "no columns to choose"),
    ],
)
def test_what_cannot_be_chosen_is_said(
    store: Store, table: Table, form: str, options: dict[str, object], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        extract(store, table, form, **options)


def test_blocks_are_small(store: Store) -> None:
    (row, *_) = questions.iter_articles(store, ALL)
    blocks = list(csv_blocks(choose_columns("articles"), (row for _ in range(5000))))
    assert len(blocks) > 5
    assert max(map(len, blocks)) < 100_000
