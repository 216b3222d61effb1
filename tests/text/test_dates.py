"""Arabic dates: what is found, where, and what is rightly left alone. The reference is Wednesday 8 July 2020."""

from __future__ import annotations

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bayan.text import Dates, find_dates, fold, read_date

CASES = Path(__file__).parent.parent / "cases"
REFERENCE = date(2020, 7, 8)

with (CASES / "dates.tsv").open(encoding="utf-8", newline="") as table:
    EXPRESSIONS = [(row["expression"], row["expected"]) for row in csv.DictReader(table, delimiter="\t")]
with (CASES / "no-dates.tsv").open(encoding="utf-8", newline="") as table:
    NO_DATES = [row["text"] for row in csv.DictReader(table, delimiter="\t")]

LOCALES = ("ar", "ar_EG", "ar_SA", "ar_IQ", "ar_SY", "ar_LB", "ar_DZ", "ar_TN", "ar_MA", "ar_MR")
MONTHS = sorted({(m, name) for at in LOCALES for m, name in Locale.parse(at).months["format"]["wide"].items()})
HIJRI = {
    1: ("محرم", "المحرم"), 2: ("صفر",), 3: ("ربيع الأول", "ربيع أول"), 4: ("ربيع الآخر", "ربيع الثاني"),
    5: ("جمادى الأولى", "جمادي الأول"), 6: ("جمادى الآخرة", "جمادى الثانية"), 7: ("رجب",), 8: ("شعبان",),
    9: ("رمضان", "رمضان المبارك"), 10: ("شوال",), 11: ("ذو القعدة", "ذي القعدة", "ذوالقعدة"),
    12: ("ذو الحجة", "ذي الحجة"),
}  # fmt: skip
FIRSTS_1441 = [
    "2019-08-31",
    "2019-09-30",
    "2019-10-29",
    "2019-11-28",
    "2019-12-27",
    "2020-01-26",
    "2020-02-25",
    "2020-03-25",
    "2020-04-24",
    "2020-05-24",
    "2020-06-22",
    "2020-07-22",
]
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
UNITS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
ORDINALS = [
    *UNITS, "العاشر", "الحادي عشر", *(f"{unit} عشر" for unit in UNITS[1:]),
    "العشرين", "الحادي والعشرين", *(f"{unit} والعشرين" for unit in UNITS[1:]), "الثلاثين", "الحادي والثلاثين",
]  # fmt: skip


def values(text: str, reference: date | None = REFERENCE) -> list[str]:
    return [found.value for found in find_dates(text, reference)]


def words(text: str, reference: date | None = REFERENCE) -> list[str]:
    return [text[slice(*found.span)] for found in find_dates(text, reference)]


@pytest.mark.parametrize(("expression", "expected"), EXPRESSIONS)
def test_expression_alone_and_in_a_sentence(expression: str, expected: str) -> None:
    found = read_date(expression, REFERENCE)
    assert found is not None
    assert found.value == expected
    assert values(f"وقال الوزير {expression} إن بلاده ترفض القرار.") == [expected]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_is_invented(text: str) -> None:
    assert find_dates(text, REFERENCE) == []


@pytest.mark.parametrize(("month", "name"), MONTHS)
def test_months_of_every_country(month: int, name: str) -> None:
    for text in (f"17 {name} 2019", f"١٧ من {name} ٢٠١٩", f"17-{name}-2019", f"السابع عشر من شهر {name} عام 2019م"):
        assert values(text, None) == [f"2019-{month:02d}-17"]
    assert values(f"في {name} 2019", None) == [f"2019-{month:02d}"]


@pytest.mark.parametrize("first", MONTHS)
def test_months_by_two_names(first: tuple[int, str]) -> None:
    for second in (name for month, name in MONTHS if month == first[0] and name != first[1]):
        for pair in (
            f"{first[1]}/{second}",
            f"{first[1]} / {second}",
            f"{first[1]} ({second})",
            f"{first[1]} - {second}",
        ):
            assert words(f"في 17 {pair} 2019، قال", None) == [f"17 {pair} 2019"]
            assert values(f"17 {pair} 2019", None) == [f"2019-{first[0]:02d}-17"]


@pytest.mark.parametrize(("month", "name"), [(month, name) for month, names in HIJRI.items() for name in names])
def test_hijri_months(month: int, name: str) -> None:
    for text in (f"1 {name} 1441", f"1 {name} 1441هـ", f"الأول من شهر {name} 1441 هـ", f"غرة {name} عام 1441 هجرية"):
        assert values(text, None) == [FIRSTS_1441[month - 1]]


