"""Every speaker with every verb, adverbial and order of words: what is found of one does not hang on the others."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bayan.extract import Extractor
from bayan.records import Article

MEN = [
    ("وزير الخارجية الروسي سيرغي لافروف", "سيرغي لافروف"),
    ("رئيس الوزراء الإسرائيلي، بنيامين نتنياهو،", "بنيامين نتنياهو"),
    ("مدير مستشفى الملك فهد الدكتور سالم الشمري", "سالم الشمري"),
    ("المتحدث باسم التحالف العربي العقيد الركن تركي المالكي", "تركي المالكي"),
    ("رئيس بلدية لندن صادق خان", "صادق خان"),
    ("الجيش السوري", "الجيش السوري"),
    ("المرصد السوري لحقوق الإنسان", "المرصد السوري لحقوق الإنسان"),
    ("مجلس الأمن", "مجلس الأمن"),
    ("الاتحاد الأوروبي", "الاتحاد الأوروبي"),
    ("مسؤول كبير في الوزارة", "مسؤول كبير في الوزارة"),
    ("شهود عيان", "شهود عيان"),
    ("صاحب المنزل", "صاحب المنزل"),
    ("عدد من الأهالي", "عدد من الأهالي"),
    ("الناشط الحقوقي، سالم الأحمد،", "سالم الأحمد"),
]
WOMEN = [
    ("المتحدثة باسم البيت الأبيض سارة ساندرز", "سارة ساندرز"),
    ("وزارة الدفاع الأمريكية", "وزارة الدفاع الأمريكية"),
    ("حركة حماس", "حركة حماس"),
    ("منظمة العفو الدولية", "منظمة العفو الدولية"),
    ("شركة فيسبوك", "شركة فيسبوك"),
    ("مصادر أمنية", "مصادر أمنية"),
    ("الولايات المتحدة", "الولايات المتحدة"),
    ("واشنطن", "واشنطن"),
    ("والدة الطفل", "والدة الطفل"),
]
VERBS = [
    ("قال", "قالت", "إن الاتفاق لم ينته بعد"),
    ("قال", "قالت", '"القوات ستنسحب من المدينة خلال أيام"'),
    ("أكد", "أكدت", "أن الحوار هو السبيل الوحيد لحل الأزمة"),
    ("أكد", "أكدت", "على ضرورة وقف القتال"),
    ("أعلن", "أعلنت", "انسحاب القوات من الشمال"),
    ("أوضح", "أوضحت", "أن عدد القتلى ارتفع إلى عشرين شخصا"),
    ("أفاد", "أفادت", "عن مقتل ثلاثة جنود في الهجوم"),
    ("أشار", "أشارت", "إلى أن الاتفاق لم ينته بعد"),
    ("حذر", "حذرت", "من انسحاب القوات من الشمال"),
    ("دعا", "دعت", "إلى رفع العقوبات عن البلاد"),
    ("رحب", "رحبت", "بانسحاب القوات من الشمال"),
    ("نفى", "نفت", "مقتل ثلاثة جنود في الهجوم"),
    ("ندد", "نددت", "بمقتل ثلاثة جنود في الهجوم"),
    ("شدد", "شددت", "على أن الحوار هو السبيل الوحيد لحل الأزمة"),
    ("تعهد", "تعهدت", "برفع العقوبات عن البلاد"),
]
ADVERBIALS = [
    "", "الخميس", "أمس الأحد", "في بيان", "في مؤتمر صحفي", "للصحافيين", "في تصريحات لقناة العربية", "في وقت سابق",
    "على حسابه في تويتر", "خلال جلسة عقدت في جنيف", "ردا على سؤال", "في مقابلة مع شبكة سي إن إن", "للمرة الأولى",
    "في رسالة إلى مجلس الأمن", "مساء السبت", "لوكالة رويترز", "على هامش القمة", "في بيان نشر على موقعه",
]  # fmt: skip
ORDERS = [
    "{verb} {speaker} {when} {said}.",
    "و{verb} {speaker} {when} {said}.",
    "من جانبه، {verb} {speaker} {when} {said}.",
    "لكن {speaker} {verb} {when} {said}.",
    "{was} {speaker} قد {verb} {when} {said}.",
]
PEOPLE = [(*man, 0) for man in MEN] + [(*woman, 1) for woman in WOMEN]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(PEOPLE), st.sampled_from(VERBS), st.sampled_from(ADVERBIALS), st.sampled_from(ORDERS))
def test_any_speaker_with_any_verb_and_adverbial(
    extractor: Extractor, who: tuple[str, str, int], verb: tuple[str, str, str], when: str, order: str
) -> None:
    speaker, name, woman = who
    said = verb[2]
    text = order.format(verb=verb[woman], speaker=speaker, when=when, said=said, was=("وكان", "وكانت")[woman]).replace(
        "  ", " "
    )
    found = extractor.extract(Article(outlet="test", title="", body=text, published=date(2018, 7, 8))).statements
    told = [(text[one.content.start : one.content.end], one.speaker) for one in found]
    assert (said.strip('"'), name) in told, text
