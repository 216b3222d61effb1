"""What is written on the review page becomes fields of a statement and ids of actors."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.show.test_reader import statement

from bayan.actors import Suggestion
from bayan.queries import Selection
from bayan.records import Span
from bayan.show.permission import is_loopback
from bayan.show.review.fields import is_day, read_fields
from bayan.show.review.names import make_id, tell_pages
from bayan.show.view import View
from bayan.show.words import read_words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-07-08", True),
        ("2020-07", True),
        ("2020", False),
        ("8 July", False),
        ("2020-13", False),
        ("20200708", False),
    ],
)
def test_a_day_or_a_month(text: str, day: bool) -> None:
    assert is_day(text) == day


def test_another_name_is_of_nobody_who_is_an_actor() -> None:
    row = statement(1, Span(0, 3), Span(4, 8))
    assert read_fields(row, row.speaker or "", "تاس", "") == {"via": "تاس", "said_on": None}
    changes = read_fields(row, "فلان الفلاني", "", "2020-07")
    assert (changes["speaker"], changes["speaker_id"], changes["said_on"]) == ("فلان الفلاني", None, "2020-07")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Samir al-Qarqahi", "samir-al-qarqahi"),
        ("Mevlüt Çavuşoğlu", "mevlut-cavusoglu"),
        ("O'Brien", "obrien"),
        ("İbrahim Kalın", "ibrahim-kalin"),
        ("س", ""),
    ],
)
def test_an_id_is_made_of_the_english_name(name: str, made: str) -> None:
    assert make_id(name) == made


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("", False), ("news.example", False)],
)
def test_what_is_reached_from_this_machine_alone(host: str, here: bool) -> None:
    assert is_loopback(host) == here


def test_a_long_list_of_names_is_told_and_turned_page_by_page() -> None:
    view = View("review", read_words({}), Selection(), kept=(("tab", "actors"),))
    names = [Suggestion(name=f"اسم {number}", role="", articles=2, spellings=()) for number in range(95)]
    first, last = tell_pages(view, names, 0), tell_pages(view, names, 80)
    assert tell_pages(view, names[:40], 0) == ""
    told = re.findall(r'muted">(.*?)<', re.sub("[\u2066\u2069]", "", first + last))
    assert told == ["1–40 of 95", "81–95 of 95"]
    assert linked(first) == ["اسم 40"]
    assert linked(last) == ["اسم 40"]
    assert linked(tell_pages(view, names, 40)) == ["اسم 0", "اسم 80"]


def linked(html: str) -> list[str]:
    return [parse_qs(urlsplit(unescape(href)).query)["name"][0] for href in re.findall(r'href="([^"]*)"', html)]
