"""Roles: the title that the text gives a speaker, before the name or after it."""

from __future__ import annotations

import pytest

from bayan.extract import Extractor
from bayan.records import Article

EXTRACTOR = Extractor.load()


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("وقال وزير الخارجية السوري وليد المعلم إن الحرب انتهت.", "وليد المعلم", "وزير الخارجية السوري"),
        ("وقال وليد المعلم، وزير الخارجية السوري، إن الحرب انتهت.", "وليد المعلم", "وزير الخارجية السوري"),
        ("وقال رو كانا، عضو مجلس النواب، على تويتر إن الحرب انتهت.", "رو كانا", "عضو مجلس النواب"),
        ("وقال كلاوس بيكر، وهو مسؤول كبير بالشرطة، إن الرجل خطير.", "كلاوس بيكر", "مسؤول كبير بالشرطة"),
        ("وقالت وزيرة الأسرة، بسيمة الحقاوي، إن القانون جيد.", "بسيمة الحقاوي", "وزيرة الأسرة"),
        ("وقال محمد علي، إمام مسجد باريس، إن الحرب انتهت.", "محمد علي", "إمام مسجد باريس"),
        ("وقال مون أمام مسؤولين سياسيين إن الحرب انتهت.", "مون", None),
    ],
)
def test_the_role_stands_before_the_name_or_after_it(text: str, speaker: str, role: str | None) -> None:
    (statement,) = EXTRACTOR.extract(Article("test", "", text, None)).statements
    assert (statement.speaker, statement.role) == (speaker, role)
