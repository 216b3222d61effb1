"""Beside an article in its list; and what a denial may answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.places import Places

from bayan.queries import Selection, questions
from bayan.queries.telling_words import find_roots
from bayan.records import Act, Actor, Article, Extraction, Kind, Span, SpeakerKind, Statement
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


def test_the_noun_of_the_verb_and_one_of_many_are_the_same_word() -> None:
    for one, other in (("أرسلت", "بإرسال"), ("العسكريين", "عسكري"), ("بليبيا", "ليبيا"), ("المرتزقة", "مرتزقة")):
        assert find_roots(one)[0] & find_roots(other)[0], one
    assert not find_roots("الأسعار")[0] & find_roots("إرسال")[0]


def test_a_denial_finds_its_claim_in_other_words_and_without_a_topic(place: str) -> None:
    claim = ("أن روسيا أرسلت طائرات حربية أعيد طلاؤها في سوريا", "قائد القوات", Act.CRITICISE)
    denial = ("إن الزعم بإرسال روسيا طائرات حربية لا يطابق الواقع", "النائب", Act.DENY)
    aside = ("أن روسيا تملك القدرة على وقف النزاع", "المبعوث", Act.INFORM)
    batch = [
        article(date(2020, 5, 27), "a.example", claim),
        article(date(2020, 5, 28), "b.example", denial),
        article(date(2020, 5, 28), "c.example", aside),
    ]
    with open_store(place, write=True, create=True) as opened:
        opened.save(
            [(one, Extraction(tuple(replace(s, topics=()) for s in found.statements), ())) for one, found in batch]
        )
        [row] = questions.statements(opened, Selection(act=("deny",))).rows
        assert [found.speaker for found in questions.claims(opened, row.id)] == ["قائد القوات"]


def test_those_who_speak_for_the_same_side_make_no_claims(place: str) -> None:
    russia = Actor("russia", SpeakerKind.STATE, "روسيا", "Russia")
    people = [Actor(key, SpeakerKind.PERSON, key, key, principal="russia") for key in ("peskov", "lavrov")]
    told = [(CLAIM, "lavrov", Act.CRITICISE), (DENIAL, "peskov", Act.DENY)]
    with open_store(place, write=True, create=True) as opened:
        opened.sync_actors([russia, *people], {"peskov": ("russia",), "lavrov": ("russia",)})
        made, found = article(date(2020, 7, 1), "a.example", *told)
        known = [replace(statement, speaker_id=statement.speaker) for statement in found.statements]
        opened.save([(made, Extraction(tuple(known), ()))])
        [row] = questions.statements(opened, Selection(act=("deny",))).rows
        assert questions.claims(opened, row.id) == ()


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
