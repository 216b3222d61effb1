"""Saving is whole or nothing, once is as good as twice, and what comes back is what went in."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.places import Places
from tests.store.made import ACTORS, PRINCIPALS, find, make_article, make_batch
from tests.store.rows import dump

from bayan.errors import Rejected, StoreError
from bayan.queries import Selection, questions
from bayan.records import Extraction, Span, statement_id
from bayan.store import Store, Tally, open_store, tables, verify
from bayan.store.saving import SaveReport


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with open_store(place, write=True, create=True) as opened:
        yield opened


def test_an_article_comes_back_as_it_went_in(store: Store) -> None:
    article = replace(
        make_article(1),
        published_at=datetime(2020, 7, 8, 21, 30, tzinfo=UTC),
        published_basis="record",
        author="كاتب",
        language="ar",
    )
    undated = make_article(2, day=None)
    store.save([(article, None), (undated, None)])
    assert [one for batch in store.articles(1) for one in batch] == [undated, article]


def test_a_statement_comes_back_as_it_went_in(store: Store) -> None:
    store.sync_actors(ACTORS, PRINCIPALS)
    article = make_article(1)
    found = find(
        article,
        role="وزير الخارجية",
        speaker_surface="لافروف",
        via="تاس",
        said_on="2003-05",
        addressee="روسيا",
        addressee_id="russia",
        topics=("oil", "ceasefire"),
        diplomatic=True,
        confidence=0.75,
        evidence=("cue.say", "rule with spaces"),
    )
    store.save([(article, found)], extractor="1")
    second, first = questions.statements(store, Selection()).rows
    made = found.statements[0]
    for name in ("field", "cue", "content", "kind", "act", "speaker", "speaker_id", "speaker_surface", "speaker_kind"):
        assert getattr(first, name) == getattr(made, name)
    for name in ("role", "via", "said_on", "addressee_id", "topics", "diplomatic", "confidence", "evidence"):
        assert getattr(first, name) == getattr(made, name)
    assert first.id == statement_id(article.content_hash, "body", made.content)
    assert first.article_id == article.id
    assert (first.day, first.day_basis, first.published) == (date(2003, 5, 1), "stated", date(2020, 7, 8))
    assert first.content_text == article.body[slice(*made.content)]
    assert first.cue_text == "قال"
    assert (first.speaker_key, first.speaker_en, first.principal_id) == ("sergey-lavrov", "Sergey Lavrov", "russia")
    assert first.role_en == "Representative to the United Nations"
    assert (second.speaker_key, second.speaker_id, second.speaker) == ("~مصدر مطلع", None, "مصدر, مطلع")
    assert (second.day_basis, second.said_on) == ("assumed", None)


def test_the_role_is_that_of_the_day(store: Store) -> None:
    store.sync_actors(ACTORS, PRINCIPALS)
    days = {1: "1993-12-31", 2: "2004-03-08", 3: "2004-03-09", 4: "2030-01-01"}
    store.save([(make_article(number), find(make_article(number), said_on=day)) for number, day in days.items()])
    rows = questions.statements(store, Selection(actor=("sergey-lavrov",)), oldest=True).rows
    assert [row.role_en for row in rows] == [
        None,
        "Representative to the United Nations",
        "Foreign Minister",
        "Foreign Minister",
    ]


def test_a_hashtag_and_the_name_that_it_spells_are_one_speaker(store: Store) -> None:
    names = {1: "الشرطة_النمساوية", 2: "الشرطة النمساوية"}
    for number, name in names.items():
        article = make_article(number)
        store.save([(article, find(article, speaker=name, speaker_id=None))])
    rows = questions.statements(store, Selection(actor=("~الشرطة النمساوية",)), oldest=True).rows
    assert sorted(row.speaker or "" for row in rows) == sorted(names.values())
    assert [one.name_ar for one in questions.actor_options(store, "النمساوية")] == ["الشرطة النمساوية"]


def test_twice_is_once(store: Store) -> None:
    assert store.save(make_batch(3)) == SaveReport(stored=3, known=0, replaced=0, statements=6, mentions=3)
    once, version = dump(store), store.version
    assert store.save(make_batch(3)) == SaveReport(stored=0, known=3, replaced=0, statements=0, mentions=0)
    assert (dump(store), store.version) == (once, version)


def test_the_same_article_twice_in_a_batch_is_one(store: Store) -> None:
    spaced = replace(make_article(1), body=make_article(1).body.replace(" ", "  "))
    report = store.save([(make_article(1), None), (spaced, None), (make_article(1, outlet="b.example"), None)])
    assert (report.stored, report.known) == (2, 1)


def test_batches_do_not_matter(store: Store, places: Places) -> None:
    batch = make_batch(7)
    store.save(batch)
    with open_store(places.new(), write=True, create=True) as other:
        for at in range(0, 7, 2):
            other.save(batch[at : at + 2])
        assert dump(other) == dump(store)


def test_annotating_again_replaces(store: Store) -> None:
    article = make_article(1)
    store.save([(article, None)])
    assert store.stale("1") == 1
    store.save([(article, find(article))], extractor="1", replace=True)
    assert store.stale("1") == 0
    assert store.stale("2") == 1
    assert [one for batch in store.articles(stale="1") for one in batch] == []
    assert [one for batch in store.articles(stale="2") for one in batch] == [article]
    found = find(article, content=Span(14, 20))
    store.save([(article, Extraction(found.statements[:1], ()))], extractor="2", replace=True)
    assert [row.content for row in questions.statements(store, Selection()).rows] == [Span(14, 20)]
    assert questions.totals(store, Selection()).mentions == 0
    assert list(verify(store)) == []


def test_a_corrected_day_moves_an_article(store: Store) -> None:
    store.save(make_batch(3))
    moved = replace(make_article(0), published=date(2021, 1, 1))
    store.save([(moved, find(moved))], replace=True)
    assert questions.articles(store, Selection()).rows[0].id == moved.id
    assert questions.totals(store, Selection(since="2021-01-01")).statements == 2
    assert list(verify(store)) == []


def test_a_batch_that_fails_leaves_nothing(store: Store) -> None:
    before = dump(store)
    broken = replace(make_article(2), body="\ud800")
    with pytest.raises(StoreError, match=r"news\.jsonl:2"):
        store.save([(make_article(1), None), (broken, None)], checkpoint=("news.jsonl", 2))
    assert dump(store) == before
    assert store.checkpoint("news.jsonl") == 0


def test_the_checkpoint_is_stored_with_the_batch(store: Store) -> None:
    store.save(make_batch(2), checkpoint=("news.jsonl", 2))
    store.save(make_batch(2), checkpoint=("news.jsonl", 4))
    assert store.checkpoint("news.jsonl") == 4
    assert store.checkpoint("other.jsonl") == 0


def test_the_version_changes_with_the_rows(store: Store) -> None:
    versions = [store.version]
    store.save(make_batch(1))
    versions.append(store.version)
    store.sync_actors(ACTORS, PRINCIPALS)
    versions.append(store.version)
    store.save(make_batch(1), checkpoint=("x", 1))
    store.sync_actors(ACTORS, PRINCIPALS)
    assert len(set(versions)) == 3
    assert store.version == versions[-1]


def test_a_run_is_told(store: Store) -> None:
    broken_off = store.start_run("ingest a")
    number = store.start_run("ingest b", extractor="1", sources=["b/"])
    rejected = [Rejected("empty_file", f"b/{name}") for name in ("\ud800", "x\0")]
    rejected.append(Rejected("no_title_no_body", "b/c:3", {"id": 7, "title": "\0\ud800"}))
    store.save(make_batch(3), tally=Tally(number, read=4, rejected=rejected[:1]))
    assert store.runs()[0].ended_at is None
    store.save(make_batch(4), tally=Tally(number, read=6, resumed=1, rejected=rejected[1:]))
    store.end_run(number)
    newest, oldest = store.runs()
    assert (newest.id, newest.read, newest.stored, newest.known, newest.resumed) == (number, 10, 4, 3, 1)
    assert (newest.rejected, newest.sources) == ({"empty": 2, "no-text": 1}, ("b/",))
    assert newest.ended_at is not None
    assert (oldest.id, oldest.ended_at, oldest.read) == (broken_off, None, 0)
    told = list(store.rejections(number))
    assert [one.where for one in told] == ["b/\\ud800", "b/x\\x00", "b/c:3"]
    assert told[2].record == rejected[2].record
    assert list(store.rejections(broken_off)) == []


def test_what_was_not_taken_comes_back_with_its_values(store: Store) -> None:
    """A store that an older Bayan wrote into, or a newer one, has at least the sentence."""
    number = store.start_run("ingest")
    rejected = Rejected("not_text", "a:1", {"body": 7}, field="\0\ud800", what="number")
    store.save([], tally=Tally(number, read=1, rejected=[rejected, Rejected("empty_file", "b"), rejected, rejected]))
    with store.write() as connection:
        connection.execute(tables.rejection.update().where(tables.rejection.c.number == 2).values(told=None))
        unknown = json.dumps(["of_tomorrow", {}])
        connection.execute(tables.rejection.update().where(tables.rejection.c.number == 3).values(told=unknown))
        other = json.dumps(["damaged_zip", {"cause": "File is not a zip file"}])
        connection.execute(tables.rejection.update().where(tables.rejection.c.number == 4).values(told=other))
    whole, older, newer, of_other_values = store.rejections(number)
    assert (whole.code, whole.values, whole.record) == (rejected.code, rejected.values, rejected.record)
    assert (older.reason, older.detail) == ("empty", "the file is empty.")
    assert (newer.reason, newer.record) == ("wrong-type", {"body": 7})
    assert "not text" in newer.detail
    assert of_other_values.detail == newer.detail


def test_too_many_statements_of_one_article(store: Store) -> None:
    article = replace(make_article(1), body="x" * 1100)
    made = find(make_article(1)).statements[0]
    many = tuple(replace(made, content=Span(at, at + 1)) for at in range(1025))
    with pytest.raises(StoreError, match="1,024"):
        store.save([(article, Extraction(many, ()))])


WRITER = """
import sys
from bayan.store import open_store
from tests.store.made import make_batch
with open_store(sys.argv[1], write=True, create=True) as store:
    done = store.checkpoint("made")
    print("ready", flush=True)
    for at in range(done, 600, 20):
        store.save(make_batch(20, first=at), extractor="1", checkpoint=("made", at + 20))
