"""Years of everything: what pages ask without a filter is read by month and year, and is what the statements say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

import pytest
from tests.places import Places
from tests.queries.corpora import ACTORS, OUTLETS, Batch, stored
from tests.queries.plain import Plain
from tests.queries.test_against_plain import assert_timeline, list_lanes

import bayan.queries.timeline as timeline
import bayan.queries.voices as voices
from bayan.queries import Selection, questions
from bayan.records import Act, Article, Extraction, Kind, Span, SpeakerKind, Statement
from bayan.store import Store

TOPICS = tuple(f"topic{number}" for number in range(8))
QUIET = tuple(f"متحدث {number}" for number in range(30))
FIRST, MONTHS, WORDS = date(2016, 1, 10), 48, 30
Filled = tuple[Store, Plain]


def make_press() -> Batch:
    """Articles of four years, some without a day: a few actors say most, and others what one outlet reports."""
    dice = Random(7)
    made = []
    for number in range(2 * MONTHS):
        day = FIRST + timedelta(15 * number) if number % 16 else None
        outlet = OUTLETS[2] if number % 24 == 5 else OUTLETS[number % 2]
        body = " ".join(f"كلمة{number} قال{place}" for place in range(WORDS))
        article = Article(outlet, f"خبر {number}", body, day, source=f"s{number}")
        made.append((article, Extraction(tuple(_make_statements(dice, article)), ())))
    return made


def _make_statements(dice: Random, article: Article) -> Iterator[Statement]:
    for place in range(dice.randint(6, 14)):
        loud = article.outlet != OUTLETS[2] and dice.random() < 0.85
        known = dice.choice(ACTORS) if loud else None
        yield Statement(
            field="body",
            cue=Span(place, place + 1),
            content=Span(2 * place, 2 * place + 9),
            kind=dice.choice(tuple(Kind)),
            speaker=known.name_ar if known else dice.choice((None, *QUIET)),
            speaker_kind=known.kind if known else SpeakerKind.UNNAMED,
            speaker_id=known.id if known else None,
            act=dice.choice(tuple(Act)),
            said_on=dice.choice((None, None, "2017-05", "2016-12-31")),
            topics=tuple(sorted(dice.sample(TOPICS, dice.choice((0, 0, 1, 1, 2, 3))))),
        )


@pytest.fixture(scope="module")
def press(places: Places) -> Iterator[Filled]:
    with stored(places, make_press()) as found:
        yield found


ASKED = (
    Selection(),
    Selection(act=("deny", "warn")),
    Selection(outlet=OUTLETS[:1]),
    Selection(since="2016-03-05", until="2019-02-03"),
    Selection(until="2018-07-25"),
    Selection(actor=("lavrov", "turkey")),
    Selection(topic=TOPICS[:1]),
    Selection(outlet=("none.example",)),
)


@pytest.mark.parametrize("selection", ASKED, ids=str)
@pytest.mark.parametrize("lanes", [3, 6])
def test_lanes_of_years(press: Filled, selection: Selection, lanes: int) -> None:
    store, plain = press
    for by, lanes_of in list_lanes(plain).items():
        found = questions.timeline(store, selection, by=by, lanes=lanes if by != "act" else 3)
        assert_timeline(found, plain, selection, lanes_of, 3 if by == "act" else lanes)


def test_years_of_actors_side_by_side(press: Filled) -> None:
    """Some of them twice, some with another filter, some in no article; and everything beside them."""
    store, plain = press
    named = [Selection(actor=(key,)) for key in ("lavrov", "turkey", "nobody", "lavrov")]
    more = (Selection(), Selection(actor=("turkey",), outlet=OUTLETS[:1]), Selection(actor=("lavrov", "turkey")))
    found = questions.series(store, (*named, *more))
    assert found.step == "month"
    assert found.sides[0] == found.sides[3]
    for side, points in zip((*named, *more), found.sides, strict=True):
        days = (day for one in plain.statements(side) if (day := one.day(side.dated)))
        spoken = Counter(day.replace(day=1) for day in days)
        mentioned = Counter(one.published.replace(day=1) for one, _ in plain.mentions(side) if one.published)
        assert {point.bucket: (point.statements, point.mentions) for point in points} == {
            at: (spoken[at], mentioned[at]) for at in {*spoken, *mentioned}
        }


@pytest.mark.parametrize("by", ["speaker", "side", "outlet", "topic"])
@pytest.mark.parametrize("most", [40, 400, 800])
def test_lanes_that_are_not_drawn_take_nothing_from_others(
    press: Filled, monkeypatch: pytest.MonkeyPatch, by: str, most: int
) -> None:
    whole = questions.timeline(press[0], Selection(), by=by, lanes=6)
    monkeypatch.setattr(timeline, "MOST_POINTS", most)
    found = questions.timeline(press[0], Selection(), by=by, lanes=6)
    drawn = {lane.key for lane in found.lanes}
    assert found.lanes == whole.lanes[: len(found.lanes)]
    assert found.points == tuple(point for point in whole.points if point.lane in drawn)
    cells = {(point.lane, point.bucket, point.act) for point in found.points}
    assert len(cells) <= most or len(drawn) == 1


@pytest.mark.parametrize("selection", ASKED, ids=str)
@pytest.mark.parametrize(("outlets", "limit"), [(6, 5), (2, 2), (6, 40)])
def test_voices_of_years(
    press: Filled, monkeypatch: pytest.MonkeyPatch, selection: Selection, outlets: int, limit: int
) -> None:
    store, plain = press
    monkeypatch.setattr(voices, "_SOME", limit + 1)
    said = [one for one in plain.statements(selection) if one.key]
    whole = Counter(one.article.outlet for one in said)
    found = questions.voices(store, selection, outlets=outlets, limit=limit)
    most = sorted(whole, key=lambda outlet: (-whole[outlet], outlet))[:outlets]
    assert [(one.outlet, one.statements) for one in found] == [(outlet, whole[outlet]) for outlet in most]
    for one in found:
        counts = Counter(said.key for said in said if said.article.outlet == one.outlet)
        assert [speaker.count for speaker in one.speakers] == sorted(counts.values(), reverse=True)[:limit]
        assert all(counts[speaker.actor.key] == speaker.count for speaker in one.speakers)


def test_shares_of_a_ranking_are_those_of_all_statements(press: Filled) -> None:
    store, plain = press
    for selection in (Selection(), Selection(act=("deny",))):
        said: Sequence[object] = plain.statements(selection)
        top = questions.ranking(store, selection)[0]
        assert top.share == top.statements / len(said)


def test_who_speaks_in_one_outlet_alone_is_among_its_voices(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that they said anywhere is then as much as the least that tells whom the outlet quotes most."""
    speakers = [ACTORS[0]] * 5 + [ACTORS[1]] * 3 + [ACTORS[2]] * 2
    batch = []
    for number in range(12):
        body = " ".join(f"كلمة{number} قال{place}" for place in range(WORDS))
        article = Article(OUTLETS[0], f"خبر {number}", body, FIRST, source=f"s{number}")
        found = tuple(
            Statement(
                field="body",
                cue=Span(place, place + 1),
                content=Span(3 * place, 3 * place + 8),
                kind=Kind.DIRECT,
                speaker=actor.name_ar,
                speaker_kind=actor.kind,
                speaker_id=actor.id,
                act=Act.INFORM,
            )
            for place, actor in enumerate(speakers)
        )
        batch.append((article, Extraction(found, ())))
    monkeypatch.setattr(voices, "_SOME", 3)
    with stored(places, batch) as (store, _):
        (one,) = questions.voices(store, Selection(), limit=3)
    assert [speaker.actor.key for speaker in one.speakers] == [actor.id for actor in ACTORS[:3]]
    assert [speaker.count for speaker in one.speakers] == [60, 36, 24]
