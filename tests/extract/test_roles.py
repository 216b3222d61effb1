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
        (
            "وقال أحمد العلي، رئيس الهيئة والأمين العام للاتحاد، إن العمل بدأ.",
            "أحمد العلي",
            "رئيس الهيئة والأمين العام للاتحاد",
        ),
        (
            "وقال العقيد سالم فهد، المتحدث باسم القوات التي تقودها تركيا، إن الحرب انتهت.",
            "سالم فهد",
            "المتحدث باسم القوات",
        ),
        (
            "وقال الدكتور فهد العلي -أستاذ الإعلام بجامعة الملك سعود- إن الأمر مهم.",
            "فهد العلي",
            "أستاذ الإعلام بجامعة الملك سعود",
        ),
        ("وقال فهد العلي وهو أحد المتظاهرين إنهم باقون.", "فهد العلي", "أحد المتظاهرين"),
        (
            "وأكد فهد العلي خبير الاقتصاد بجامعة الملك سعود أن السوق يتحسن.",
            "فهد العلي",
            "خبير الاقتصاد بجامعة الملك سعود",
        ),
        ("وقال المدير فهد العلي، رئيس شرطة المدينة، في مؤتمر صحفي إن البحث جار.", "فهد العلي", "رئيس شرطة المدينة"),
        ("وقال فهد العلي أحد المنسقين إن العمل بدأ.", "فهد العلي", "أحد المنسقين"),
        ("وقال رئيس الحكومة المعترف بها دوليا فهد العلي إن العمل بدأ.", "فهد العلي", "رئيس الحكومة المعترف بها دوليا"),
        ("وقال الحاكم السابق لولاية تكساس ريك بيري إن الأمر بسيط.", "ريك بيري", "الحاكم السابق لولاية تكساس"),
        ("وقالت الشرطية ماريا واتس إن السائق هرب.", "ماريا واتس", "الشرطية"),
        ("وأفاد اللفتنانت لاري كلاوس بأن السائق هرب.", "لاري كلاوس", None),
        ("وقال مون أمام مسؤولين سياسيين إن الحرب انتهت.", "مون", None),
    ],
)
def test_the_role_stands_before_the_name_or_after_it(text: str, speaker: str, role: str | None) -> None:
    (statement,) = EXTRACTOR.extract(Article("test", "", text, None)).statements
    assert (statement.speaker, statement.role) == (speaker, role)


def test_a_role_behind_the_name_holds_for_what_is_said_before_and_after() -> None:
    text = "وقال فهد العلي إن العمل بدأ. وأضاف العلي، مدير المشروع، أن الكلفة معروفة. وأكد العلي أن النهاية قريبة."
    found = EXTRACTOR.extract(Article("test", "", text, None)).statements
    assert [statement.role for statement in found] == ["مدير المشروع"] * 3


def test_people_who_are_asked_are_no_role_of_whoever_asks() -> None:
    text = "وطالب فهد العلي أعضاء المجلس في الرياض بأن يصوتوا للقانون."
    (statement,) = EXTRACTOR.extract(Article("test", "", text, None)).statements
    assert statement.role is None


@pytest.mark.parametrize("office", ["وزير الخارجية السعودي", "وزير الخارجية"])
def test_a_counterpart_has_the_office_of_whoever_was_named_before(office: str) -> None:
    text = f"التقى {office} عادل الجبير نظيره الألماني يوهان ميلر في الرياض. وقال ميلر إن الزيارة مهمة."
    (statement,) = EXTRACTOR.extract(Article("test", "", text, None)).statements
    assert (statement.speaker, statement.role) == ("يوهان ميلر", "وزير الخارجية الألماني")


def test_a_counterpart_of_nobody_stays_one() -> None:
    (statement,) = EXTRACTOR.extract(
        Article("test", "", "وقال نظيره الألماني يوهان ميلر إن الزيارة مهمة.", None)
    ).statements
    assert statement.role == "نظيره الألماني"


def test_a_counterpart_does_not_take_an_office_that_he_never_held() -> None:
    text = (
        "وتحدث الرئيس الأمريكي دونالد ترامب مع رئيس الوزراء الإيطالي جوزيبي كونتي عن نظيره الإيراني حسن روحاني."
        " وقال روحاني إن بلاده لا تريد الحرب."
    )
    (statement,) = EXTRACTOR.extract(Article("test", "", text, None)).statements
    assert statement.role == "الرئيس الإيراني"
