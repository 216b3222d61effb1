"""Decisions about actors take effect for what is stored, survive extraction, and travel in a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bayan.actors import Decision
from bayan.errors import Rejected, UsageError
from bayan.load import annotate
from bayan.queries import Selection, questions
from bayan.records import Article
from bayan.review import decide_actors, read_decisions, registry_of, suggest_actors, write_decisions
from bayan.store import Store, open_store, verify

WHO = {"by": "nadia", "at": "2026-01-01T00:00:00+00:00"}
NAME = "سمير القرقاحي"
ACCEPT = Decision("accept", **WHO, actor="samir-qarqahi", kind="person", name_ar=NAME, principal="egypt")
BODY = "قال مدير المستشفى {0} إن المستشفى مكتظ. وأضاف أن الأدوية نفدت. ثم التقى {0} الوفد."


def article(number: int, name: str) -> Article:
    return Article("صحيفة", f"خبر {number}", BODY.format(name), date(2020, 7, number))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "s.db", write=True, create=True) as opened:
        names = (NAME, NAME, "سمير القرقاحى", "عادل النحاس", "عادل النحاس")
        opened.save([(article(number, name), None) for number, name in enumerate(names, start=1)])
        annotate(opened)
        yield opened
        assert list(verify(opened)) == []


def count(store: Store, *actors: str) -> int:
    return questions.totals(store, Selection(actor=actors)).statements


def test_who_is_missing_is_suggested_from_what_is_stored(store: Store) -> None:
    assert [(one.name, one.role, one.articles) for one in suggest_actors(store)] == [
        (NAME, "مدير المستشفى", 3),
        ("عادل النحاس", "مدير المستشفى", 2),
    ]


def test_an_accepted_actor_speaks_at_once_in_the_articles_that_name_it(store: Store) -> None:
    outcome = decide_actors(store, [ACCEPT])
    assert (outcome.decisions, outcome.annotated, outcome.waiting) == (1, 3, 0)
    assert count(store, "samir-qarqahi") == 6
    assert questions.totals(store, Selection(behalf=("egypt",))).statements == 6
    assert questions.totals(store, Selection(actor=("samir-qarqahi",))).mentions == 6
    assert [one.name for one in suggest_actors(store)] == ["عادل النحاس"]
    annotate(store)
    assert count(store, "samir-qarqahi") == 6


def test_a_decision_takes_effect_in_a_store_that_another_version_of_the_engine_read(store: Store) -> None:
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE extractor SET name = 'of last year'")
    outcome = decide_actors(store, [ACCEPT])
    assert (outcome.annotated, outcome.waiting, count(store, "samir-qarqahi")) == (3, 0, 6)
    assert annotate(store, stale_only=True).read == 2


def test_a_name_taken_away_and_a_name_changed_survive_extraction(store: Store) -> None:
    decide_actors(store, [replace(ACCEPT, names=("عادل النحاس",))])
    assert count(store, "samir-qarqahi") == 10
    decide_actors(store, [Decision("split", **WHO, actor="samir-qarqahi", names=("عادل النحاس",))])
    decide_actors(
        store, [Decision("rename", **WHO, actor="samir-qarqahi", name_ar="سمير القرقاح", name_en="Samir Qarqah")]
    )
    for _ in range(2):
        profile = questions.actor(store, "samir-qarqahi")
        assert profile and (profile.name.name_ar, profile.name.name_en) == ("سمير القرقاح", "Samir Qarqah")
        assert (count(store, "samir-qarqahi"), count(store, "~عادل النحاس")) == (6, 4)
        annotate(store)


def test_decisions_are_undone_and_kept_once(store: Store) -> None:
    decide_actors(store, [ACCEPT])
    assert decide_actors(store, [ACCEPT]).decisions == 0
    decide_actors(store, [Decision("split", **WHO, actor="samir-qarqahi")])
    assert count(store, "samir-qarqahi") == 0
    assert len(suggest_actors(store)) == 2
    assert len(store.decisions()) == 2


def test_a_name_merged_and_one_dismissed(store: Store) -> None:
    decide_actors(store, [Decision("merge", **WHO, actor="sergei-lavrov", names=("عادل النحاس",))])
    assert count(store, "sergei-lavrov") == 4
    outcome = decide_actors(store, [Decision("dismiss", **WHO, names=(NAME,))])
    assert (outcome.decisions, outcome.annotated) == (1, 0)
    assert suggest_actors(store) == []


def test_what_does_not_fit_is_not_kept(store: Store) -> None:
    with pytest.raises(UsageError, match="no actor atlantis"):
        decide_actors(
            store, [ACCEPT, Decision("accept", **WHO, actor="x", kind="person", name_ar="س", principal="atlantis")]
        )
    assert store.decisions() == ()


def test_a_decision_that_fits_no_more_is_told_and_the_others_count(store: Store) -> None:
    decide_actors(store, [ACCEPT])
    gone = replace(ACCEPT, actor="sergei-lavrov")  # as if data/actors had listed the id since
    store.decide([gone])
    assert [fault for fault in verify(store) if "this id is taken" in fault]
    assert registry_of(store).get("samir-qarqahi")
    with store.write() as connection:
        connection.exec_driver_sql("DELETE FROM decision WHERE number = 2")


def test_decisions_travel_in_a_file(store: Store, place: str) -> None:
    rename = Decision("rename", **WHO, actor="samir-qarqahi", name_en="Samir al-Qarqahi")
    decide_actors(store, [ACCEPT, rename])
    lines = [*write_decisions(store), b"\n", b"no JSON\n", b"[]\n"]
    read = list(read_decisions(lines, "d.jsonl"))
    assert [one.where for one in read if isinstance(one, Rejected)] == ["d.jsonl:4", "d.jsonl:5"]
    with open_store(place, write=True, create=True) as other:
        other.save([(article(1, NAME), None)])
        outcome = decide_actors(other, [one for one in read if isinstance(one, Decision)])
        assert (outcome.decisions, outcome.annotated) == (2, 1)
        assert other.decisions() == store.decisions()
        assert count(other, "samir-qarqahi") == 2
        assert registry_of(other).get("samir-qarqahi").name_en == "Samir al-Qarqahi"