@pytest.mark.parametrize(("day", "ordinal"), list(enumerate(ORDINALS, 1)))
def test_ordinals(day: int, ordinal: str) -> None:
    for form in (ordinal, ordinal.replace("شرين", "شرون").replace("ثلاثين", "ثلاثون")):
        assert values(f"في {form} من ديسمبر 2019", None) == [f"2019-12-{day:02d}"]
    assert values(f"في {ordinal} من الشهر الجاري") == [f"2020-07-{day:02d}"]


@pytest.mark.parametrize(("weekday", "name"), list(enumerate(WEEKDAYS)))
def test_weekdays(weekday: int, name: str) -> None:
    last, before, after = (read_date(f"{name}{way}", REFERENCE) for way in ("", " الماضي", " المقبل"))
    assert last and before and after
    days = [date.fromisoformat(found.value) for found in (last, before, after)]
    assert {day.weekday() for day in days} == {weekday}
    assert 0 <= (REFERENCE - days[0]).days <= 6
    assert 1 <= (REFERENCE - days[1]).days <= 7
    assert 1 <= (days[2] - REFERENCE).days <= 7
    for text in (f"يوم {name}", f"مساء {name}", f"و{name}", f"ب{name}", f"ويوم {name}", f"({name})"):
        assert values(text) == [days[0].isoformat()]


def test_the_weekday_is_right_where_it_disagrees_with_the_day_word() -> None:
    assert values("أمس الاثنين") == ["2020-07-06"]
    assert values("اليوم الثلاثاء") == ["2020-07-07"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وأمس أعلن", "أمس"),
        ("بالأربعاء", "الأربعاء"),
        ("قال أمس (الثلاثاء) إن", "أمس (الثلاثاء)"),
        ("يوم أمس الثلاثاء، أكد", "يوم أمس الثلاثاء"),
        ("الأربعـــاء ٨ يُوليو ٢٠٢٠م.", "الأربعـــاء ٨ يُوليو ٢٠٢٠م"),
        ("في الـ8 من يوليو الجاري", "الـ8 من يوليو الجاري"),
        ("الأربعاء 17-11-1441هـ الموافق 8-7-2020م في", "الأربعاء 17-11-1441هـ الموافق 8-7-2020م"),
        ("17 ذو القعدة 1441 هـ", "17 ذو القعدة 1441 هـ"),
        ("وفي منتصف آذار الماضي", "منتصف آذار الماضي"),
        ("اليوم الأربعاء 8 يوليو 2020 في", "اليوم الأربعاء 8 يوليو 2020"),
    ],
)
def test_the_range_is_that_of_the_words(text: str, found: str) -> None:
    assert words(text) == [found]
    assert words(text) == [text[slice(*one.span)] for one in find_dates(fold(text), REFERENCE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أول أمس الاثنين", "2020-07-06"),
        ("أول من أمس", "2020-07-06"),
        ("البارحة", "2020-07-07"),
        ("الليلة الماضية", "2020-07-07"),
        ("بعد غدٍ الجمعة", "2020-07-10"),
        ("الثلاثاء قبل الماضي", "2020-06-30"),
        ("الأسبوع المقبل", "2020-W29"),
        ("هذا الشهر", "2020-07"),
        ("الشهر قبل الماضي", "2020-05"),
        ("السنة الماضية", "2019"),
        ("مطلع العام المقبل", "2021"),
        ("النصف الأول من يوليو", "2020-07"),
        ("الأسبوع الأول من يوليو 2019", "2019-07"),
        ("قبل يومين", "2020-07-06"),
        ("منذ 3 أيام", "2020-07-05"),
        ("قبل أحد عشر يوماً", "2020-06-27"),
        ("قبل شهرين", "2020-05"),
        ("منذ ست سنوات", "2014"),
        ("منذ عام", "2019"),
        ("15 الجاري", "2020-07-15"),
        ("8 يوليو من العام الماضي", "2019-07-08"),
        ("ديسمبر/كانون الأول", "2019-12"),
        ("في مارس", "2020-03"),
        ("أواخر أغسطس المقبل", "2020-08"),
        ("يوليو المقبل", "2021-07"),
        ("يوليو الماضي", "2019-07"),
        ("20 رمضان الماضي", "2020-05-13"),
        ("مطلع 2019", "2019"),
        ("منذ 2011", "2011"),
    ],
)
def test_dates_told_from_the_day_of_publication(text: str, expected: str) -> None:
    assert values(text) == [expected]


