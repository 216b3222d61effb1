"""What holds for every text: ranges, determinism, spelling marks, foreign languages, length."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bayan.extract import Extractor
from bayan.records import Article

EXTRACTOR = Extractor.load()
SENTENCES = [
    "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده لن تسحب قواتها",
    "وأضاف: «سنرد في الوقت المناسب»",
    "بحسب وزارة الدفاع التركية، انتهت المناورات أمس",
    "مؤكداً أنّ الحلّ سياسيّ",
    "نقلت وكالة رويترز عن مسؤول إيراني قوله إن المفاوضات ستستأنف",
    "دعت الصين جميع الأطراف إلى ضبط النفس",
    "“لن نتراجع” قال الرئيس",
    "لافروف: لا حل عسكريا",
]
PIECES = st.sampled_from(
    [*SENTENCES, "«", "»", '"', "”", ":", "،", ".", "\n", " ", "ـ", "\u200f", "ﻻ", "🙂", "و", "أن", "قال"]
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join)


def _extract(body: str, title: str = "") -> list[tuple[object, ...]]:
    article = Article(outlet="test", title=title, body=body, published=date(2020, 7, 8))
    return [(s.speaker, s.kind, s.act, s.cue, s.content, s.field) for s in EXTRACTOR.extract(article).statements]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(title=TEXTS, body=TEXTS)
def test_ranges_lie_inside_their_field_and_split_no_letter(title: str, body: str) -> None:
    article = Article(outlet="test", title=title.replace("\n", " "), body=body, published=None)
    found = EXTRACTOR.extract(article)
    for field, span in [(s.field, r) for s in found.statements for r in (s.cue, s.content)]:
        text = article.title if field == "title" else article.body
        assert 0 <= span.start < span.end <= len(text)
        assert not unicodedata.combining(text[span.start])
        assert span.end == len(text) or not unicodedata.combining(text[span.end])
    assert found == EXTRACTOR.extract(article)


@pytest.mark.parametrize("mark", ["ـ", "\u064b", "\u200f"])
def test_marks_do_not_change_who_said_what(mark: str) -> None:
    plain = ". ".join(SENTENCES[:6])
    marked = plain.replace("ال", f"ا{mark}ل").replace(" ", "  ")
    told = [row[:3] for row in _extract(plain)]
    assert [row[:3] for row in _extract(marked)] != []
    assert len(_extract(marked)) == len(told)
    assert [row[1:3] for row in _extract(marked)] == [row[1:3] for row in told]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that his country would not withdraw. “We stay,” he added.",
        "وزیر امور خارجه ایران گفت که مذاکرات ادامه دارد و این کشور عقب‌نشینی نمی‌کند.",
    ],
)
def test_other_languages_give_nothing(text: str) -> None:
    assert _extract(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "«" * 20_000,
        '"' * 20_001,
        "قال " * 20_000,
        "وقال الوزير إن " * 30_000,
        "أن " * 30_000,
        "كلمة " * 50_000,
        "(" * 20_000,
        'قال الوزير: "' + "«أ» " * 21 + 'نص". وأضاف.',
    ],
    ids=["guillemets", "quotes", "cues", "clauses", "complementizers", "one-sentence", "brackets", "mixed-marks"],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    _extract(text, title=text[:2000])
