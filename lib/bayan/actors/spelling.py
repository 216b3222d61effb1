"""Spellings of names: what the press writes beside the listed name, by rule and never a common word.

A rule that changes letters applies to names of several words and to long single ones only, because a changed short
word may be an ordinary one (المغرب, المجرب).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bayan.actors.rules import Spelling
from bayan.records import SpeakerKind
from bayan.text import fold_text

_GLOSS = re.compile(r"\([^)]*\)")
_BREAKS = re.compile(r"[\W_]+")
_MOST = 24
"""Most spellings of one name: the automaton grows with each."""
_LONG = 5
"""Shortest single word whose letters may change."""
_ARABIC_PARTS = frozenset({"بن", "ابن", "عبد", "ابو", "ابي", "ام", "ولد", "ال"})


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """A folded name with single spaces: punctuation counts as space, a gloss in parentheses is left out."""
    return _BREAKS.sub(" ", _GLOSS.sub(" ", fold_text(name))).strip()


def spellings(name: str, kind: SpeakerKind, rules: Spelling) -> tuple[str, ...]:
    """The folded spellings of a name, the listed one first."""
    found = dict.fromkeys([name_key(name)])
    steps = [_parts]
    if kind is SpeakerKind.PERSON:
        steps += [_joined, _son, _article, _letters, _vowels]
    for step in steps:
        for spelling in list(found):
            found.update(dict.fromkeys(step(spelling, rules)))
    return tuple(found)[:_MOST]


def _parts(name: str, rules: Spelling) -> Iterator[str]:
    for one, other in rules.parts:
        if one in name:
            yield name.replace(one, other)
        elif other in name:
            yield name.replace(other, one)


def _joined(name: str, rules: Spelling) -> Iterator[str]:
    """عبد الله and عبدالله, نصر الله and نصرالله."""
    for first in rules.joined:
        if first not in name:
            continue
        apart = re.sub(rf"\b{first}(?=ال)", f"{first} ", name)
        together = re.sub(rf"\b{first} (?=ال)", first, name)
        yield from (spelling for spelling in (apart, together) if spelling != name)
    if " الله" in name and re.search(r"\w الله\b", name):
        yield re.sub(r"(?<=\w) الله\b", "الله", name)


def _son(name: str, rules: Spelling) -> Iterator[str]:
    """The last بن as ابن (فيصل بن خالد ابن عبدالعزيز)."""
    first, son, last = name.rpartition(" بن ")
    if son:
        yield f"{first} ابن {last}"


def _article(name: str, rules: Spelling) -> Iterator[str]:
    """The surname of a two-word Arabic name with and without its article (أحمد عسيري, أحمد العسيري)."""
    words = name.split()
    if len(words) != 2 or words[0] in _ARABIC_PARTS or words[1] == "الله":
        return
    first, last = words
    if last.startswith("ال") and len(last) > _LONG:
        yield f"{first} {last[2:]}"
    elif last.endswith("ي") and len(last) >= _LONG - 1 and not is_foreign(name):
        yield f"{first} ال{last}"


def _letters(name: str, rules: Spelling) -> Iterator[str]:
    if not is_foreign(name) or (" " not in name and len(name) < _LONG):
        return
    for one, other in rules.letters:
        if one in name:
            yield name.replace(one, other)


def _vowels(name: str, rules: Spelling) -> Iterator[str]:
    """One long vowel inside a long word of a full name left away."""
    words = name.split()
    if len(words) < 2 or not is_foreign(name):
        return
    for place, word in enumerate(words):
        for vowel in rules.vowels:
            at = word.find(vowel, 1, -2)
            if len(word) > _LONG and at > 0:
                yield " ".join([*words[:place], word[:at] + word[at + 1 :], *words[place + 1 :]])


def is_foreign(name: str) -> bool:
    """Whether a folded name shows no Arabic part (article, بن, عبد …)."""
    words = name.split()
    return not any(word in _ARABIC_PARTS or word.startswith(("ال", "عبدال")) for word in words)
