"""Words of the corpus come into the page letter for letter."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from bayan.records import Span
from bayan.show.safe import apart, marked, safe


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_nothing_in_a_text_is_markup(text: str) -> None:
    shown = safe(text)
    assert not set("<>\"'") & set(shown)
    assert unescape(shown) == text


def test_lone_surrogates_do_not_stop_the_page() -> None:
    assert safe("a\ud800b") == "a?b"


def test_marks_stand_around_their_words_alone() -> None:
    assert marked("<b>سرت", [Span(3, 6)]) == "&lt;b&gt;<mark>سرت</mark>"


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_marking_loses_no_letter(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    assert marked(text, [span]).replace("<mark>", "").replace("</mark>", "") == safe(text)


def test_a_name_keeps_its_direction_to_itself() -> None:
    assert apart("قالن", "role") == '<bdi class="role">قالن</bdi>'
