"""Errors of addresses and filters are told in the reader's language, each with all that it names."""

from __future__ import annotations

from string import Formatter

import pytest

from bayan.errors import FAULTS, BadSelection, StoreError, TooSlow
from bayan.queries import parse_selection
from bayan.show.notices import tell_fault
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
