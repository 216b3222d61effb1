"""What is to be reviewed next, how much has been, and what that says of the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.store.made import ACTORS, PRINCIPALS, find, make_article

from bayan.queries import Selection, questions, rows
from bayan.queries.reviewing import wilson
from bayan.records import Extraction, SpeakerKind, Verdict
from bayan.store import Store, open_store

CONFIDENCES = (0.9, 0.3, 0.6, 0.95, 1.0)


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place, write=True, create=True) as opened:
        opened.sync_actors(ACTORS, PRINCIPALS)
        for number, confidence in enumerate(CONFIDENCES):
            article = make_article(number)
            found = find(article, confidence=confidence)
            opened.save([(article, Extraction(found.statements[:1], found.mentions))], extractor="1")
        yield opened


def queue(store: Store, order: str) -> list[rows.StatementRow]:
    """Every statement of the queue, passing over each."""
    found, after = [], None
    while True:
        page = questions.review_queue(store, Selection(), order=order, after=after)  # type: ignore[arg-type]
        found += page.rows
        after = page.next
        if after is None:
            return found


def test_the_least_sure_come_first_or_chance_decides(store: Store) -> None:
    assert [row.confidence for row in queue(store, "unsure")] == sorted(CONFIDENCES)
    by_chance = [row.id for row in queue(store, "chance")]
    assert by_chance == sorted(by_chance) and len(by_chance) == len(CONFIDENCES)


def test_what_is_reviewed_or_not_selected_is_not_in_the_queue(store: Store) -> None:
    first = questions.review_queue(store, Selection()).rows[0]
    store.review(first.id, Verdict.CONFIRMED, by="nadia")
    assert questions.review_queue(store, Selection()).rows[0].confidence == 0.6
    assert questions.review_queue(store, Selection(actor=("russia",))).rows == ()
    assert questions.review_queue(store, Selection(), after=first.id).rows[0].confidence == 0.6


def test_progress_tells_how_often_the_engine_was_right(store: Store) -> None:
    assert questions.review_progress(store) == rows.ReviewProgress(5, 0, 0, 0, ())
    ids = {row.confidence: row.id for row in questions.iter_statements(store, Selection())}
    store.review(ids[0.3], Verdict.WRONG, by="nadia")
    store.review(ids[0.9], Verdict.CORRECTED, by="nadia", via="تاس")
    store.review(ids[0.95], Verdict.CORRECTED, by="nadia", speaker="روسيا", speaker_id="russia")
    store.review(ids[1.0], Verdict.CONFIRMED, by="nadia")
    progress = questions.review_progress(store)
    assert (progress.statements, progress.confirmed, progress.corrected, progress.wrong) == (5, 1, 2, 1)
    assert progress.reviewed == 4
    assert [(band.since, band.reviewed, band.right) for band in progress.bands] == [(0.0, 1, 0), (0.9, 3, 2)]
    assert (progress.bands[1].low, progress.bands[1].high) == wilson(2, 3)


def test_the_interval_is_wilson_s() -> None:
    assert [round(edge, 3) for edge in wilson(81, 263)] == [0.255, 0.366]
    assert wilson(0, 10)[0] == pytest.approx(0) and round(wilson(10, 10)[0], 3) == 0.722


def test_persons_without_an_actor_are_told_with_their_articles(store: Store) -> None:
    article = make_article(9)
    speaker = {"speaker": "سمير القرقاحي", "speaker_id": None, "role": "مدير المستشفى"}
    [person, other] = find(article, **speaker).statements
    office = replace(other, speaker="مصدر مطلع", speaker_kind=SpeakerKind.UNNAMED)
    store.save([(article, Extraction((person, office), ()))], extractor="1")
    told = rows.UnlistedSpeaker("سمير القرقاحي", "مدير المستشفى", article.id)
    assert questions.unlisted_speakers(store, limit=9) == (told,)
    assert questions.count_unlisted(store) == 1


def test_articles_that_hold_a_name_are_found_with_its_clitics(store: Store) -> None:
    article = replace(make_article(9), body="التقى الوزير بسمير القرقاحي، وكان القرقاحي قد غادر")
    store.save([(article, None)])
    assert questions.articles_naming(store, ["سمير القرقاحي", "فلان الفلاني", ""]) == {article.content_hash}
