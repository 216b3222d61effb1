"""Features of a reading from which its act is told: the rule's own answer, the cue, and the words of the content.

Words count as stems: those of the content by their place (the first three each by itself, the first eight, all of the
first 40), and those between cue and content, who is spoken to or of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.lexicon import ActWords
from bayan.records import Act

LONGEST = 40
_BETWEEN = 8
_PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل")
_SUFFIXES = ("هما", "هم", "ها", "نا", "ه", "ي", "ين", "ون", "ات", "ا", "ان")
_NEGATIONS = ("لن", "لا", "لم", "ليس", "ليست")
_ZONES = (3, 8, 16, LONGEST)


def opening(words: Words, reading: Reading) -> tuple[str, ...]:
    """The first words of a content."""
    return tuple(words.word[reading.content : min(reading.content_end, reading.content + LONGEST)])


def act_features(words: Words, reading: Reading, rule: tuple[Act, str], places: Mapping[Act, int]) -> Iterator[str]:
    """The names of the features that a reading has. ``rule`` is the act that the rules give, with its rule; ``places``
    are those of find_vocabulary."""
    content = opening(words, reading)
    yield f"rule={rule[0]}"
    yield f"rule={rule[0]}{rule[1]}"
    yield f"cue={reading.entry}"
    yield f"cue={reading.entry}{reading.frame}"
    yield f"frame={reading.frame}"
    yield f"field={words.field}"
    for word in words.word[reading.cue[1] : min(reading.content, reading.cue[1] + _BETWEEN)]:
        yield f"mid:{stem(word)}"
    yield from _stems(tuple(map(stem, content)))
    yield from _verbs(content[:6])
    for act, place in places.items():
        yield f"says:{act}"
        yield f"says:{act}{next(zone for zone in _ZONES if place < zone)}"


def _stems(stems: Sequence[str]) -> list[str]:
    return [
        *[f"w:{word}" for word in stems],
        *[f"n:{word}" for word in stems[:8]],
        *[f"{k}:{word}" for k, word in enumerate(stems[:3])],
        *[f"b:{first}_{second}" for first, second in pairwise(stems[:30])],
    ]


def _verbs(content: Sequence[str]) -> Iterator[str]:
    """Who acts and when: a future, a first person, a negation with what it denies."""
    for k, word in enumerate(content):
        long = len(word) > 3
        if word.startswith(("سن", "سا", "نس")):
            yield "future-first-person"
        if long and word.startswith(("سي", "ست", "سن")):
            yield "future"
        if long and word.startswith("ن"):
            yield "first-person"
        if word in _NEGATIONS:
            yield f"not:{word}"
            if k + 1 < len(content):
                yield f"not:{word}{stem(content[k + 1])}"


def find_vocabulary(act_words: ActWords, content: Sequence[str]) -> dict[Act, int]:
    """For each act the first place in a content where words of data/lexicon/acts.yaml stand, also after و or ف."""
    found: dict[Act, int] = {}
    for k, word in enumerate(content):
        for act, rest in act_words.phrases.get(word, ()):
            if act not in found and tuple(content[k + 1 : k + 1 + len(rest)]) == rest:
                found[act] = k
    return found


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without the commonest prefix and suffix, three letters at least; rough, but the same for all."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word.removeprefix(prefix)
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word.removesuffix(suffix)
    return word
