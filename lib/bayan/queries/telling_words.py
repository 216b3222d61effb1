"""The words of a statement that tell what it speaks of, and how much of them another statement shares."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import chain
from math import log

from bayan.text import fold_text

_LONG = 4
"""Letters of a word that tells something."""
MOST_WORDS = 12
_WORDS = 20_000
"""Words of which it is remembered what they tell: many denials in a row ask for some thousand again and again."""
_APART = "\x00"
"""Parts texts that are folded at once; no text holds it."""
_UNKNOWN = 0.3
"""The weight of a word that no other statement holds, as a part of that of the others."""
_WRITTEN_BEFORE = ("و", "ب", "ل", "ال", "وال", "بال", "لل")
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE, _CLITIC = re.compile(r"^(?:[وف]?(?:[بك]?ال|لل))(?=\w{3})"), re.compile(r"^[وفبلك](?=\w{4})")
_ENDINGS = re.compile(r"(?:يات|يين|يون|ات|ين|ون|ان|يه|ها|هم|وا|ه|ي|ا|ت)$")
_AFFIXES = re.compile(r"^(?:است|مست|يست|تست|[ميتان](?=\w{3}))")
_WEAK = str.maketrans(dict.fromkeys("اوي"))
Roots = frozenset[str]


def find_words(text: str) -> list[str]:
    """The first longer words of a text, each once, folded and without the article."""
    return _telling(fold_text(text))


def written_forms(word: str) -> tuple[str, ...]:
    """A word without the article as it may be written, with the article too."""
    return (word, *(f"{before}{word}" for before in _WRITTEN_BEFORE))


def find_roots(text: str) -> list[Roots]:
    """Of each telling word what is left without endings, prefixes and weak letters: near its root.

    So the verb and its noun meet (أرسل, إرسال), and one and many (عسكري, العسكريين). A first letter that may be a word
    of its own (بليبيا) gives a second root.
    """
    return list(map(_roots, find_words(text)))


def likeness(told: Sequence[Roots], other: Collection[str], weights: Sequence[float]) -> tuple[int, float]:
    """How many words of a statement another one shares, and their part of its weight."""
    shared = [weight for roots, weight in zip(told, weights, strict=True) if not roots.isdisjoint(other)]
    return len(shared), sum(shared) / (sum(weights) or 1)


def weigh(told: Sequence[Roots], others: Sequence[Collection[str]]) -> list[float]:
    """What each word of a statement tells: the less, the more of the others hold it; little where none does."""
    counts = [sum(not roots.isdisjoint(other) for other in others) for roots in told]
    weights = [log(1 + (len(others) + 1) / (count + 1)) for count in counts]
    known = [weight for weight, count in zip(weights, counts, strict=True) if count]
    mean = sum(known) / (len(known) or 1)
    return [weight if count else _UNKNOWN * mean for weight, count in zip(weights, counts, strict=True)]


def all_roots(texts: Sequence[str]) -> list[Roots]:
    """Of each of some texts the roots of all telling words. They are folded as one, which takes a fifth of the time."""
    folded = fold_text(_APART.join(texts)).split(_APART) if texts else ()
    return [frozenset(chain.from_iterable(map(_roots, _telling(text)))) for text in folded]


def _telling(folded: str) -> list[str]:
    bare = dict.fromkeys(map(_without_article, _WORD.findall(folded)))
    return [word for word in bare if len(word) >= _LONG][:MOST_WORDS]


@lru_cache(maxsize=_WORDS)
def _without_article(word: str) -> str:
    return _ARTICLE.sub("", word)


@lru_cache(maxsize=_WORDS)
def _roots(word: str) -> Roots:
    return frozenset(filter(None, (_root(word), _root(_CLITIC.sub("", word)))))


def _root(word: str) -> str:
    bare = _ENDINGS.sub("", word) if len(word) > _LONG else word
    bare = _AFFIXES.sub("", bare) if len(bare) >= _LONG else bare
    root = bare[:1] + bare[1:].translate(_WEAK)
    return root if len(root) > 1 else ""
