"""Parquet with types and meanings; pairs as a network that Gephi reads."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any
from xml.etree import ElementTree

import pyarrow
import pytest
from pyarrow.parquet import ParquetFile
from tests.store.made import ACTORS, PRINCIPALS, find, make_article

from bayan.export import TABLES, Table, extract_blocks, tell_meaning
from bayan.export.arrays import make_array
from bayan.export.columns import Column, Value
from bayan.export.parquet import parquet_blocks
from bayan.queries import Selection, questions
from bayan.records import Mention, Span
from bayan.store import Store, open_store

GEXF = "{http://gexf.net/1.3}"


def parquet(store: Store, table: Table, selection: Selection = Selection()) -> ParquetFile:  # noqa: B008 (frozen)
    return ParquetFile(io.BytesIO(b"".join(extract_blocks(store, table, "parquet", selection))))


@pytest.mark.parametrize(
    ("value", "cells"),
    [
        ("text", ["قال", None, "", "a\0b", "😀"]),
        ("link", [None]),
        ("day", [date(1969, 12, 31), None, date(2020, 7, 8)]),
        ("number", [0, None, -1, 2**31 - 1]),
        ("share", [None, 0.25, 1.0]),
        ("truth", [True, None, False, True, True, True, False, None, True]),
        ("list", [("a", "b"), (), None, ("سرت",)]),
        ("list", []),
        ("text", []),
    ],
)
def test_a_column_holds_what_it_was_given(value: Value, cells: list[Any]) -> None:
    made = make_array(value, cells)
    made.validate(full=True)
    assert made.to_pylist() == [list(cell) if isinstance(cell, tuple) else cell for cell in cells]


def test_writing_parquet_loads_no_pandas(store: Store) -> None:
    code = (
        "import sys; from bayan.store import open_store; from bayan.queries import Selection;"
        "from bayan.export import extract_blocks;"
        f"b''.join(extract_blocks(open_store({store.address!r}), 'statements', 'parquet', Selection()));"
        "sys.exit('pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("letters", "groups"), [(1, 1), (5_000, 12)])
def test_rows_are_grouped_by_what_they_hold(letters: int, groups: int) -> None:
    """Many small ones are one group, for groups are remembered until the end; large ones are not held all at once."""
    rows = [Mention("title", Span(at, at + 1), "russia", "x" * letters) for at in range(3_000)]
    columns = [Column("text", "text", attrgetter("name"))]
    file = ParquetFile(io.BytesIO(b"".join(parquet_blocks("mentions", columns, rows))))
    assert file.metadata.num_row_groups == groups
    assert file.read().to_pydict() == {"text": ["x" * letters] * 3_000}


def test_values_keep_their_types(store: Store) -> None:
    file = parquet(store, "statements")
    found = file.read().to_pylist()
    rows = list(questions.iter_statements(store, Selection()))
    assert [(one["id"], one["day"], one["topics"], one["diplomatic"], one["content_start"]) for one in found] == [
        (row.id, row.day, list(row.topics), row.diplomatic, row.content.start) for row in rows
    ]
    schema = file.schema_arrow
    assert schema.field("day").type == pyarrow.date32()
    assert schema.field("topics").type == pyarrow.list_(pyarrow.string())
    described = schema.field("act").metadata[b"description"].decode()
    assert described == tell_meaning("statements", "act")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_none_of_its_rows(store: Store, table: Table) -> None:
    rows = b"".join(extract_blocks(store, table, "jsonl", Selection())).count(b"\n")
    assert parquet(store, table).metadata.num_rows == rows
    assert parquet(store, table, Selection(outlet=("nobody.example",))).metadata.num_rows == 0


@pytest.fixture
def paired(place: str) -> Iterator[Store]:
    """Three articles that name both actors, in two months and on no day."""
    days = (date(2020, 6, 1), date(2020, 8, 1), None)
    batch = []
    for at, day in enumerate(days):
        article = make_article(at, day=day)
        found = find(article)
        batch.append((article, replace(found, mentions=(*found.mentions, Mention("title", Span(0, 3), "russia", "ل")))))
    with open_store(place, write=True, create=True) as store:
        store.sync_actors(ACTORS, PRINCIPALS)
        store.save(batch, extractor="1")
        yield store


@pytest.mark.parametrize(("lang", "label"), [("ar", "روسيا"), ("en", "Russia")])
def test_a_network_has_names_in_both_languages_and_weights(paired: Store, lang: str, label: str) -> None:
    root = ElementTree.fromstring(b"".join(extract_blocks(paired, "pairs", "gexf", Selection(), lang=lang)))
    nodes = {node.get("id"): node for node in root.iter(f"{GEXF}node")}
    assert set(nodes) == {"russia", "sergey-lavrov"}
    assert nodes["russia"].get("label") == label
    values = {one.get("for"): one.get("value") for one in nodes["russia"].iter(f"{GEXF}attvalue")}
    assert values == {"name_ar": "روسيا", "name_en": "Russia", "kind": "state"}
    [edge] = root.iter(f"{GEXF}edge")
    assert (edge.get("source"), edge.get("target"), edge.get("weight")) == ("russia", "sergey-lavrov", "3")
    told = {one.get("for"): one.get("value") for one in edge.iter(f"{GEXF}attvalue")}
    assert told == {"first": "2020-06", "last": "2020-08", "months": "2"}


def test_a_network_of_nothing_is_one(store: Store) -> None:
    root = ElementTree.fromstring(b"".join(extract_blocks(store, "pairs", "gexf", Selection())))
    assert [part.get("count") for part in root.iter() if part.get("count")] == ["0", "0"]
