"""What differs between two reports of the same words is marked, and nothing is lost."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from bayan.show.variants import mark_differences


def test_other_words_are_marked_and_other_spellings_are_not() -> None:
    shown = mark_differences("إن الأزمة لن تُحل بالقوة", "ان الازمة لن تحل بالسلاح أبدا")
    assert shown == "ان الازمة لن تحل <ins>بالسلاح أبدا</ins>"


@given(st.text(st.sampled_from("ab <>&\"'\n.")), st.text(st.sampled_from("ab <>&\"'\n.")))
def test_the_other_text_is_whole(text: str, other: str) -> None:
    assert unescape(re.sub("</?ins>", "", mark_differences(text, other))) == other
