"""Topics of a statement: word sequences in its content."""

from __future__ import annotations

from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.lexicon import Topics


def find_topics(topics: Topics, words: Words, reading: Reading) -> tuple[str, ...]:
    """The ids of the topics whose words stand in the content, in the order of their first use."""
    found: list[str] = []
    content, by_first = words.word[reading.content : reading.content_end], topics.by_first
    for k in [k for k, word in enumerate(content, reading.content) if word in by_first]:
        for sequence, topic in by_first[words.word[k]]:
            if topic not in found and _follows(words, k + 1, sequence[1:]):
                found.append(topic)
    return tuple(found)


def _follows(words: Words, k: int, rest: tuple[str, ...]) -> bool:
    """Whether words follow in order, each after at most one other (وقفا دائما لإطلاق النار)."""
    for word in rest:
        near = words.word[k : k + 2]
        if word not in near:
            return False
        k += near.index(word) + 1
    return True
