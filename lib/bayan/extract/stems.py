"""Stems: what is left of a word without what is attached to it."""

from __future__ import annotations

import re
from functools import lru_cache

VERBAL_NOUN = re.compile("أل.ا.|است..?.?ا.|ا.ت.ا.|ان..ا.|ت..ي.")
"""Verbal nouns by their pattern (استقبال، ارتكاب، انسحاب، تقديم)."""
PAST = re.compile("ا[^اوي]ت[^اويه]{2}|ا.ت..ت|ان[^ا]..ت|است...ت")
"""Pasts that their pattern alone tells (ارتكب، احترقت، انفجرت، استقبلت)."""
_WITH_LAM = frozenset(
    {"لايحه", "لائحة", "لوايح", "لوائح", "لجنه", "لجنة", "لجان", "لواء", "لاعب", "لاعبه", "لاعبة", "لاعبين"}
)
"""Nouns that begin with ل themselves, written once behind it and the article (للجنة تحقيق، للجنة الوطنية)."""
_SUFFIXES = ("هما", "هم", "ها", "نا", "ه", "ي")


@lru_cache(maxsize=4096)
def noun_stems(word: str) -> tuple[str, ...]:
    """A noun without preposition, article and pronoun, most exact first; ت before a pronoun is taa marbuta."""
    heads = [word, word.removeprefix("ب"), word.removeprefix("ال"), word.removeprefix("بال")]
    stems = list(heads)
    for head in heads:
        for suffix in _SUFFIXES:
            if head.endswith(suffix) and len(head) - len(suffix) >= 3:
                stem = head.removesuffix(suffix)
                stems += [stem, stem[:-1] + "ه"] if stem.endswith("ت") else [stem]
    return tuple(stems)


def begins_with_lam(word: str) -> bool:
    """Whether ل stands before a noun that begins with it (للجنة)."""
    return word.startswith("لل") and word[1:].split(" ", 1)[0] in _WITH_LAM


def has_lil(word: str) -> bool:
    """Whether a word surely has both ل and the article (للوزير)."""
    return word.startswith("لل") and not begins_with_lam(word)


def without_li(word: str) -> str:
    """A word without its attached ل, as it is written without it (للصحيفة → الصحيفة, لـ«الحياة» → «الحياة»)."""
    return "ال" + word[2:] if has_lil(word) else word[1:].lstrip("ـ")


def with_article(text: str) -> str:
    """Words that begin with ل and the article, with the article alone (للوزير → الوزير, للجنة الوطنية → اللجنة …)."""
    return "ال" + (text[1:] if begins_with_lam(text) else text[2:])
