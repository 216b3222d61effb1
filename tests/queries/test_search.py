"""Searching: spelling does not matter, marks stand in the original, and no text is a command."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.places import Places
from tests.queries.plain import matches

from bayan.errors import BadSelection, TooSlow
from bayan.queries import Selection, filters, mark_words, questions
from bayan.records import Act, Article, Extraction, Kind, Span, SpeakerKind, Statement
from bayan.store import Store, open_store

TEXTS = (
    "أعلن أردوغان في أنقرة أن ليبيا لن تُترك وحدها",
    "اعلن اردوغان في انقره ان الهدنة قائمة",
    "قالت الحكومة إنّ الهدنه سارية في طرابلس ومصراتـــة",
    "على هامش القمّة التقى علي الرئيس في المستشفى",
    "في المستشفي قال «لا» NATO and the EU-Turkey deal",
    "وصل المبعوث في ٢٠٢٠ إلى سرت؛ وقف إطلاق النار قائم",
    "إطلاق سراح الأسرى لا وقف النار",
    "﻿ﻻ ﺳﻼم بلا عدل".replace("\ufeff", ""),
)
SEARCHES = (
    "اردوغان", "أردوغان", "أنقرة", "انقره", "هدنة", "الهدنه", "مصراته", "مصراتة", "على", "علي", "المستشفى", "المستشفي",
    "nato", "NATO", "eu-turkey", '"وقف إطلاق النار"', "«وقف اطلاق النار»", "وقف النار",
    "إطلاق -سراح", '-"إطلاق النار" وقف',
    "2020", "٢٠٢٠", "سلام", "لا", "ان", "تترك", "تُترك", "غائب", "اردوغان الهدنة", "الحكومه طرابلس",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(places: Places) -> Iterator[Store]:
    path = places.new()
    articles = [Article("a.example", f"خبر {at}", text, date(2020, 7, 1 + at)) for at, text in enumerate(TEXTS)]
    long = "كلمة " * 200 + "\nثم قال المتحدّث إن الهُدنة باقية " + "وكلام " * 200
    articles.append(Article("b.example", "الهدنة باقية", long, date(2021, 1, 1)))
    with open_store(path, write=True, create=True) as writer:
        writer.save([(article, Extraction((whole(article),), ())) for article in articles])
    with open_store(path) as reader:
        yield reader


def whole(article: Article) -> Statement:
    """A statement whose content is the body."""
    span = Span(0, len(article.body))
    return Statement("body", Span(0, 1), span, Kind.DIRECT, None, SpeakerKind.UNNAMED, Act.INFORM)


@pytest.mark.parametrize("q", SEARCHES)
def test_a_search_finds_what_a_scan_of_the_folded_text_finds(store: Store, q: str) -> None:
    everything = list(questions.iter_articles(store, Selection()))
    plain = q.replace("«", '"').replace("»", '"')
    expected = [one.id for one in everything if matches([one.title, one.body], plain)]
    assert [row.id for row in questions.articles(store, Selection(q=q)).rows] == expected
    assert questions.totals(store, Selection(q=q)).articles == len(expected)
    statements = [row.article_id for row in questions.statements(store, Selection(q=q)).rows]
    assert statements == [one.id for one in everything if matches([one.body], plain)]


def test_spellings_are_one(store: Store) -> None:
    for one, other in (("أنقرة", "انقره"), ("هدنة", "هُدنــة"), ("على", "علي"), ("٢٠٢٠", "2020"), ("ﻻ", "لا")):
        first, second = (questions.articles(store, Selection(q=q)).rows for q in (one, other))
        assert [row.id for row in first] == [row.id for row in second]


def test_a_word_finds_itself_with_the_article(store: Store) -> None:
    definite = {row.id for row in questions.articles(store, Selection(q="الهدنة")).rows}
    for q in ("هدنة", "هدنه"):
        assert {row.id for row in questions.articles(store, Selection(q=q)).rows} >= definite
    found = {row.id for row in questions.articles(store, Selection(q="رئيس")).rows}
    assert found == {row.id for row in questions.articles(store, Selection(q="الرئيس")).rows}
    assert found
    assert not questions.articles(store, Selection(q="الكلمة")).rows
    assert not questions.articles(store, Selection(q='"رئيس"')).rows
    assert not questions.articles(store, Selection(q="على -رئيس")).rows


def test_marks_stand_in_the_original_text(store: Store) -> None:
    (row,) = questions.articles(store, Selection(q="الهدنه باقيه")).rows
    assert [row.title[start:end] for start, end in row.title_marks] == ["الهدنة", "باقية"]
    assert [row.snippet[start:end] for start, end in row.snippet_marks] == ["الهُدنة", "باقية"]
    assert row.snippet.startswith("…")
    assert row.snippet.endswith("…")
    assert "\n" not in row.snippet
    assert len(row.snippet) < 300


def test_without_a_search_the_snippet_is_the_beginning(store: Store) -> None:
    row = questions.articles(store, Selection()).rows[0]
    assert row.snippet.startswith("كلمة كلمة")
    assert row.snippet_marks == ()


def test_words_of_a_card_are_marked() -> None:
    text = "إنّ الهُدنة والهدنة، وقف إطلاق النار"
    assert [text[start:end] for start, end in mark_words(text, 'هدنة الهدنه "وقف اطلاق"')] == [
        "الهُدنة",
        "والهدنة",
        "وقف إطلاق",
    ]
    both = "للهُدنة وبالهدنه"
    assert [both[start:end] for start, end in mark_words(both, "هدنة")] == both.split()
    assert mark_words(text, None) == mark_words(text, "-الهدنة") == mark_words(text, "") == ()


HOSTILE = (
    "*", '"', '""', "-", "()", "NEAR(a b)", "a OR b", "title:a", "{title}: a", "a*", "^a", "k:o1", "o1",
    "'; DROP TABLE x; --",
    "a\x00b", "\ud800", "\u202e\u200f", "%", "_", "AND", "NOT", "a NOT", '"a', 'a"b"c', "في " * 10_000, "a " * 100,
    '"' * 900, "-" * 900, "(" * 900, "x" * 900,
)  # fmt: skip


@pytest.mark.parametrize("q", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_search_is_answered_or_refused(store: Store, q: str) -> None:
    assert_answered(store, q)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=60) | st.text(alphabet='"-*()^:{} abأن\x00', max_size=40))
def test_any_search_is_answered_or_refused(store: Store, q: str) -> None:
    assert_answered(store, q)


def assert_answered(store: Store, q: str) -> None:
    for question in (questions.articles, questions.statements):
        try:
            question(store, Selection(q=q))
        except BadSelection as refused:
            assert "\n" not in str(refused)


def test_a_token_of_the_index_is_no_word(store: Store) -> None:
    assert questions.articles(store, Selection(q="o1")).rows == ()


@pytest.mark.parametrize("place", ["x", "1", "1.2.3", "9" * 30, "1; DROP", "٣.٤", "-.-"])
def test_a_place_that_is_none_is_refused(store: Store, place: str) -> None:
    with pytest.raises(BadSelection, match="place"):
        questions.statements(store, Selection(), after=place)


def test_ids_that_are_none(store: Store) -> None:
    for text in ("", "x", "00" * 6, "00" * 8, "zz" * 8, "é" * 12, " " * 12, "0x1234567890"):
        assert questions.article(store, text) is None
        assert questions.statement(store, text) is None


def test_a_percent_sign_is_no_wildcard_among_actors(store: Store) -> None:
    assert questions.actor_options(store, "%") == questions.actor_options(store, "_") == ()


def test_a_search_that_takes_too_long_is_stopped_and_says_so(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "SECONDS", 0.0)
    with open_store(place, write=True, create=True) as store:
        store.save([(Article("a.example", f"خبر {at}", "كلمة " * 50), None) for at in range(3000)])
        with pytest.raises(TooSlow, match="too long"):
            questions.totals(store, Selection(q="كلمة -غائبة"))
        assert questions.totals(store, Selection()).articles == 3000
