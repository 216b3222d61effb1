"""Whom a speaker is linked to: bodies and envoys without their state, and speakers who are nobody in particular."""

from __future__ import annotations

from datetime import date

import pytest

from bayan.extract import Extractor
from bayan.records import Article, SpeakerKind, Statement


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


def said(extractor: Extractor, body: str, title: str = "", day: date = date(2018, 5, 1)) -> list[Statement]:
    return list(extractor.extract(Article("outlet", title, body, day)).statements)


def test_a_ministry_without_its_state_is_that_of_the_article(extractor: Extractor) -> None:
    body = (
        "أصدرت وزارة الداخلية المغربية تحذيرا إلى المتظاهرين في المغرب.\n"
        "وقالت وزارة الداخلية إنها ستتعامل بحزم مع الاحتجاجات.\n"
    )
    assert [one.speaker_id for one in said(extractor, body)][-1:] == ["morocco-interior-ministry"]


def test_authorities_are_the_state_of_which_an_article_clearly_speaks(extractor: Extractor) -> None:
    body = "ضربت السيول فيتنام أمس. وقالت السلطات إن 19 شخصا قتلوا في شمال فيتنام، وفق الإعلام الفيتنامي."
    (statement,) = said(extractor, body, "19 قتيلا حصيلة ضحايا السيول في فيتنام")
    assert (statement.speaker_id, statement.speaker_kind) == ("vietnam", SpeakerKind.STATE)


def test_of_two_states_none_is_guessed(extractor: Extractor) -> None:
    body = "اتفقت فرنسا وألمانيا على الخطة، وتعاونت فرنسا مع ألمانيا. وقالت وزارة الصحة إن الخطة جاهزة."
    (statement,) = said(extractor, body)
    assert statement.speaker == "وزارة الصحة"
    assert statement.speaker_id is None


def test_an_envoy_is_the_one_to_the_state_of_the_article(extractor: Extractor) -> None:
    body = "وصل المبعوث الأممي إلى صنعاء في اليمن. وقال المبعوث الأممي إن السلام في اليمن ممكن، وإن اليمن بحاجة إليه."
    assert {one.speaker_id for one in said(extractor, body, "اليمن ينتظر", date(2018, 7, 4))} == {"martin-griffiths"}


@pytest.mark.parametrize(
    "body",
    [
        "وقال الرسول إن الصدق منجاة للناس.",
        "وقال المسؤولون إن الأزمة مستمرة منذ شهر.",
        "وصرح مسؤولو الجامعة بأن الامتحانات تأجلت.",
        "وأكد المسؤول أن الأزمة مستمرة منذ شهر.",
    ],
)
def test_scripture_plurals_and_mere_descriptions_are_no_persons(extractor: Extractor, body: str) -> None:
    assert [one.speaker_kind for one in said(extractor, body)] == [SpeakerKind.UNNAMED]


def test_a_town_after_a_preposition_is_no_name(extractor: Extractor) -> None:
    for honorific in ("الأستاذ ", ""):
        body = f"أكد مدير جمعية الثقافة والفنون بجدة {honorific}عمر الجاسر أن المسرحية ستعرض غدا."
        assert [one.speaker for one in said(extractor, body)] == ["عمر الجاسر"]


def test_what_a_council_decides_is_no_part_of_its_name(extractor: Extractor) -> None:
    (statement,) = said(extractor, "أعلن مجلس الوزراء الموافقة على النظام الجديد.")
    assert statement.speaker == "مجلس الوزراء"
