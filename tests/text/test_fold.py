"""Folding: one spelling for search, and every range of it maps back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bayan.text import fold, fold_text

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي" + "أإآٱةىؤئءیکگپچژۀەھ"
MARKS = (
    "\u064b\u064c\u064e\u0650\u0651\u0652\u0670\u0640\u0610\u06d6\u200c\u200d\u200e\u200f\u202b\u202c\u2067\ufeff\u00ad"
)
FORMS = "ﷲﷺﻻﻼﺍﺎﻡﻢﭐﯼﯿﹰﹶﱞ﴾﴿﷼﷽"
OTHER = 'abcXYZ 0123٠١٢۳۴۵«»"،.؛؟\n\t\u00a0\u202f\u0301\u0308é😀𝒜'
texts = st.text(st.sampled_from(LETTERS + MARKS + FORMS + OTHER) | st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أحمد إلى آخر", "احمد الي اخر"),
        ("المدرسة الكبرى", "المدرسه الكبري"),
        ("مُحَمَّدٌ", "محمد"),
        ("محـــمد", "محمد"),
        ("مسؤول رئيس", "مسوول رييس"),
        ("کیهان", "كيهان"),
        ("٨ يوليو ٢٠٢٠ ۱۲", "8 يوليو 2020 12"),
        ("ﷲ ﻻ", "الله لا"),
        ("شكرﴽ ﱝ", "شكرا ي"),
        ("قال ﴿سبح﴾", "قال ﴿سبح﴾"),
        ("\u202bقال\u202c\u200f:", "قال:"),
        ("قال\u00a0الوزير", "قال الوزير"),
        ("BBC", "bbc"),
    ],
)
def test_spellings_of_one_word_fold_together(written: str, folded: str) -> None:
    assert fold_text(written) == folded
    assert fold(written).text == folded


def test_a_range_of_folded_text_shows_the_original_words() -> None:
    body = "وقالَ الرَّئيسُ أردوغـــان: «سنردّ»"
    folded = fold(body)
    start = folded.text.index("اردوغان")
    assert body[slice(*folded.span(start, start + len("اردوغان")))] == "أردوغـــان"
    start = folded.text.index("سنرد")
    assert body[slice(*folded.span(start, start + len("سنرد")))] == "سنردّ"


def test_a_ligature_stays_whole() -> None:
    body = "قال ﻻفروف"
    folded = fold(body)
    lam = folded.text.index("لافروف")
    assert body[slice(*folded.span(lam, lam + 1))] == "ﻻ"
    assert body[slice(*folded.span(lam + 1, lam + 2))] == "ﻻ"


@given(texts)
def test_both_ways_of_folding_agree(text: str) -> None:
    assert fold(text).text == fold_text(text)


@given(texts.filter(bool))
def test_a_long_text_folds_as_its_parts_do(text: str) -> None:
    assert fold_text(text * 200) == fold_text(text) * 200


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold_text(text)
    assert fold_text(once) == once


@given(texts, st.data())
def test_a_range_maps_back_to_what_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    if start < end:
        assert folded.text[start:end] in fold_text(text[span.start : span.end])


@given(texts, st.data())
def test_a_range_never_ends_inside_a_combining_sequence(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    end = data.draw(st.integers(0, len(folded.text)))
    stop = folded.span(0, end).end
    if end:
        assert stop == len(text) or not unicodedata.combining(text[stop])


@given(texts, st.data())
def test_places_and_origins_are_inverse(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    at = data.draw(st.integers(0, len(folded.text)))
    assert folded.place(folded.origin(at)) <= at
    assert folded.origin(folded.place(folded.origin(at))) == folded.origin(at)
    origin = data.draw(st.integers(0, len(text)))
    place = folded.place(origin)
    assert place == len(folded.text) or folded.origin(place) >= origin
    assert place == 0 or folded.origin(place - 1) < origin


@given(texts)
def test_origins_never_go_back(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(at) for at in range(len(folded.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] <= len(text)
