"""The interface speaks both languages completely, and counts and days as their readers write them."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from bayan.show.words import DIRECTIONS, Words, load_words, read_words

ROOT = Path(__file__).resolve().parents[2]
CODE = [*(ROOT / "lib" / "bayan").glob("show/**/*.py"), *(ROOT / "lib" / "bayan").glob("charts/*.py")]
PAGES = list((ROOT / "pages").rglob("*.py"))
KEY = re.compile(r"[a-z]+(?:\.[a-z_]+)*")


def asked_keys() -> tuple[set[str], set[re.Pattern[str]]]:
    """The keys that the code asks for: whole ones, and patterns where a part is put in."""
    whole: set[str] = set()
    patterns: set[re.Pattern[str]] = set()
    for path in CODE + PAGES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [p.value if isinstance(p, ast.Constant) else None for p in node.values]
                text = "".join("\0" if part is None else str(part) for part in parts)
                if re.fullmatch(r"[a-z_]+(?:\.(?:[a-z_]+|\0))+", text) and not text.endswith(".yaml"):
                    patterns.add(re.compile(re.escape(text).replace("\0", "[a-z_]+").replace("\\\0", "[a-z_]+")))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
                whole.add(node.value)
    return whole, patterns


def placeholders(words: Words, key: str) -> set[str]:
    entry = words.entries[key]
    forms = entry.values() if isinstance(entry, dict) else [entry]
    return {name for form in forms for _, name, _, _ in Formatter().parse(str(form)) if name} - {"n"}


def test_every_language_has_the_same_keys() -> None:
    keys = {lang: set(load_words(lang).entries) for lang in DIRECTIONS}
    assert keys["ar"] == keys["en"]


def test_every_key_has_the_same_places_in_every_language() -> None:
    arabic, english = load_words("ar"), load_words("en")
    assert [key for key in english.entries if placeholders(arabic, key) != placeholders(english, key)] == []


def test_every_key_is_asked_for() -> None:
    whole, patterns = asked_keys()
    unused = {
        key
        for key in load_words("en").entries
        if key not in whole and not any(pattern.fullmatch(key) for pattern in patterns)
    }
    assert unused == set()


def test_every_key_that_is_asked_for_is_there() -> None:
    whole, patterns = asked_keys()
    keys = set(load_words("en").entries)
    heads = {key.split(".")[0] for key in keys}
    dotted = {key for key in whole if "." in key and key.split(".")[0] in heads}
    files = {key for key in dotted if key.endswith((".py", ".yaml"))}
    assert dotted - files - keys == set()
    assert [p.pattern for p in patterns if not any(p.fullmatch(key) for key in keys)] == []


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "تصريح واحد"),
        (2, "تصريحان"),
        (3, "3 تصريحات"),
        (11, "11 تصريحًا"),
        (100, "100 تصريح"),
        (1234, "1,234 تصريحًا"),
    ],
)
def test_arabic_counts_take_their_forms(count: int, told: str) -> None:
    assert load_words("ar").say("count.statements", n=count) == told


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (date(2020, 6, 1), date(2020, 7, 31), "June – July 2020"),
        (date(2020, 7, 1), date(2020, 7, 31), "July 2020"),
        (date(2019, 12, 1), date(2020, 2, 29), "December 2019 – February 2020"),
        (date(2020, 6, 4), date(2020, 7, 28), "4 June – 28 July 2020"),
        (date(2020, 6, 4), date(2020, 6, 4), "4 June 2020"),
        (date(2020, 6, 4), None, "from 4 June 2020"),
        (None, date(2020, 6, 4), "until 4 June 2020"),
        (None, None, ""),
    ],
)
def test_spans_are_told_as_people_tell_them(since: date | None, until: date | None, told: str) -> None:
    assert load_words("en").span(since, until) == told


def test_names_fall_back_to_arabic() -> None:
    assert load_words("en").either("خلوصي أكار", "Hulusi Akar") == "Hulusi Akar"
    assert load_words("en").either("خلوصي أكار", None) == "خلوصي أكار"
    assert load_words("ar").either("خلوصي أكار", "Hulusi Akar") == "خلوصي أكار"


def test_arabic_may_have_its_own_digits_and_english_has_not() -> None:
    arabic, english = (read_words({"lang": [lang], "digits": ["arabic"]}) for lang in ("ar", "en"))
    assert arabic.say("count.statements", n=1234) == "١٬٢٣٤ تصريحًا"
    assert arabic.day(date(2020, 7, 8)) == "٨ يوليو ٢٠٢٠"
    assert arabic.share(0.42) == "\u061c٤٢٪"
    assert arabic.share(0.004) == "دون ١٪"
    assert (english.number(1234), english.day(date(2020, 7, 8))) == ("1,234", "8 July 2020")


def test_a_moment_is_a_day_with_its_minute_in_the_readers_words() -> None:
    at = "2026-11-26T21:03:59.250000+00:00"
    assert load_words("en").moment(at) == "26 November 2026 21:03"
    assert read_words({"lang": ["ar"], "digits": ["arabic"]}).moment(at) == "٢٦ نوفمبر ٢٠٢٦ ٢١:٠٣"
    assert load_words("en").moment("yesterday") == "yesterday"


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "\u20680%\u2069 – \u206850%\u2069"), ("ar", "\u2068\u061c0٪\u2069 – \u2068\u061c50٪\u2069")],
)
def test_from_one_share_to_another_each_keeps_its_sign(lang: str, told: str) -> None:
    assert load_words(lang).shares(0, 0.5) == told


@pytest.mark.parametrize(
    ("lang", "since", "until", "told"),
    [
        ("en", date(2020, 7, 8), date(2020, 7, 8), "8 July 2020 (17 Dhu al-Qada 1441 AH)"),
        ("en", date(2020, 7, 1), date(2020, 7, 31), "July 2020 (10 Dhu al-Qada – 10 Dhu al-Hijja 1441 AH)"),
        ("en", date(2020, 8, 19), date(2020, 8, 20),
         "19 August – 20 August 2020 (29 Dhu al-Hijja 1441 AH – 1 Muharram 1442 AH)"),
        ("ar", date(2020, 7, 8), date(2020, 7, 8), "8 يوليو 2020 (17 ذو القعدة 1441 هـ)"),
        ("en", date(1800, 1, 1), date(1800, 1, 1), "1 January 1800"),
    ],
)  # fmt: skip
def test_hijri_days_stand_beside_gregorian_ones(lang: str, since: date, until: date, told: str) -> None:
    assert read_words({"lang": [lang], "calendar": ["both"]}).span(since, until) == told
    assert "(" not in load_words(lang).span(since, until)
