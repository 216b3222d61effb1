"""Features of a reading from which its act is told: the rule's own answer, the cue, and the words of the content.

Words count as stems: those of the content by their place (the first three each by itself, the first eight, all of the
first 40), and those between cue and content, who is spoken to or of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from sys import intern

from bayan.extract.memo import Memo
from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.lexicon import ActWords
from bayan.records import Act

LONGEST = 40
_BETWEEN = 8
_VERBS = 6
FIRST = 8
"""Stems at the beginning of a content that count by themselves once more."""
_PAIRED = 30
"""Stems at the beginning of a content that count in pairs."""
_PREFIXES = {
    "و": ("وال", "ولل", "و"), "ف": ("فال", "ف"), "ب": ("بال", "ب"), "ك": ("كال",), "ل": ("لل", "ل"), "ا": ("ال",)
}  # fmt: skip
"""By their first letter, the longer before the shorter."""
_SUFFIXES = {
    "ا": ("هما", "ها", "نا", "ا"), "م": ("هم",), "ه": ("ه",), "ي": ("ي",), "ن": ("ين", "ون", "ان"), "ت": ("ات",)
}  # fmt: skip
"""By their last letter, the longer before the shorter."""
_NEGATIONS = ("لن", "لا", "لم", "ليس", "ليست")
_ZONES = (3, 8, 16, LONGEST)


def opening(words: Words, reading: Reading) -> tuple[str, ...]:
    """The first words of a content."""
    return tuple(words.word[reading.content : min(reading.content_end, reading.content + LONGEST)])


def act_features(words: Words, reading: Reading, rule: tuple[Act, str], places: Mapping[Act, int]) -> Iterator[str]:
    """The names of the features that a reading has. ``rule`` is the act that the rules give, with its rule; ``places``
    are those of find_vocabulary."""
    stems = find_stems(words, reading)
    yield from other_features(words, reading, rule, places, stems)
    for one in stems:
        yield f"w:{one}"
    for one in stems[:FIRST]:
        yield f"n:{one}"
    for first, second in find_pairs(stems):
        yield f"b:{first}_{second}"


def find_stems(words: Words, reading: Reading) -> tuple[str, ...]:
    """The stems of the first words of a content, in order."""
    return tuple(map(_STEMS.__getitem__, opening(words, reading)))


def find_pairs(stems: Sequence[str]) -> frozenset[tuple[str, str]]:
    """The stems that follow each other near the beginning of a content."""
    return frozenset(pairwise(stems[:_PAIRED]))


def other_features(
    words: Words, reading: Reading, rule: tuple[Act, str], places: Mapping[Act, int], stems: Sequence[str]
) -> Iterator[str]:
    """The features but for those that name a stem of the content wherever it stands, or two that follow each other."""
    content = words.word[reading.content : min(reading.content_end, reading.content + _VERBS)]
    yield f"rule={rule[0]}"
    yield f"rule={rule[0]}{rule[1]}"
    yield f"cue={reading.entry}"
    yield f"cue={reading.entry}{reading.frame}"
    yield f"frame={reading.frame}"
    yield f"field={words.field}"
    for word in words.word[reading.cue[1] : min(reading.content, reading.cue[1] + _BETWEEN)]:
        yield f"mid:{stem(word)}"
    for k, one in enumerate(stems[:3]):
        yield f"{k}:{one}"
    yield from _verbs(content)
    for act, place in places.items():
        yield f"says:{act}"
        yield f"says:{act}{next(zone for zone in _ZONES if place < zone)}"


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
    phrases = act_words.phrases
    for k in [k for k, word in enumerate(content) if word in phrases]:
        for act, rest in phrases[content[k]]:
            if act not in found and tuple(content[k + 1 : k + 1 + len(rest)]) == rest:
                found[act] = k
    return found


def stem(word: str) -> str:
    """A word without the commonest prefix and suffix, three letters at least; rough, but the same for all."""
    return _STEMS[word]


def _cut(word: str) -> str:
    for prefix in _PREFIXES.get(word[:1], ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word.removeprefix(prefix)
            break
    for suffix in _SUFFIXES.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return intern(word.removesuffix(suffix))
    return intern(word)


_STEMS: Memo[str, str] = Memo(_cut, most=16_384)
"""Interned as the names of the model's weights are, so that they are found without a look at their letters."""
