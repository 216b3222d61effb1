"""Beside an article in its list; and what a denial may answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.places import Places

from bayan.queries import Selection, questions
from bayan.records import Act, Article, Extraction, Kind, Span, SpeakerKind, Statement
from bayan.store import Store, open_store

CLAIM = "أن أنقرة أرسلت مرتزقة سوريين إلى ليبيا"
DENIAL = "أن تكون أنقرة قد أرسلت المرتزقة السوريين إلى ليبيا"
OTHER = "أن الأسعار ستنخفض في الأسواق المحلية"


def said(body: str, content: str, speaker: str, act: Act, *topics: str) -> Statement:
    at = body.index(content)
    cue = Span(0, 3)
    return Statement(
        "body", cue, Span(at, at + len(content)), Kind.INDIRECT, speaker, SpeakerKind.PERSON, act, topics=topics
    )


def article(day: date, outlet: str, *told: tuple[str, str, Act]) -> tuple[Article, Extraction]:
    body = "\n".join(f"قال {speaker} {content}" for content, speaker, _ in told) or "خبر"
    made = Article(outlet, f"خبر {day}", body, day, source="test")
    return made, Extraction(tuple(said(body, *one, "mercenaries") for one in told), ())


BATCH = (
    article(date(2020, 7, 1), "a.example", (CLAIM, "المسماري", Act.CRITICISE)),
    article(date(2020, 7, 2), "b.example", (OTHER, "الوزير", Act.INFORM)),
    article(date(2020, 7, 3), "a.example", (DENIAL, "قالن", Act.DENY)),
    article(date(2020, 9, 3), "a.example", (CLAIM, "المسماري", Act.CRITICISE)),
)


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    address = places.new()
    with open_store(address, write=True, create=True) as opened:
        opened.save(BATCH, extractor="tests")
        yield opened
    places.free(address)


def test_a_denial_leads_to_the_claims_before_it(store: Store) -> None:
    denial = questions.statements(store, Selection(act=("deny",))).rows[0]
    found = questions.claims(store, denial.id)
    assert [(row.speaker, row.day) for row in found] == [("المسماري", date(2020, 7, 1))]


def test_other_statements_answer_no_claim(store: Store) -> None:
    for row in questions.iter_statements(store, Selection(act=("criticise", "inform"))):
        assert questions.claims(store, row.id) == ()
    assert questions.claims(store, "nothing") == questions.claims(store, "0" * 16) == ()


@pytest.mark.parametrize("selection", [Selection(), Selection(outlet=("a.example",)), Selection(q="ليبيا")])
def test_neighbours_are_those_of_the_list(store: Store, selection: Selection) -> None:
    listed = [row.id for row in questions.articles(store, selection).rows]
    for at, article_id in enumerate(listed):
        found = questions.neighbours(store, selection, article_id)
        assert found.newer == (listed[at - 1] if at else None)
        assert found.older == (listed[at + 1] if at + 1 < len(listed) else None)


def test_an_article_outside_the_list_has_the_nearest_beside_it(store: Store) -> None:
    newest, _, other, oldest = (row.id for row in questions.articles(store, Selection()).rows)
    found = questions.neighbours(store, replace(Selection(), outlet=("a.example",)), other)
    assert (found.newer is not None, found.older) == (True, oldest)
    assert questions.neighbours(store, Selection(), "nothing") == questions.neighbours(store, Selection(), "f" * 12)
    assert newest != other
