"""Written sentences with what a careful reader finds in them: tests/cases/statements.tsv."""

from __future__ import annotations

import csv
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from bayan.extract import Extractor
from bayan.records import Article

EXTRACTOR = Extractor.load()
CASES = Path(__file__).resolve().parents[1] / "cases" / "statements.tsv"
Row = tuple[str, ...]


def _cases() -> list[tuple[str, str, list[Row]]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]
    groups = groupby(rows, key=lambda row: (row[0], row[1]))
    return [(field, text, [tuple(row[2:]) for row in found if row[2] != "-"]) for (field, text), found in groups]


@pytest.mark.parametrize(
    ("field", "text", "wanted"), _cases(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_a_sentence_says(field: str, text: str, wanted: list[Row]) -> None:
    title, body = (text, "") if field == "title" else ("", text)
    article = Article(outlet="test", title=title, body=body, published=date(2020, 7, 8))
    found = [
        (text[slice(*s.cue)], s.speaker or "-", s.via or "-", s.said_on or "-", s.act, text[slice(*s.content)])
        for s in EXTRACTOR.extract(article).statements
    ]
    assert found == wanted


def test_two_persons_in_a_headline_are_neither_of_the_two() -> None:
    article = Article(
        outlet="test",
        title="كنغريدج وجولياني: نريد تغيير النظام",
        body="قال كنغريدج إن الوقت حان للتغيير. ودعا جولياني إلى مقاطعة الشركات.",
        published=date(2018, 7, 1),
    )
    headline, first, second = (s.speaker for s in EXTRACTOR.extract(article).statements)
    assert headline == "كنغريدج وجولياني"
    assert first == "كنغريدج"
    assert second == "جولياني"


def test_a_sentence_may_end_anywhere() -> None:
    for field, text, _ in _cases():
        for at in (k for k, letter in enumerate(text) if letter == " "):
            title, body = (text[:at], "") if field == "title" else ("", text[:at])
            EXTRACTOR.extract(Article(outlet="test", title=title, body=body, published=None))
