"""A citation says where the words stand: in the text of an article or in its title."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.show.test_reader import statement

from bayan.queries import Selection
from bayan.records import Act, Span
from bayan.show.citing import apa, bibtex, chicago
from bayan.show.view import View
from bayan.show.words import load_words


@pytest.mark.parametrize(
    ("lang", "body", "title"),
    [
        ("en", "characters 7–43 (Bayan", "characters 7–43 of the title (Bayan"),
        ("ar", "الأحرف 7–43 (بيان", "الأحرف 7–43 من العنوان (بيان"),
    ],
)
def test_characters_of_a_title_are_not_taken_for_those_of_the_text(lang: str, body: str, title: str) -> None:
    view = View("", load_words(lang), Selection())
    row = statement(1, Span(0, 6), Span(7, 43), Act.CRITICISE)
    for form in (chicago, apa, bibtex):
        assert body in form(view, row)
        assert title in form(view, replace(row, field="title"))
