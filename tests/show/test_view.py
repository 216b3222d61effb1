"""The address is the view: reading and linking are inverse, and the selection is told in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.browser.corpus import write_store

from bayan.errors import BadSelection
from bayan.queries import Selection, rows
from bayan.records import Act, Kind
from bayan.show.addresses import read_view
from bayan.show.recent import tell_gaps
from bayan.show.sentence import list_filters, tell_selection
from bayan.show.view import Point, View
from bayan.show.words import load_words

DAYS = st.dates(date(2015, 1, 1), date(2025, 1, 1))
KEYS = st.lists(st.sampled_from(["turkiye", "hulusi-akar", "~مصدر & آخر"]), max_size=2, unique=True).map(tuple)


def selections() -> st.SearchStrategy[Selection]:
    spans = st.tuples(DAYS, DAYS).map(sorted)
    return st.builds(
        lambda span, **chosen: Selection(since=span[0].isoformat(), until=span[1].isoformat(), **chosen),
        span=spans,
        actor=KEYS,
        behalf=KEYS,
        act=st.lists(st.sampled_from([act.value for act in Act]), unique=True, max_size=3).map(tuple),
        kind=st.lists(st.sampled_from([kind.value for kind in Kind]), unique=True, max_size=2).map(tuple),
        q=st.none() | st.sampled_from(["سرت والجفرة", '"وقف إطلاق" -هدنة', "a&b=c"]),
        dated=st.sampled_from(["said", "published"]),
        diplomatic=st.booleans(),
        originals=st.booleans(),
    )


def follow(href: str) -> View:
    parts = urlsplit(href)
    return read_view(parts.path.removeprefix("/"), parse_qs(parts.query))


@given(
    selections(),
    st.sampled_from(["en", "ar"]),
    st.none() | st.builds(Point, DAYS, DAYS, st.just("deny"), KEYS.map(str)),
)
def test_a_link_to_here_leads_here(selection: Selection, lang: str, point: Point | None) -> None:
    view = View("timeline", load_words(lang), selection, place="abc", point=point, article="1f", statement="2e")
    assert follow(view.here(lang)) == view


@given(selections(), st.sampled_from(["turkiye", "~مصدر & آخر"]), st.booleans())
def test_an_actor_s_page_is_about_its_actor(selection: Selection, key: str, served: bool) -> None:
    chosen = {"behalf": (key,), "actor": ()} if served else {"actor": (key,), "behalf": ()}
    view = View("actor", load_words("ar"), replace(selection, **chosen), actor=key)
    assert follow(view.here("ar")) == view
    assert follow(view.link("timeline")) == View("timeline", load_words("ar"), view.selection)
    without = follow(view.link(None, Selection()))
    assert (without.actor, without.selection) == (key, Selection(actor=(key,)))


def test_another_actor_that_is_picked_has_the_page() -> None:
    view = View("actor", load_words("en"), Selection(actor=("lavrov",), q="سرت"), actor="lavrov")
    for picked in (Selection(actor=("lavrov", "akar")), Selection(actor=("akar",))):
        assert follow(view.link(None, picked)).selection == Selection(actor=("akar",))
    both = replace(view, selection=Selection(actor=("lavrov",), behalf=("turkiye",)))
    assert (both.address["id"], both.address["for"]) == ("turkiye", "turkiye")


def test_a_comparison_with_the_past_is_of_one_actor() -> None:
    view = View("compare", load_words("en"), Selection(actor=("akar",), since="2020-07-01"), against=True)
    assert follow(view.here("en")) == view
    assert not follow(view.link(None, Selection(actor=("akar", "kalin")))).against
    assert follow(view.link("actor")).selection == view.selection
    with pytest.raises(BadSelection):
        read_view("compare", {"actor": ["akar"], "against": ["next"]})


def test_sides_are_the_first_five_actors_each_alone() -> None:
    selection = Selection(actor=("a", "b", "c", "d"), behalf=("e", "f"), act=("deny",))
    sides = View("compare", load_words("en"), selection).sides
    assert [side.actor or side.behalf for side in sides] == [("a",), ("b",), ("c",), ("d",), ("e",)]
    assert {side.act for side in sides} == {("deny",)}


def test_a_click_narrows_the_list_to_its_mark() -> None:
    point = Point(date(2020, 6, 29), date(2020, 7, 5), "deny", "hulusi-akar")
    view = View("timeline", load_words("en"), Selection(behalf=("turkiye",), since="2020-07-01", q="سرت"), point=point)
    assert view.narrowed.selection == Selection(
        actor=("hulusi-akar",), act=("deny",), since="2020-07-01", until="2020-07-05", q="سرت"
    )


@pytest.mark.parametrize("text", ["", "x", "2020-07-01_2020-07-02_shout_akar", "2020-13-01_2020-07-02_deny_akar"])
def test_a_mark_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadSelection):
        read_view("timeline", {"point": [text or "_"]})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("view") / "bayan.db"
    write_store(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAYAN_DB", str(path))
        yield path


TOLD = [
    (Selection(), "All statements", "جميع التصريحات"),
    (
        Selection(behalf=("turkey",), since="2020-06-01", until="2020-07-31"),
        "Statements by Türkiye and those who speak for it, June – July 2020",
        "تصريحات تركيا ومن يتحدث باسمها، يونيو – يوليو 2020",
    ),
    (
        Selection(actor=("hulusi-akar", "~مصدر"), act=("deny", "warn"), outlet=("demo-daily",)),
        "Statements by Hulusi Akar and مصدر: denials and warnings, in Bayan demo daily",
        "تصريحات خلوصي أكار ومصدر: نفي وتحذيرات، في يومية بيان التجريبية",
    ),
    (
        Selection(q="سرت", topic=("ceasefire",), kind=("direct",), since="2020-07-08", dated="published"),
        "All statements, direct, on Ceasefire, with the words “سرت”, published from 8 July 2020",
        "جميع التصريحات، منقول بلفظه، عن وقف إطلاق النار، فيها «سرت»، نُشرت من 8 يوليو 2020",
    ),
]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(("selection", "english", "arabic"), TOLD)
def test_a_selection_is_told_as_a_sentence(selection: Selection, english: str, arabic: str) -> None:
    assert tell_selection(View("timeline", load_words("en"), selection)) == english
    assert tell_selection(View("timeline", load_words("ar"), selection)) == arabic


@pytest.mark.usefixtures("store")
@given(selections())
def test_taking_every_filter_away_leaves_everything(selection: Selection) -> None:
    view = View("timeline", load_words("en"), selection)
    while filters := list(list_filters(view)):
        view = View("timeline", load_words("en"), filters[0][1])
    assert not view.selection


def test_what_a_page_keeps_stays_on_it_alone() -> None:
    view = read_view("extracts", {"for": ["turkiye"], "table": ["actors"], "without": ["key"], "lang": ["en"]})
    assert view.link(None, Selection()) == "/extracts?lang=en&table=actors&without=key"
    assert view.link(None, None, table="pairs", without="") == "/extracts?for=turkiye&lang=en&table=pairs"
    assert view.link("timeline") == "/timeline?for=turkiye&lang=en"
    assert view.here("ar") == "/extracts?for=turkiye&lang=ar&table=actors&without=key"
    assert view.address == {"for": "turkiye", "lang": "en", "table": "actors", "without": "key"}


@pytest.mark.parametrize(
    ("page", "own"),
    [("", {}), ("timeline", {"mirror": ["previous"]}), ("articles", {"sort": ["relevance"]}), ("actor", {"id": ["x"]})],
)
def test_every_link_keeps_how_numbers_and_lists_are_shown(page: str, own: dict[str, list[str]]) -> None:
    asked = {"lang": ["ar"], "digits": ["arabic"], "calendar": ["both"], "copies": ["all"], "q": ["سرت"]}
    view = read_view(page, asked | own)
    assert follow(view.here("ar")) == view
    assert {name: view.address[name] for name in ("digits", "calendar", "copies")} == {
        "digits": "arabic",
        "calendar": "both",
        "copies": "all",
    }


def test_what_cannot_be_mirrored_is_not() -> None:
    one = read_view("timeline", {"actor": ["akar"], "mirror": ["actors"]})
    assert one.halves == ()
    with pytest.raises(BadSelection):
        read_view("timeline", {"mirror": ["nonsense"]})


def test_a_bar_of_the_days_before_narrows_the_list_to_them() -> None:
    words = {"actor": ["akar"], "from": ["2020-07-01"], "to": ["2020-07-10"], "mirror": ["previous"]}
    view = read_view("timeline", {**words, "point": ["2020-06-29_2020-07-05_deny_1"]})
    assert view.halves[1].until == "2020-06-30"
    assert view.narrowed.selection == Selection(actor=("akar",), act=("deny",), since="2020-06-29", until="2020-06-30")


@pytest.mark.parametrize(("silent", "lines", "told"), [(5, 5, None), (8, 6, "and 3 more")])
def test_silent_outlets_that_are_not_named_are_counted(silent: int, lines: int, told: str | None) -> None:
    gaps = [rows.Gap(f"outlet-{at}", date(2020, 7, 1), 9) for at in range(silent)]
    found = tell_gaps(View("", load_words("en"), Selection()), gaps)
    assert len(found) == lines
    assert told is None or (told in found[-1] and "/corpus?" in found[-1])
