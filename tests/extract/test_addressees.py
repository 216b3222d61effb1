"""To whom words are said: only where the sentence names an actor whom the verb speaks to."""

from __future__ import annotations

from datetime import date

import pytest

from bayan.extract import Extractor
from bayan.records import Article


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


def _addressees(extractor: Extractor, text: str, *, title: bool = False) -> list[str | None]:
    article = Article(
        outlet="test", title=text if title else "", body="" if title else text, published=date(2018, 7, 8)
    )
    return [statement.addressee_id for statement in extractor.extract(article).statements]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("دعت بريطانيا إيران إلى الكف عن إرسال الأسلحة.", "iran"),
        ("حذرت المتحدثة باسم البيت الأبيض سارة ساندرز، إيران من مهاجمة القنصلية.", "iran"),
        ("طلبت الحكومة المصرية من ليبيا تسليم المطلوبين.", "libya"),
        ('وقال بوتين لمحمود عباس في الكرملين: "أنا مسرور لفرصة اطلاعك على الاتصالات".', "mahmoud-abbas"),
        ("وأبلغ وزير الدفاع الروسي سيرغي شويغو الرئيس فلاديمير بوتين بأن المنصات وصلت.", "vladimir-putin"),
    ],
)
def test_who_is_spoken_to_is_named(extractor: Extractor, text: str, wanted: str) -> None:
    assert _addressees(extractor, text) == [wanted]


def test_a_headline_names_whom_it_speaks_to(extractor: Extractor) -> None:
    assert _addressees(extractor, "ترامب لروسيا: استعدوا للصواريخ", title=True) == ["russia"]


@pytest.mark.parametrize(
    "text",
    [
        "اتهمت روسيا أوكرانيا بخرق الهدنة.",  # spoken of
        "وأبلغ مولر محامي ترامب أنه ليس متهما.",  # a lawyer is told
        "وقال قائد القوات في الساحل الغربي لليمن إن المعركة مستمرة.",  # a post
        "وقال الوزير لوكالة رويترز إن الأزمة انتهت.",  # a medium relays
        "دعا الرئيس الروسي فلاديمير بوتين إلى التعاون مع تركيا.",  # inside what is said
    ],
)
def test_others_are_not(extractor: Extractor, text: str) -> None:
    assert _addressees(extractor, text) == [None]
