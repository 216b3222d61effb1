"""Nouns that can be what a verb is done to or says: verbal nouns, and where a bare object may begin."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break
from bayan.extract.verbs import tells_purpose
from bayan.extract.words import Words

SHORTEST_WITH_AND = 3
"""Letters of a verb with ‹and› before it."""
_BEING = frozenset({"كونه", "كونها", "كونهم"})
"""What somebody is, as a verbal noun (نفى كونه عميلا)."""
_LEADING = {"اضافه": "الي", "تعليقا": "علي"}
"""Verbal nouns (إضافة أسماء، أعلن تعليقا لصادراته), but for ‹إضافة إلى، تعليقا على›."""


def is_verbal_noun(grammar: Grammar, word: str) -> bool:
    """Whether a noun tells an act (الاعتراف، قطع، دعمه): by its pattern, or one that people voice."""
    return grammar.is_act_noun(word.removeprefix("ال")) or grammar.has_stem("stance-nouns", word)


def is_object(grammar: Grammar, words: Words, k: int) -> bool:
    word = words.word[k]
    if word == "من" and k + 1 < len(words.word) and _is_doing(grammar, words.word[k + 1]):
        return True  # ‹انتقد الوزير من يدعو إلى الحرب›
    if is_break(word) or grammar.is_complementizer(word) or word in grammar.classes["prepositions"]:
        return False
    if word in grammar.classes["relatives"] or _goes_on(grammar, word) or tells_purpose(grammar, words, k):
        return False
    if word.startswith("وال") and (grammar.is_common(word[3:]) or grammar.is_act_noun(word[3:])):
        return False  # ‹استعرض مساعد المدير للإعلام والنشر خالد السالم الخطة›, but ‹انتقد والد الجندي›
    leads = _LEADING.get(word)
    if word in _BEING or (leads is not None and words.word[k + 1 : k + 2] != (leads,)):
        return True
    return word not in grammar.stops or word in grammar.classes["determiners"]


def _goes_on(grammar: Grammar, word: str) -> bool:
    """Whether a further verb of saying stands here (دان الحزب الهجوم، واعتبر أن), and no act (ورفع العقوبات)."""
    if len(word) < SHORTEST_WITH_AND or grammar.is_act_noun(word[1:]):
        return False
    return any(form.conjunction == "و" and form.form.shape in ("past", "present") for form in grammar.readings(word))


def _is_doing(grammar: Grammar, word: str) -> bool:
    """Whether a verb tells what those do whom ‹من› means."""
    if word in grammar.classes["months"]:
        return False  # ‹أعلن في الثلاثين من مارس›
    return grammar.is_imperfect(word) or (grammar.is_past(word) and not grammar.is_common(word))
