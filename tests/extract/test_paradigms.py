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
    ("الأمير فيصل بن خالد", "فيصل بن خالد"),
    ("المتحدث باسم الجيش", "المتحدث باسم الجيش"),
    ("مسؤولون أمريكيون", "مسؤولون أمريكيون"),
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
    ("هيئة الأرصاد الجوية", "هيئة الأرصاد الجوية"),
    ("السيدة الأولى ميلانيا ترامب", "ميلانيا ترامب"),
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
    ("اعتبر", "اعتبرت", "أن الاتفاق لم ينته بعد"),
    ("صرح", "صرحت", "بأن الاتفاق لم ينته بعد"),
    ("كشف", "كشفت", "عن مقتل ثلاثة جنود في الهجوم"),
    ("هدد", "هددت", "بالانسحاب من الاتفاق"),
    ("أعرب", "أعربت", "عن أمله في رفع العقوبات"),
]
ADVERBIALS = [
    "", "الخميس", "أمس الأحد", "في بيان", "في مؤتمر صحفي", "للصحافيين", "في تصريحات لقناة العربية", "في وقت سابق",
    "على حسابه في تويتر", "خلال جلسة عقدت في جنيف", "ردا على سؤال", "في مقابلة مع شبكة سي إن إن", "للمرة الأولى",
    "في رسالة إلى مجلس الأمن", "مساء السبت", "لوكالة رويترز", "على هامش القمة", "في بيان نشر على موقعه",
    "في ختام القمة العربية", "في أول تعليق له", "خلال زيارته إلى القاهرة", "في تصريح صحافي", "أمام الصحافيين",
    "في تغريدة على تويتر", "في خطاب متلفز", "لـ«سبق»",
]  # fmt: skip
ORDERS = [
    "{verb} {speaker} {when} {said}.",
    "و{verb} {speaker} {when} {said}.",
    "من جانبه، {verb} {speaker} {when} {said}.",
    "لكن {speaker} {verb} {when} {said}.",
    "{was} {speaker} قد {verb} {when} {said}.",
    "وفي سياق متصل، {verb} {speaker} {when} {said}.",
    "وردا على سؤال حول الأزمة، {verb} {speaker} {when} {said}.",
    "وتوقف القتال في المدينة، و{verb} {speaker} {when} {said}.",
    "وتوقف القتال، بينما {verb} {speaker} {when} {said}.",
    "وقد {verb} {speaker} {when} {said}.",
]
DEEDS = [
    ("شارك", "شاركت", "في الاجتماع"),
    ("تطرق", "تطرقت", "إلى الوضع في الشمال"),
    ("انضم", "انضمت", "إلى الحوار"),
]
PARTICIPLES = [
    ("قائلا", "قائلة", '"القوات ستنسحب من المدينة خلال أيام"'),
    ("قائلا:", "قائلة:", '"القوات ستنسحب من المدينة خلال أيام"'),
    ("قائلا", "قائلة", "إن الاتفاق لم ينته بعد"),
    ("مؤكدا", "مؤكدة", "أن الحوار هو السبيل الوحيد"),
    ("مشيرا", "مشيرة", "إلى أن الاتفاق لم ينته بعد"),
    ("داعيا", "داعية", "إلى رفع العقوبات عن البلاد"),
    ("محذرا", "محذرة", "من انسحاب القوات من الشمال"),
    ("مضيفا", "مضيفة", "أن الاتفاق لم ينته بعد"),
    ("معربا", "معربة", "عن أمله في رفع العقوبات"),
    ("مشددا", "مشددة", "على ضرورة وقف القتال"),
    ("مطالبا", "مطالبة", "بانسحاب القوات من الشمال"),
]
SENTENCES = [
    "{deed} {speaker} {where}{comma} {saying} {said}.",
    "و{deed} {speaker} {where}{comma} {saying} {said}.",
    "من جهته، {deed} {speaker} {where}{comma} {saying} {said}.",
    "{was} {speaker} قد {deed} {where}{comma} {saying} {said}.",
]
SEVERAL = ("شهود عيان", "عدد من الأهالي", "مسؤولون أمريكيون", "مصادر أمنية")
PEOPLE = [(*man, 0) for man in MEN] + [(*woman, 1) for woman in WOMEN]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


def told(extractor: Extractor, text: str) -> list[tuple[str, str | None]]:
    """What is said in a text, each with who says it."""
    found = extractor.extract(Article(outlet="test", title="", body=text, published=date(2018, 7, 8))).statements
    return [(text[one.content.start : one.content.end], one.speaker) for one in found]


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
    assert (said.strip('"'), name) in told(extractor, text), text


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([who for who in PEOPLE if who[1] not in SEVERAL]),
    st.sampled_from(DEEDS),
    st.sampled_from(PARTICIPLES),
    st.sampled_from(SENTENCES),
    st.sampled_from(["", "،"]),
)
def test_whoever_does_something_goes_on_speaking(
    extractor: Extractor,
    who: tuple[str, str, int],
    deed: tuple[str, str, str],
    participle: tuple[str, str, str],
    sentence: str,
    comma: str,
) -> None:
    speaker, name, woman = who
    said, was = participle[2], ("وكان", "وكانت")[woman]
    words = {
        "deed": deed[woman],
        "where": deed[2],
        "saying": participle[woman],
        "said": said,
        "was": was,
        "comma": comma,
    }
    text = sentence.format(speaker=speaker, **words)
    assert (said.strip('"'), name) in told(extractor, text), text
