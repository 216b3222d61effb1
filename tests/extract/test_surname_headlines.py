"""Headlines that begin with a name which only the statements of the body give in full."""

from __future__ import annotations

import pytest

from bayan.extract import Extractor
from bayan.records import Article

EXTRACTOR = Extractor.load()


def _speakers(title: str, body: str) -> list[tuple[str | None, str]]:
    found = EXTRACTOR.extract(Article("test", title, body, None)).statements
    return [(one.speaker, title[one.content.start : one.content.end]) for one in found if one.field == "title"]


@pytest.mark.parametrize(
    ("title", "body", "speaker", "words"),
    [
        ("المعاوي: السوبر سيعم الجميع", "أكد سياف المعاوي أن السوبر ناجح.", "سياف المعاوي", "السوبر سيعم الجميع"),
        ("د. العواجي: الحالات قليلة", "وقال محمد العواجي إن الحالات قليلة.", "محمد العواجي", "الحالات قليلة"),
        ("باتيس لـ «الوطن»: الثوار صامدون", "وأكد صلاح باتيس أن الثوار صامدون.", "صلاح باتيس", "الثوار صامدون"),
        ("بينيتز: الفريق جاهز تماما", "وقال رافاييل بينيتيز إن الفريق جاهز.", "رافاييل بينيتيز", "الفريق جاهز تماما"),
    ],
)
def test_somebody_whom_the_body_names_speaks(title: str, body: str, speaker: str, words: str) -> None:
    assert _speakers(title, body) == [(speaker, words)]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("المعاوي: السوبر سيعم الجميع", "انتهت المباراة بلا أهداف."),
        ("تونس: وفاة عامل في مصنع", "وقال وزير الصحة التونسي إن العامل توفي."),
    ],
)
def test_nobody_speaks_whom_the_body_does_not_name(title: str, body: str) -> None:
    assert _speakers(title, body) == []
