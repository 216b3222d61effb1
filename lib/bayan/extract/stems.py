"""Stems: what is left of a word without what is attached to it."""

from __future__ import annotations

from functools import lru_cache

_WITH_LAM = frozenset({"لجنه", "لجان", "لواء", "لاعب", "لاعبه", "لاعبين"})
"""Nouns that begin with ل themselves: behind it they have no article (وفقا للجنة تحقيق)."""
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


def has_lil(word: str) -> bool:
    """Whether a word has both ل and the article (للوزير, but للجنة)."""
    return word.startswith("لل") and word[1:] not in _WITH_LAM


def without_li(word: str) -> str:
    """A word without its attached ل, as it is written without it (للصحيفة → الصحيفة, لـ«الحياة» → «الحياة»)."""
    return "ال" + word[2:] if has_lil(word) else word[1:].lstrip("ـ")
