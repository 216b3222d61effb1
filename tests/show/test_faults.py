"""Errors of addresses and filters, and what was not taken, are told in the reader's language, each in full."""

from __future__ import annotations

from string import Formatter

import pytest

from bayan.errors import DETAILS, FAULTS, REASONS, THINGS, BadSelection, Rejected, StoreError, TooSlow
from bayan.ingest.limits import REPAIRS
from bayan.queries import Selection, parse_selection
from bayan.show.notices import tell_fault
from bayan.show.runs import tell_why
from bayan.show.view import View
from bayan.show.words import DIRECTIONS, load_words


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", DIRECTIONS)
def test_every_fault_has_its_words_in_every_language(lang: str) -> None:
    entries = load_words(lang).entries
    assert {code: places(entries[f"wrong.{code}"]) for code in FAULTS} == {
        code: places(sentence) for code, sentence in FAULTS.items()
    }


@pytest.mark.parametrize(
    ("words", "english", "arabic"),
    [
        ({"act": ["shout"]}, "“shout” is no act", "«shout» ليس فعلًا معروفًا"),
        ({"from": ["2020-13-01"]}, "“2020-13-01” is no day", "«2020-13-01» ليس يومًا"),
        ({"from": ["2020-07-02"], "to": ["2020-07-01"]}, "before it begins (2020-07-02)", "قبل أن يبدأ (2020-07-02)"),
    ],
)
def test_a_fault_names_what_cannot_be_read(words: dict[str, list[str]], english: str, arabic: str) -> None:
    with pytest.raises(BadSelection) as caught:
        parse_selection(words)
    for lang, told in (("en", english), ("ar", arabic)):
        plain = tell_fault(load_words(lang), caught.value).replace("\u2068", "").replace("\u2069", "")
        assert told in plain


def test_slowness_is_told_in_the_readers_language_and_the_store_in_its_own() -> None:
    arabic = load_words("ar")
    assert tell_fault(arabic, TooSlow("too long")) == arabic.say("error.slow")
    assert tell_fault(arabic, StoreError("x.db: locked")) == "x.db: locked"


@pytest.mark.parametrize("lang", DIRECTIONS)
def test_everything_that_is_not_taken_has_its_words_in_every_language(lang: str) -> None:
    """What the command line says in English is told by the pages with the same values."""
    words = load_words(lang)
    sentences = {code: sentence for code, (_, sentence) in DETAILS.items()}
    for kind, told in (("rejected", sentences), ("repair", REPAIRS)):
        assert {code: places(words.entries[f"{kind}.{code}"]) for code in told} == {
            code: places(sentence) for code, sentence in told.items()
        }
    reasons = {reason for reason, _ in DETAILS.values() if reason}
    assert reasons == set(REASONS)
    assert all(words.has(f"reason.{reason.replace('-', '_')}") for reason in REASONS)
    assert all(words.has(f"thing.{thing}") for thing in THINGS)


@pytest.mark.parametrize(
    ("rejected", "english", "arabic"),
    [
        (Rejected("large_page", "a.html", limit=10_000_000), "over the limit of 10 MB.", "فوق الحد، وهو 10 ميغابايت."),
        (Rejected("not_text", "a:3", field="body", what="array"), "field body is an array", "الحقل body هو مصفوفة"),
        (Rejected("uneven_row", "a:7", cells=6, columns=3), "has 6 cells where", "عدد خلايا الصف 6"),
        (Rejected("cut_record", "a:2", missing=1_200), "1,200 bytes are missing", "البايتات الناقصة 1,200"),
    ],
)
def test_what_is_not_taken_is_told_in_the_readers_language(rejected: Rejected, english: str, arabic: str) -> None:
    assert english in str(rejected)
    for lang, told in (("en", english), ("ar", arabic)):
        shown = tell_why(View("corpus", load_words(lang), Selection()), rejected)
        assert told in shown.replace("\u2068", "").replace("\u2069", "")
