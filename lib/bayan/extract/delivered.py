"""Delivered: who gives, writes or sends what a verb points back to (ألقى المدير، بحضور الضيوف، كلمة أوضح فيها)."""

from __future__ import annotations

from bayan.extract.attributing import attribute
from bayan.extract.cast import agrees, place_of
from bayan.extract.grammar import Grammar
from bayan.extract.nouns import read_phrase
from bayan.extract.readings import Reading
from bayan.extract.scenes import Attribution, Scene
from bayan.extract.words import Words

_UTTERED = ("documents", "utterances", "articles")
_FARTHEST = 40
"""Tokens between the verb and what is delivered."""


def find_deliverer(scene: Scene, reading: Reading, low: int) -> Attribution | None:
    """Whoever stands right behind the last verb of delivering before what a verb points back to, none's words else."""
    words, at = scene.words, reading.cue[0]
    several = reading.form is not None and reading.form.form.number != "s"
    if several or at - 1 <= low or not scene.points_back(reading) or not _is_uttered(scene.grammar, words, at - 1):
        return None
    verbs = scene.grammar.classes["delivers"]
    near = range(at - 2, max(low, at - _FARTHEST) - 1, -1)
    verb = next((k for k in near if words.word[k].removeprefix("و") in verbs), None)
    phrase = read_phrase(scene.grammar, words, verb + 1, at, tight=True) if verb is not None else None
    if phrase is None or phrase.name is None:
        return None
    found = attribute(scene, phrase, place_of(words, phrase.low), "sentence-subject")
    return found._replace(surface=None) if found.member is not None and agrees(found.member, reading.form) else None


def _is_uttered(grammar: Grammar, words: Words, at: int) -> bool:
    return any(grammar.has_stem(name, words.word[at].removesuffix("ا")) for name in _UTTERED)
