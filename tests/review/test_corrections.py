"""Corrections travel as articles annotated by hand, and these are taken as corrections."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.places import Places
from tests.store.made import ACTORS, PRINCIPALS, find, make_article, make_batch

from bayan.errors import Rejected
from bayan.evaluation import read_gold
from bayan.queries import questions
from bayan.records import Act, Correction, Verdict
from bayan.review import read_corrections, write_corrections
from bayan.store import Store, open_store

ARTICLE = make_article(1)


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place, write=True, create=True) as opened:
        opened.sync_actors(ACTORS, PRINCIPALS)
        opened.save([(ARTICLE, find(ARTICLE)), *make_batch(1, first=5)], extractor="1")
        first, second = (row.id for row in questions.article(opened, ARTICLE.id).statements)
        opened.review(first, Verdict.CORRECTED, by="nadia", act=Act.DENY)
        opened.review(second, Verdict.WRONG, by="nadia")
        yield opened


def test_what_is_written_is_gold_and_is_taken_elsewhere(store: Store, places: Places, tmp_path: Path) -> None:
    lines = list(write_corrections(store))
    (tmp_path / "gold.jsonl").write_bytes(b"".join(lines))
    [gold] = read_gold(tmp_path / "gold.jsonl")
    assert (gold.article.content_hash, [one.act for one in gold.statements]) == (ARTICLE.content_hash, [Act.DENY])
    read = list(read_corrections(lines, "c.jsonl"))
    with open_store(places.new(), write=True, create=True) as other:
        other.save([(ARTICLE, find(ARTICLE))], extractor="1")
        assert other.take_corrections(one for one in read if isinstance(one, Correction)) == 2
        [row] = questions.article(other, ARTICLE.id).statements
        assert (row.act, row.reviewed) == (Act.DENY, "corrected")
        assert list(write_corrections(other)) == lines


def test_gold_without_reviews_is_confirmed_and_yields(store: Store) -> None:
    [line] = write_corrections(store)
    row = json.loads(line)
    row["statements"][0].pop("review")
    [plain, _] = read_corrections([json.dumps(row).encode()], "gold.jsonl")
    assert isinstance(plain, Correction)
    assert (plain.verdict, plain.by) == (Verdict.CONFIRMED, "gold.jsonl")
    assert store.take_corrections([plain]) == 0


@pytest.mark.parametrize("change", [{"statements": 1}, {"body": "short"}, {"rejected": [{}]}])
def test_a_line_that_is_none_is_told(store: Store, change: dict[str, object]) -> None:
    [line] = write_corrections(store)
    [told] = read_corrections([json.dumps(json.loads(line) | change).encode()], "c.jsonl")
    assert isinstance(told, Rejected) and told.where == "c.jsonl:1"
    assert [type(one) for one in read_corrections([b"x", b"[]", b" "], "c.jsonl")] == [Rejected, Rejected]


@pytest.mark.parametrize("said_on", ["2020", "2020-13", "2020-7-08", "soon"])
def test_a_day_that_is_none_is_told(store: Store, said_on: str) -> None:
    [line] = write_corrections(store)
    row = json.loads(line)
    row["statements"][0]["said_on"] = said_on
    [told] = read_corrections([json.dumps(row).encode()], "c.jsonl")
    assert isinstance(told, Rejected)
