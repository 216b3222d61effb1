"""Sixty searches of the demo corpus: both databases find what a scan of the folded texts finds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

import pytest
from tests.places import Places
from tests.queries.plain import matches

from bayan.data import data_path
from bayan.queries import Selection, questions
from bayan.records import Act, Article, Extraction, Kind, Span, SpeakerKind, Statement
from bayan.store import Store, open_store

SEARCHES = (
    # common words and rare ones
    "في", "ليبيا", "من", "إن", "لا", "حفتر", "طرابلس", "يتخطاه", "بوتفليقة", "تنحي", "لاعبان", "غائب",
    # alef, yaa, taa marbuta, hamza, Persian letters and digits
    "اعلن", "أعلن", "إعلن", "الى", "إلي", "على", "علي", "أنقرة", "انقره", "الخارجیه", "الخارجية", "رئيس", "رييس",
    "ٱلنار", "٢٠٢٠", "2020", "۲۰۲۰",
    # diacritics, tatweel, marks of direction, presentation forms
    "لِيبيا", "لـيـبـيـا", "ليبيـــا", "حكومةُ", "\u200fسرت\u200e", "ﻟﻴﺒﻴﺎ", "ﻻ", "النّار",
    # phrases: common words, rare words, other quotes, over commas and over lines, none
    '"وقف إطلاق النار"', "«وقف اطلاق النار»", '"خط أحمر"', '"حكومة الوفاق الوطني"', '"المجلس الرئاسي لحكومة الوفاق"',
    '"في ليبيا"', '"من في"', '"النار إطلاق وقف"', '"الإثنين العاصمة"', '"عبد الفتّاح السيسي"', '"كانون الثاني"',
    # several at once, and what must not stand there
    "حفتر السراج", "وقف النار", "ليبيا -حفتر", "-ليبيا في", '"وقف إطلاق النار" -طرابلس', '-"وقف إطلاق النار" النار',
    'وزير "الجيش الوطني الليبي"', "تركيا -قوات -مجلس", '"خليفة حفتر" "حكومة الوفاق"', "أردوغان بوتين ميركل",
    # the pieces of words with signs in them, Latin letters
    "c-130", "NATO",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(places: Places) -> Iterator[Store]:
    lines = data_path("demo", "gold.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [read(json.loads(line)) for line in lines]
    signs = Article("a.example", "طائرة C-130 و NATO/EU", "حطت طائرة c-130 (nato)، في 3.5.2020", date(2020, 5, 3))
    address = places.new()
    with open_store(address, write=True, create=True) as writer:
        writer.save([(article, Extraction((whole(article),), ())) for article in [*articles, signs]])
    with open_store(address) as reader:
        yield reader
    places.free(address)


def read(record: dict[str, str]) -> Article:
    return Article(record["outlet"], record["title"], record["body"], date.fromisoformat(record["published"]))


def whole(article: Article) -> Statement:
    """A statement whose content is the body."""
    span = Span(0, len(article.body))
    return Statement("body", Span(0, 1), span, Kind.DIRECT, None, SpeakerKind.UNNAMED, Act.INFORM)


@pytest.fixture(scope="module")
def everything(store: Store) -> Sequence[tuple[str, str, str]]:
    return [(one.id, one.title, one.body) for one in questions.iter_articles(store, Selection())]


def test_there_are_sixty() -> None:
    assert len(set(SEARCHES)) == 60


@pytest.mark.parametrize("q", SEARCHES)
def test_a_search_finds_what_a_scan_finds(store: Store, everything: Sequence[tuple[str, str, str]], q: str) -> None:
    plain = q.translate(str.maketrans("«»", '""'))
    expected = [key for key, title, body in everything if matches([title, body], plain)]
    assert [one.id for one in questions.iter_articles(store, Selection(q=q))] == expected
    assert questions.totals(store, Selection(q=q)).articles == len(expected)
    said = [key for key, _, body in everything if matches([body], plain)]
    assert [row.article_id for row in questions.iter_statements(store, Selection(q=q))] == said
