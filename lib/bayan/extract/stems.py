"""Stems: what is left of a noun without what is attached to it."""

from __future__ import annotations

from functools import lru_cache

_SUFFIXES = ("هما", "هم", "ها", "نا", "ه", "ي")


@lru_cache(maxsize=65536)
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
