"""Names that stand where no subject does: behind a preposition, or inside what is quoted."""

from __future__ import annotations

from bisect import bisect_right

from bayan.extract.cast import place_of
from bayan.extract.scenes import Scene
from bayan.extract.words import Words


def _token_at(words: Words, place: int) -> int:
    """The token at a place in reading order."""
    return bisect_right(words.start, place - place_of(words, 0) + words.start[0]) - 1


def is_quoted(scene: Scene, place: int) -> bool:
    """Whether a name stands inside what is quoted, and no more (تشكل "دليلا على برنامج إيران"، حسب قوله)."""
    at = _token_at(scene.words, place)
    return scene.words.quote[at] >= 0 and not scene.words.opens_quote(at)


def is_governed(scene: Scene, place: int) -> bool:
    """Whether a name stands behind a preposition and is no subject (انتقد النائب خطة لبوتين، محذرا)."""
    words = scene.words
    at = _token_at(words, place)
    before = words.word[at - 1] if at else ""
    governed = before in scene.grammar.classes["noun-governors"] or scene.grammar.addresses_medium(before)
    return words.has_clitic(at) or governed or before == "ل"  # ‹بيان وصل لموقع CNN›, ‹تحدث لـ"الجزيرة"›