def test_without_a_reference_only_anchored_dates_are_found() -> None:
    text = "أمس الثلاثاء، 25 ديسمبر، الشهر الماضي، قبل يومين، 3 رمضان، 5 مايو 2019، 1 محرم 1442هـ، عام 2018"
    assert values(text, None) == ["2019-05-05", "2020-08-20", "2018"]
    assert all(found.anchored for found in find_dates(text, None))
    assert not any(found.anchored for found in find_dates("أمس، 25 ديسمبر", REFERENCE))


def test_precision_and_rule_are_told() -> None:
    found = find_dates("8 يوليو 2020، يوليو 2019، عام 2018، الأسبوع الماضي، 17/11/1441", REFERENCE)
    assert [one.precision for one in found] == ["day", "month", "year", "week", "day"]
    assert [one.rule for one in found] == ["day-month", "month", "year", "period", "hijri"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("الأربعاء 25 ديسمبر", "2019-12-25"), ("الجمعة 25 ديسمبر", "2020-12-25"), ("25 ديسمبر", "2019-12-25")],
)
def test_a_printed_weekday_chooses_the_year(text: str, expected: str) -> None:
    assert values(text) == [expected]


def test_a_misprinted_weekday_does_not_move_a_near_date_by_a_year() -> None:
    assert values("الاثنين 1 يوليو") == ["2020-07-01"]


def test_a_year_of_another_calendar() -> None:
    assert values("17/11/1441") == ["2020-07-08"]
    assert values("17/11/1441م") == ["1441-11-17"]
    assert values("8 يوليو 1441") == ["1441-07-08"]


@pytest.mark.parametrize(
    "field",
    [
        "Wed, 08 Jul 2020 23:30:00 +0300",
        "2020-07-08T23:30:00Z",
        "2020-07-08T10:30:00.123+03:00",
        "2020/07/08 10:30",
        "July 8, 2020 10:30 AM",
        "يوليو 8, 2020",
        "08/07/2020 - 10:30",
        "الأربعاء 07/08/2020",
        "۸ یولیو ۲۰۲۰",
        "نشر في: 08 جويلية 2020 الساعة 14:30",
        "آخر تحديث: الأربعاء 8 يوليو 2020 - 17 ذو القعدة 1441 هـ KSA 10:30 - GMT 07:30",
        "الأربعاء 17 ذو القعدة 1441 هـ\n8 يوليو 2020 م",
        "18 ذو القعدة 1441 هـ | العدد 1234 | 8 يوليو 2020",
        "الأربعاء 8 تموز 2020 الساعة 10:30 بتوقيت غرينتش",
    ],
)
def test_a_field_that_holds_one_date(field: str) -> None:
    found = read_date(field)
    assert found is not None
    assert (found.value, found.precision, found.anchored) == ("2020-07-08", "day", True)


@pytest.mark.parametrize("field", ["", " ", "غير معروف", "31/02/2020", "اليوم", "12:30", "2020-13-40", "2020-13-05"])
def test_a_field_without_a_date(field: str) -> None:
    assert read_date(field) is None


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "من ",
        "8 ",
        "8/",
        "يوليو ",
        "الثلاثاء ",
        "كانون ",
        "اول من ",
        "(",
        "ـ",
        "َ",
        "قبل ",
        "1 2 3/4/",
        "8 يوليو 2020 ",
    ],
)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * 20_000
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in find_dates(text, REFERENCE))


@given(
    st.lists(
        st.sampled_from([*(word for text, _ in EXPRESSIONS for word in text.split()), *"/-(),.:", "\n", "\u200f", "ـ"]),
        max_size=15,
    ),
    st.sampled_from([REFERENCE, None, date.min, date.max, date(1500, 2, 28), date(2024, 2, 29)]),
)
def test_any_row_of_date_words_is_read_in_order(parts: list[str], reference: date | None) -> None:
    text = " ".join(parts)
    found = find_dates(text, reference)
    spans = [one.span for one in found]
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    for one in found:
        if one.precision == "day":
            date.fromisoformat(one.value)


@given(
    st.lists(
        st.sampled_from(
            [*(word for text, _ in EXPRESSIONS for word in text.split()), *".,،(-", "\n", ".\n", "» \n", "ـ"]
        ),
        max_size=25,
    )
)
def test_a_text_that_is_read_in_parts_has_the_same_dates(parts: list[str]) -> None:
    text = " ".join(parts)
    assert list(Dates(fold(text), REFERENCE).between(0, len(text))) == find_dates(text, REFERENCE)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[slice(*one.span)] for one in find_dates(text, REFERENCE))
