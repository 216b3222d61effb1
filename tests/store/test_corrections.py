"""What people decide about statements wins wherever rows are made, survives extraction, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.places import Places
from tests.store.made import ACTORS, PRINCIPALS, find, make_article, make_batch
from tests.store.rows import dump

from bayan.errors import UsageError
from bayan.queries import Selection, questions
from bayan.records import Act, Correction, Extraction, Span, SpeakerKind, Verdict
from bayan.store import Store, open_store, verify

ARTICLE = make_article(1)
FOUND = find(ARTICLE, confidence=0.8, role="وزير", via="تاس", said_on="2020-07", topics=("oil",), evidence=("cue:say",))


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place, write=True, create=True) as opened:
        opened.sync_actors(ACTORS, PRINCIPALS)
        opened.save([(ARTICLE, FOUND), *make_batch(2, first=5)], extractor="1")
        yield opened
        assert list(verify(opened)) == []


def first(store: Store, **chosen: tuple[str, ...]) -> object:
    """The first statement of the article, as it stands."""
    article = questions.article(store, ARTICLE.id)
    assert article
    return article.statements[0]


def annotate(store: Store, *statements: object, extractor: str = "2") -> None:
    store.save([(ARTICLE, Extraction(tuple(statements), FOUND.mentions))], extractor=extractor, replace=True)  # type: ignore[arg-type]


def test_a_confirmed_statement_is_what_it_was_and_says_so(store: Store) -> None:
    before = first(store)
    store.review(before.id, Verdict.CONFIRMED, by="nadia")
    assert first(store) == replace(before, reviewed="confirmed")
    [correction] = store.latest_corrections(5)
    assert (correction.id, correction.by, correction.found) == (before.id, "nadia", FOUND.statements[0])
    assert correction.statement == FOUND.statements[0]


def test_a_corrected_statement_is_counted_as_it_should_be(store: Store) -> None:
    assert questions.totals(store, Selection(actor=("russia",))).statements == 0
    changes = {"speaker": "روسيا", "speaker_id": "russia", "speaker_kind": SpeakerKind.STATE, "role": None}
    store.review(
        first(store).id, Verdict.CORRECTED, by="nadia", act=Act.DENY, said_on="2020-07-01", via=None, **changes
    )
    row = first(store)
    assert (row.speaker_id, row.act, row.said_on, row.via, row.role) == ("russia", Act.DENY, "2020-07-01", None, None)
    assert (row.reviewed, row.topics, row.confidence) == ("corrected", ("oil",), 0.8)
    chosen = Selection(actor=("russia",), act=("deny",), until="2020-07-01")
    assert questions.totals(store, chosen).statements == 1
    assert [one.key for one in questions.ranking(store, Selection(act=("deny",)))] == ["russia"]


def test_a_wrong_statement_is_none_anywhere(store: Store) -> None:
    statement_id = first(store).id
    store.review(statement_id, Verdict.WRONG, by="nadia")
    assert questions.statement(store, statement_id) is None
    assert questions.totals(store, Selection()).statements == 5
    assert statement_id not in {row.id for row in questions.iter_statements(store, Selection(q="القتال"))}
    for gone in (statement_id, "no id"):
        with pytest.raises(UsageError, match="no such statement"):
            store.review(gone, Verdict.CONFIRMED, by="nadia")


@pytest.mark.parametrize("verdict", Verdict)
def test_what_is_taken_back_leaves_no_trace(store: Store, verdict: Verdict) -> None:
    before = dump(store)
    correction = store.review(first(store).id, verdict, by="nadia", act=Act.WARN)
    assert dump(store) != before
    store.withdraw(correction)
    assert {name: rows for name, rows in dump(store).items() if name != "actor"} == {
        name: rows for name, rows in before.items() if name != "actor"
    }


def test_corrections_survive_another_extraction(store: Store) -> None:
    corrected, wrong = (row.id for row in questions.article(store, ARTICLE.id).statements)
    store.review(corrected, Verdict.CORRECTED, by="nadia", act=Act.DENY)
    store.review(wrong, Verdict.WRONG, by="nadia")
    again = replace(FOUND.statements[0], act=Act.SUPPORT, topics=("ceasefire",), confidence=0.3)
    annotate(store, again, *FOUND.statements[1:])
    [row] = questions.article(store, ARTICLE.id).statements
    assert (row.act, row.topics, row.confidence, row.reviewed) == (Act.DENY, ("ceasefire",), 0.3, "corrected")
    for correction in store.latest_corrections(5):
        store.withdraw(correction)
    rows = questions.article(store, ARTICLE.id).statements
    assert [one.act for one in rows] == [Act.SUPPORT, Act.PLEDGE]
    assert {one.reviewed for one in rows} == {"extracted"}


def test_what_people_saw_as_a_statement_stays_one(store: Store) -> None:
    store.review(first(store).id, Verdict.CONFIRMED, by="nadia")
    annotate(store)
    assert [row.reviewed for row in questions.article(store, ARTICLE.id).statements] == ["confirmed"]
    [correction] = store.latest_corrections(1)
    assert correction.found is None
    store.withdraw(correction)
    assert questions.article(store, ARTICLE.id).statements == ()


@pytest.mark.parametrize(("moved", "statements"), [(Span(16, 27), 1), (Span(0, 16), 2)])
def test_a_range_that_moves_a_little_is_the_same_statement(store: Store, moved: Span, statements: int) -> None:
    reviewed = first(store)
    store.review(reviewed.id, Verdict.CONFIRMED, by="nadia")
    annotate(store, replace(FOUND.statements[0], content=moved))
    rows = questions.article(store, ARTICLE.id).statements
    assert len(rows) == statements
    assert [row.content for row in rows if row.reviewed == "confirmed"] == [reviewed.content]


def test_a_speaker_who_became_an_actor_since_is_that_actor(store: Store) -> None:
    second = questions.article(store, ARTICLE.id).statements[1]
    store.review(second.id, Verdict.CONFIRMED, by="nadia")
    annotate(store, FOUND.statements[0], replace(FOUND.statements[1], speaker_id="russia"))
    assert questions.article(store, ARTICLE.id).statements[1].speaker_id == "russia"


def test_corrections_wait_for_their_article_and_the_newer_one_wins(store: Store, places: Places) -> None:
    statement_id = first(store).id
    older = store.review(statement_id, Verdict.WRONG, by="nadia")
    store.withdraw(older)
    newer = replace(older, verdict=Verdict.CONFIRMED, at="2100-01-01T00:00:00+00:00")
    with open_store(places.new(), write=True, create=True) as other:
        assert other.take_corrections([newer]) == 1
        assert other.take_corrections([older]) == 0
        other.save([(ARTICLE, FOUND)], extractor="1")
        assert questions.statement(other, statement_id).reviewed == "confirmed"
        assert other.latest_corrections(1)[0].found == FOUND.statements[0]
        assert [(article, len(many)) for article, many in other.corrected_articles()] == [(ARTICLE, 1)]


def test_the_article_keeps_all_else(store: Store) -> None:
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE article_text SET ingested_at = '2020-01-01T00:00:00+00:00'")
    store.review(first(store).id, Verdict.CONFIRMED, by="nadia")
    assert store.stale("1") == 0
    assert questions.totals(store, Selection(arrived="2020-01-02")).articles == 0
    assert Correction(ARTICLE.content_hash, FOUND.statements[0], Verdict.CONFIRMED, "x", "").id == first(store).id


def test_verify_names_marks_that_no_correction_explains(store: Store) -> None:
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE statement SET reviewed = 1")
    assert [fault for fault in verify(store) if "reviewed" in fault]
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE statement SET reviewed = NULL")