"""


def test_killed_and_run_again_ends_in_the_same_store(places: Places) -> None:
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'lib'}{os.pathsep}{root}"}
    killed = places.new()
    command = [sys.executable, "-c", WRITER, killed]
    for pause in (0.0, 0.02, 0.1):
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(pause)
            writer.send_signal(signal.SIGKILL)
        with open_store(killed) as store:
            assert list(verify(store)) == []
            assert questions.totals(store, Selection()).articles == store.checkpoint("made")
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    with open_store(places.new(), write=True, create=True) as whole:
        for at in range(0, 600, 20):
            whole.save(make_batch(20, first=at), extractor="1", checkpoint=("made", at + 20))
        with open_store(killed) as store:
            assert dump(store) == dump(whole)


def test_readers_see_whole_batches_while_two_write(place: str) -> None:
    """Two ingests and readers at once: no error, no half of a batch, no lost row."""
    with open_store(place, write=True, create=True):
        pass
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'lib'}{os.pathsep}{root}"}
    command = [sys.executable, "-c", WRITER, place]
    writers = [subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) for _ in range(2)]

    def read(_: int) -> set[int]:
        seen = set()
        with open_store(place) as store:
            while any(writer.poll() is None for writer in writers):
                found = questions.totals(store, Selection())
                assert (found.articles % 20, found.statements) == (0, 2 * found.articles)
                assert len(list(questions.iter_articles(store, Selection(q="الهدنة")))) >= found.articles
                seen.add(found.articles)
        return seen

    with ThreadPoolExecutor(5) as readers:
        seen = set().union(*readers.map(read, range(5)))
    assert [writer.wait() for writer in writers] == [0, 0]
    assert len(seen) > 1
    with open_store(place) as store:
        assert questions.totals(store, Selection()).articles == 600
        assert list(verify(store)) == []


@pytest.mark.parametrize("begun", [False, True])
def test_two_writers_at_once_lose_nothing(place: str, begun: bool) -> None:
    if begun and "://" not in place:
        Path(place).touch()
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'lib'}{os.pathsep}{root}"}
    command = [sys.executable, "-c", WRITER, place]
    writers = [subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    with open_store(place) as store:
        assert questions.totals(store, Selection()).articles == 600
        assert list(verify(store)) == []
