"""How a statement was found is told in words, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.show.test_reader import statement

from bayan.extract import Extractor
from bayan.queries import Selection
from bayan.records import Article, Span
from bayan.show.reasons import tell_reasons
from bayan.show.view import View
from bayan.show.words import load_words

CASES = Path(__file__).parents[1] / "cases" / "statements.tsv"


def found_evidence() -> set[tuple[str, ...]]:
    """The evidence of all that is found in the sentences of the cases, which use nearly every rule."""
    extractor = Extractor.load()
    rows = (line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if "\t" in line)
    sentences = sorted({(row[0], row[1]) for row in rows})
    articles = (Article("o", *((text, "") if field == "title" else ("", text)), None) for field, text in sentences)
    return {one.evidence for article in articles for one in extractor.extract(article).statements}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_rule_is_told_in_words(lang: str) -> None:
    view = View("", load_words(lang), Selection())
    untold = set()
    for evidence in found_evidence():
        told = tell_reasons(view, replace(statement(1, Span(0, 3), Span(3, 5)), evidence=evidence))
        assert told.count("<dt>") == len(evidence) == 4
        if told.count("<code") != 1:  # the entry of the lexicon has its name
            untold.add(evidence[1:])
    assert untold == set()


def test_a_statement_without_evidence_has_no_reasons() -> None:
    assert tell_reasons(View("", load_words("en"), Selection()), statement(1, Span(0, 3), Span(3, 5))) == ""
