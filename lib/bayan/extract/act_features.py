"""Features of a reading from which its act is told: the rule's own answer, the cue, and the words of the content.

Words count as stems, by their place: the first three each by itself, the first eight, all of the first 25.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.lexicon import ActWords, Sequences
from bayan.records import Act

LONGEST = 40
_PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل")
_SUFFIXES = ("هما", "هم", "ها", "نا", "ه", "ي", "ين", "ون", "ات", "ا", "ان")
_NEGATIONS = ("لن", "لا", "لم", "ليس", "ليست")
_ZONES = (3, 8, 16, LONGEST)


def act_features(act_words: ActWords, words: Words, reading: Reading, rule: tuple[Act, str]) -> Iterator[str]:
    """The names of the features that a reading has. ``rule`` is the act that the rules give, with its rule."""
    end = min(reading.content_end, reading.content + LONGEST)
    content = tuple(words.word[reading.content : end])
    yield f"rule={rule[0]}"
    yield f"rule={rule[0]}{rule[1]}"
    yield f"cue={reading.entry}"
    yield f"cue={reading.entry}{reading.frame}"
    yield f"frame={reading.frame}"
    yield f"field={words.field}"
    yield from _stems(tuple(stem(word) for word in content))
    yield from _verbs(content[:6])
    yield from _vocabulary(act_words, content)


def _stems(stems: Sequence[str]) -> Iterator[str]:
    for k, word in enumerate(stems[:25]):
        yield f"w:{word}"
        if k < 8:
            yield f"n:{word}"
        if k < 3:
            yield f"{k}:{word}"
    for first, second in pairwise(stems[:13]):
        yield f"b:{first}_{second}"


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


def _vocabulary(act_words: ActWords, content: Sequence[str]) -> Iterator[str]:
    """Where the words of data/lexicon/acts.yaml stand first, for each act."""
    for act, index in [*act_words.phrases.items(), (Act.PLEDGE, act_words.pledges)]:
        place = find_sequence(index, content)
        if place is not None:
            yield f"says:{act}"
            yield f"says:{act}{next(zone for zone in _ZONES if place < zone)}"


def find_sequence(index: Mapping[str, Sequences], content: Sequence[str]) -> int | None:
    """The place of the first word sequence of an index in a content, also after و or ف."""
    for k, word in enumerate(content):
        for first in {word, word.removeprefix("و"), word.removeprefix("ف")}:
            for sequence in index.get(first, ()):
                if tuple(content[k + 1 : k + len(sequence)]) == sequence[1:]:
                    return k
    return None


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
