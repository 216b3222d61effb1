"""What is asked about single actors and about periods gives what a plain computation over the records gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from hypothesis import given
from tests.places import Places
from tests.queries.corpora import ACTORS, MINISTER, stored, which
from tests.queries.plain import Plain, Said
from tests.queries.test_against_plain import ASKED, Filled, cases, slow

from bayan.queries import Selection, actor_rows, questions
from bayan.records import SpeakerKind
from bayan.store import Store

SIDES = (Selection(actor=("lavrov",)), Selection(behalf=("russia",)), Selection(actor=("turkey",), until="2020-06-30"))


@slow
@given(which, ASKED)
def test_around_statements(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        said, chosen = plain.statements(selection), plain.chosen(selection) or set()
        about = questions.spoken_about(store, selection)
        inside = Counter(chain.from_iterable(named_inside(plain, one) - chosen for one in said))
        assert counted(about) == inside
        assert (about.looked, about.whole) == (len(said), True)
        assert questions.addressees(store, selection) == actor_rows.Around((), len(said), True)
        assert questions.relays(store, selection) == actor_rows.Relays((), len(said), True)
        ids = {article.id for article, _ in plain.mentions(selection)}
        together = questions.named_with(store, selection)
        others = {(article.id, one.actor_id) for article, one in plain.mentions(Selection()) if article.id in ids}
        assert counted(together) == Counter(key for _, key in others if key not in chosen)
        assert together.looked == len(ids)


def counted(around: actor_rows.Around) -> dict[str, int]:
    return {one.actor.key: one.count for one in around.actors}


def named_inside(plain: Plain, said: Said) -> set[str]:
    """The actors named inside the words of a statement."""
    content = said.made.content
    return {
        one.actor_id
        for article, one in plain.mentions(Selection())
        if article.id == said.article.id
        if one.field == said.made.field and content.start <= one.span.start and one.span.end <= content.end
    }


@slow
@given(which, ASKED)
def test_acts_over_time(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        found = questions.acts_over_time(store, selection)
        days = [(day, one) for one in plain.statements(selection) if (day := one.day(selection.dated))]
        counts = Counter((bucket(day, found.step), one.made.act) for day, one in days)
        assumed = Counter((bucket(day, found.step), one.made.act) for day, one in days if one.assumed)
        of_month = (day for day in days if day[1].of_month(selection, found.step))
        months = Counter((bucket(day, found.step), one.made.act) for day, one in of_month)
        assert {(at.bucket, at.act): (at.count, at.assumed, at.months) for at in found.points} == {
            cell: (counts[cell], assumed[cell], months[cell]) for cell in counts
        }


@slow
@given(which, ASKED)
def test_speakers_over_time(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    keys = ("turkey", "nobody", "lavrov")
    for store, plain, selection in cases(filled, corpus, asked):
        found = questions.speakers_over_time(store, selection, keys)
        for key, points in zip(keys, found.speakers, strict=True):
            said = plain.statements(replace(selection, actor=(key,), behalf=()))
            expected = Counter(bucket(day, found.step) for one in said if (day := one.day(selection.dated)))
            assert {point.bucket: point.count for point in points} == expected


@slow
@given(which, ASKED)
def test_sides_are_counted_as_each_alone(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    store, plain = filled[corpus]
    sides = (*SIDES, *(replace(one, actor=("lavrov",), q=None) for one in asked))
    found = questions.series(store, sides)
    for side, points, share in zip(sides, found.sides, questions.shares(store, sides), strict=True):
        said, named = plain.statements(side), plain.mentions(side)
        spoken = Counter(bucket(day, found.step) for one in said if (day := one.day(side.dated)))
        mentioned = Counter(bucket(article.published, found.step) for article, _ in named if article.published)
        assert {point.bucket: (point.statements, point.mentions) for point in points} == {
            at: (spoken[at], mentioned[at]) for at in {*spoken, *mentioned}
        }
        assert (share.statements, share.mentions) == (len(said), len(named))
        for values, expected in (
            (share.acts, Counter(one.made.act for one in said)),
            (share.topics, Counter(topic for one in said for topic in one.made.topics)),
            (share.outlets, Counter(one.article.outlet for one in said)),
        ):
            assert {one.value: one.count for one in values} == expected
    assert questions.series(store, ()) == actor_rows.Series("day", ())
    assert questions.shares(store, ()) == ()


def bucket(day: date, step: str) -> date:
    if step == "day":
        return day
    return day - timedelta(day.weekday()) if step == "week" else day.replace(day=1)


NOW, BEFORE = Selection(since="2020-06-02", until="2022-12-31"), Selection(since="2020-06-01", until="2020-06-01")


def test_newcomers_say_nothing_in_the_period_before(filled: Filled) -> None:
    for store, plain in filled:
        for now, before in ((NOW, BEFORE), (replace(NOW, dated="published"), replace(BEFORE, dated="published"))):
            found = {one.actor.key: one for one in questions.newcomers(store, now, before)}
            said = Counter(one.key for one in plain.statements(now) if one.made.speaker_kind != SpeakerKind.UNNAMED)
            heard = {one.key for one in plain.statements(before)}
            assert {key: one.actor.statements for key, one in found.items()} == {
                key: count for key, count in said.items() if key and key not in heard
            }
            for key, one in found.items():
                assert one.last == last_heard(plain, key, now)


def last_heard(plain: Plain, key: str, now: Selection) -> date | None:
    days = [one.day(now.dated) for one in plain.statements(Selection(actor=(key,)))]
    return max((day for day in days if day and day.isoformat() < (now.since or "")), default=None)


@slow
@given(which, ASKED)
def test_voices_are_the_speakers_of_each_outlet(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        said = [one for one in plain.statements(selection) if one.key]
        found = questions.voices(store, selection, limit=9)
        outlets = Counter(one.article.outlet for one in said)
        assert {one.outlet: one.statements for one in found} == outlets
        assert [one.statements for one in found] == sorted(outlets.values(), reverse=True)
        for one in found:
            speakers = Counter(said.key for said in said if said.article.outlet == one.outlet)
            assert {speaker.actor.key: speaker.count for speaker in one.speakers} == speakers


def test_a_profile_tells_offices_and_principals(places: Places) -> None:
    with stored(places, ()) as (store, _):
        found = profile(store, "lavrov")
        assert (found.name.name_ar, found.name.kind) == ("لافروف", SpeakerKind.PERSON)
        assert [one.key for one in found.principals] == ["russia-mfa", "russia"]
        assert found.offices == (actor_rows.Office(date(2004, 3, 1), None, MINISTER.role_ar, MINISTER.role_en),)
        assert [one.id for one in ACTORS if profile(store, one.id).served] == ["russia", "russia-mfa", "turkey"]
        assert questions.actor(store, "nobody") is None


def profile(store: Store, key: str) -> actor_rows.Profile:
    found = questions.actor(store, key)
    assert found is not None
    return found
