"""What is new in the last days, told from what is usual; outlets that fell silent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from tests.places import Places

from bayan.queries import Selection, questions, rows
from bayan.records import Act, Article, Extraction, Kind, Span, SpeakerKind, Statement
from bayan.store import Store, open_store

END = date(2020, 7, 28)


def article(day: date, outlet: str, speaker: str, count: int, kind: SpeakerKind) -> tuple[Article, Extraction]:
    body = f"قال {speaker} " + " ".join(f"كلام{at}" for at in range(count))
    spans = [Span(body.index(f"كلام{at}"), body.index(f"كلام{at}") + 4) for at in range(count)]
    said = tuple(
        Statement("body", Span(0, 3), span, Kind.INDIRECT, speaker, kind, Act.INFORM, topics=("oil",)) for span in spans
    )
    return Article(outlet, f"{speaker} {day} {outlet}", body, day, source="test"), Extraction(said, ())


def batch() -> list[tuple[Article, Extraction]]:
    person, source = SpeakerKind.PERSON, SpeakerKind.UNNAMED
    weekly = [END - timedelta(days=7 * at) for at in range(8)]
    return [
        *(article(day, "steady.example", "لافروف", 2, person) for day in weekly),
        *(article(day - timedelta(days=21), "silent.example", "مصدر", 1, source) for day in weekly),
        article(END, "steady.example", "قالن", 6, person),
        article(END - timedelta(days=1), "steady.example", "مصدران", 9, source),
    ]


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    address = places.new()
    with open_store(address, write=True, create=True) as opened:
        opened.save(batch(), extractor="tests")
        yield opened
    places.free(address)


def test_more_than_usual_is_told_and_the_usual_is_not(store: Store) -> None:
    found = questions.changes(store, Selection())
    assert found is not None
    assert (found.since, found.until, found.now) == (date(2020, 7, 22), END, 17)
    assert found.usual == (4 * 2 + 2) / 4
    assert found.speakers == (rows.Change("~قالن", "قالن", None, 6, 0.0),)
    assert [(change.key, change.now) for change in found.topics] == [("oil", 17)]


def test_a_selection_has_its_own_last_days(store: Store) -> None:
    found = questions.changes(store, Selection(until="2020-07-20"))
    assert found is not None
    assert (found.until, found.now, found.speakers) == (date(2020, 7, 14), 2 + 0, ())
    assert questions.changes(store, Selection(actor=("nobody",))) is None


def test_chosen_days_leave_what_is_usual_as_it_is(store: Store) -> None:
    whole = questions.changes(store, Selection())
    assert questions.changes(store, Selection(since="2020-07-10")) == whole
    found = questions.changes(store, Selection(since="2020-07-27"))
    assert found is not None
    assert (found.since, found.until, found.now) == (date(2020, 7, 27), END, 17)
    assert found.usual == pytest.approx((4 * 2 + 2) * 2 / 28)
    longer = questions.changes(store, Selection(since="2020-07-21", until="2020-07-23"))
    assert longer is not None
    assert (longer.since, longer.until, longer.now) == (date(2020, 7, 21), date(2020, 7, 21), 2)
    assert longer.usual == pytest.approx((4 * 2 + 3) / 28)


def test_an_outlet_that_fell_silent_is_a_gap(store: Store) -> None:
    assert questions.gaps(store, Selection()) == (rows.Gap("silent.example", END - timedelta(days=21), 21),)
    assert questions.gaps(store, Selection(outlet=("steady.example",))) == ()
    assert questions.gaps(store, Selection(until="2020-07-10")) == ()
    assert questions.gaps(store, Selection(until="2020-07-20", dated="published")) == (
        rows.Gap("silent.example", END - timedelta(days=21), 13),
    )
