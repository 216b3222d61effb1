"""Every question gives what a plain computation over the records gives, whatever the corpus and the selection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.places import Places
from tests.queries.corpora import Batch, Twice, again, selections, stored, which
from tests.queries.plain import Plain, Said

from bayan.queries import Selection, questions, rows
from bayan.records import Article, Extraction
from bayan.store import Store, verify

ASKED = st.lists(selections, min_size=4, max_size=8).map(lambda found: [Selection(), *found])
FIND = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking: examples that each make a store would be thousands, and take minutes."""
slow = settings(max_examples=12, deadline=None, derandomize=True, phases=FIND, suppress_health_check=list(HealthCheck))
Filled = Sequence[tuple[Store, Plain]]


def cases(filled: Filled, corpus: int, asked: list[Selection]) -> Iterator[tuple[Store, Plain, Selection]]:
    store, plain = filled[corpus]
    for selection in asked:
        yield store, plain, selection


@slow
@given(which, ASKED)
def test_lists_and_totals(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        said, articles, named = plain.newest(selection), plain.articles(selection), plain.mentions(selection)
        listed = list(questions.iter_statements(store, selection))
        assert [row.id for row in listed] == [one.id for one in said]
        assert [row.id for row in questions.iter_articles(store, selection)] == [article.id for article in articles]
        assert [
            (row.article_id, row.field, row.span, row.actor_id) for row in questions.iter_mentions(store, selection)
        ] == [(article.id, one.field, one.span, one.actor_id) for article, one in named]
        days = [day for one in said if (day := one.day(selection.dated))]
        days = days or [article.published for article in articles if article.published]
        told = rows.StatementTotals(
            statements=len(said),
            speakers=len({one.key for one in said} - {None}),
            outlets=len({article.outlet for article in articles}),
            assumed=sum(one.assumed for one in said),
            undated=sum(one.day(selection.dated) is None for one in said),
            since=min(days, default=None),
            until=max(days, default=None),
        )
        assert questions.statement_totals(store, selection) == told
        whole = rows.Totals(**asdict(told), articles=len(articles), mentions=len(named))
        assert questions.totals(store, selection) == whole


@slow
@given(which, ASKED)
def test_pages_are_the_list_in_pieces(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        newest = [one.id for one in plain.newest(selection)]
        assert list(turn(questions.statements, store, selection)) == newest
        assert list(turn(questions.statements, store, selection, oldest=True)) == newest[::-1]
        articles = [article.id for article in plain.articles(selection)]
        assert list(turn(questions.articles, store, selection)) == articles


def turn(question: object, store: Store, selection: Selection, **options: object) -> Iterator[str]:
    """The ids on all pages of a list."""
    after = None
    while True:
        page = question(store, selection, after=after, limit=2, **options)  # type: ignore[operator]
        yield from (row.id for row in page.rows)
        after = page.next
        if after is None:
            return


@slow
@given(which, ASKED)
def test_timeline_and_volume(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        for by, lanes_of in list_lanes(plain).items():
            assert_timeline(questions.timeline(store, selection, by=by, lanes=3), plain, selection, lanes_of)
        volume = questions.volume(store, selection)
        assert_volume(volume, plain, selection)
        said = questions.statement_volume(store, selection).days
        assert [(day.bucket, day.statements) for day in said] == [
            (day.bucket, day.statements) for day in volume.days if day.statements
        ]
        for day in [day.bucket for day in volume.days][:3]:
            assert_cut(volume, store, selection, day, day + timedelta(40))


def list_lanes(plain: Plain) -> dict[rows.By, Callable[[Said], list[str]]]:
    """What has lanes, and on which of them a statement stands."""
    return {
        "speaker": lambda one: [one.key] if one.key else [],
        "side": plain.side,
        "outlet": lambda one: [one.article.outlet],
        "topic": lambda one: list(one.made.topics),
        "act": lambda one: [one.made.act],
    }


def assert_timeline(
    found: rows.Timeline,
    plain: Plain,
    selection: Selection,
    lanes_of: Callable[[Said], list[str]],
    lanes: int = 3,
) -> None:
    said = plain.statements(selection)
    dated = [one for one in said if one.day(selection.dated)]
    counts = Counter(lane for one in dated for lane in lanes_of(one))
    drawn = {lane.key for lane in found.lanes}
    assert sorted((lane.count for lane in found.lanes), reverse=True) == sorted(counts.values(), reverse=True)[:lanes]
    assert {lane.key: lane.count for lane in found.lanes} == {key: counts[key] for key in drawn}
    assert found.left_out == len(said) - sum(bool(drawn & set(lanes_of(one))) for one in dated)
    cells = Counter(
        (
            lane,
            bucket(one.day(selection.dated), found.step),
            one.made.act,
            one.assumed,
            one.of_month(selection, found.step),
        )
        for one in dated
        for lane in drawn & set(lanes_of(one))
    )
    assert {(at.lane, at.bucket, at.act, at.assumed, at.month): at.count for at in found.points} == cells


def assert_volume(volume: rows.Volume, plain: Plain, selection: Selection) -> None:
    said = Counter(bucket(one.day(selection.dated), volume.step) for one in plain.statements(selection))
    published = Counter(bucket(article.published, volume.step) for article in plain.articles(selection))
    del said[None], published[None]
    assert {point.bucket: (point.statements, point.articles) for point in volume.points} == {
        at: (said[at], published[at]) for at in {*said, *published}
    }


def assert_cut(volume: rows.Volume, store: Store, selection: Selection, since: date, until: date) -> None:
    """Cut from the whole, some days hold the statements that they hold where they alone are asked for."""
    first = max(since.isoformat(), selection.since or "")
    last = min(until.isoformat(), selection.until or "9")
    asked = questions.volume(store, replace(selection, since=first, until=last))
    cut = volume.within(since, until)
    days = [{day.bucket: day.statements for day in found.days if day.statements} for found in (cut, asked)]
    assert days[0] == days[1]
    assert sum(point.statements for point in cut.points) == sum(days[0].values())


def bucket(day: date | None, step: str) -> date | None:
    if day is None or step == "day":
        return day
    return day - timedelta(day.weekday()) if step == "week" else day.replace(day=1)


@slow
@given(which, ASKED)
def test_actors_compared(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        said, named = plain.statements(selection), plain.mentions(selection)
        anyone = replace(selection, actor=(), behalf=())
        everyone = plain.statements(anyone)
        mentions = Counter(one.actor_id for _, one in plain.mentions(anyone))
        naming = Counter(key for _, key in {(article.id, one.actor_id) for article, one in plain.mentions(anyone)})
        for row in questions.ranking(store, selection):
            own = [one for one in said if one.key == row.key]
            assert (row.statements, row.mentions) == (len(own), mentions[row.key])
            assert row.articles == naming[row.key]
            assert row.share == len(own) / len(everyone)
        assert {row.key for row in questions.ranking(store, selection)} == {one.key for one in said} - {None}
        articles = Counter(key for _, key in {(article.id, one.actor_id) for article, one in named})
        for row in questions.mentions(store, selection):
            assert (row.articles, row.mentions) == (articles[row.key], mentions[row.key])
            assert row.statements == sum(one.key == row.key for one in everyone)
            assert row.share == articles[row.key] / len(plain.articles(anyone))
        assert {row.key for row in questions.mentions(store, selection)} == articles.keys()
        together = plain.pairs(selection, ("russia", "russia-mfa", "lavrov", "turkey", "erdogan"))
        assert {
            (pair.first, pair.second): pair.articles for pair in questions.comentions(store, selection).pairs
        } == together


@slow
@given(which, ASKED)
def test_facets_count_under_the_other_filters(filled: Filled, corpus: int, asked: list[Selection]) -> None:
    for store, plain, selection in cases(filled, corpus, asked):
        found = {
            name: {one.value: one.count for one in values}
            for name, values in questions.facets(store, selection).items()
        }

        def others(**without: tuple[str, ...]) -> list[object]:
            return plain.statements(replace(selection, **without))  # noqa: B023

        assert found == {
            "act": Counter(one.made.act for one in others(act=())),
            "kind": Counter(one.made.kind for one in others(kind=())),
            "topic": Counter(topic for one in others(topic=()) for topic in one.made.topics),
            "outlet": Counter(one.article.outlet for one in others(outlet=())),
            "actor": Counter(one.key for one in others(actor=(), behalf=()) if one.key),
            "reviewed": Counter(plain.review(one) for one in others(reviewed=())),
        }


@settings(slow, max_examples=8)
@given(again, st.integers(1, 4))
def test_replacing_leaves_what_saving_gives(places: Places, twice: list[Twice], size: int) -> None:
    """Annotated anew, in batches, with corrected days: rows, counts and full text are those of a fresh store."""
    before = [(article, found) for article, found, _, _ in twice]
    after = [(replace(article, published=day), found) for article, _, found, day in twice]
    with stored(places, before) as (store, _), stored(places, first_of_each(after)) as (fresh, _):
        for at in range(0, len(after), size):
            store.save(first_of_each(after)[at : at + size], extractor="1", replace=True)
        assert list(verify(store)) == []
        for selection in (Selection(), Selection(q="هدنة"), Selection(behalf=("russia",), until="2020-07-01")):
            assert questions.totals(store, selection) == questions.totals(fresh, selection)
            assert questions.facets(store, selection) == questions.facets(fresh, selection)
            assert set(questions.ranking(store, selection)) == set(questions.ranking(fresh, selection))
            assert set(questions.iter_statements(store, selection)) == set(questions.iter_statements(fresh, selection))


def first_of_each(batch: Batch) -> Batch:
    kept: dict[str, tuple[Article, Extraction]] = {}
    for article, found in batch:
        kept.setdefault(article.content_hash, (article, found))
    return list(kept.values())
