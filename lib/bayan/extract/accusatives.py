"""Accusatives: nouns in ا that are spelt like a past of two persons (طلبا، كشفا، طالبا)."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.words import Words
from bayan.lexicon import CueForm

_HIM = frozenset({"اياه", "اياها", "اياهم", "ذلك"})
_FROM_HIM = frozenset({"منه", "منها", "منهم", "منهما"})
"""Objects of a verb that are pronouns by themselves."""
LONGEST_ELATIVE = 3
"""Tokens between an elative and its noun (الأكثر طلبا)."""


def is_accusative(grammar: Grammar, words: Words, form: CueForm, at: int, low: int) -> bool:
    """Whether a noun stands here: behind an elative or a number, with its adjective (كشفا كبيرا), before a clause that
    describes it (طلبا تقدمت به سنغافورة), or where nothing follows that the verb would govern (كان طالبا هناك)."""
    classes = grammar.classes
    if not classes["elatives"].isdisjoint(words.word[max(low, at - LONGEST_ELATIVE) : at]):
        return True
    if words.word[at] in classes["out-of"] or (at > low and words.word[at - 1][-1].isdigit()):
        return True  # ‹تشديد التفتيش تخوفا من عمليات›
    following = words.word[at + 1] if at + 1 < len(words.word) else ""
    known = following in grammar.places or following in classes["pointing-back"]
    if following.endswith("ا") and following[:-1] in classes["common-nouns"] and not known:
        return True
    if (following.endswith("ت") and grammar.is_past(following)) or grammar.is_imperfect(following):
        return True
    return words.word[at][:-1] in classes["common-nouns"] and not (known or _governs(grammar, words, form, at + 1))


def _governs(grammar: Grammar, words: Words, form: CueForm, k: int) -> bool:
    """Whether what follows a verb can be its object, its clause or what it says."""
    if k >= len(words.word):
        return False
    word, classes = words.word[k], grammar.classes
    if word in _HIM or word in classes["demonstratives"] or (word in _FROM_HIM and "من" in form.cue.frames):
        return True
    if word in form.cue.frames or word[0] == "ب" or word.startswith("ال") or word == ":" or words.opens_quote(k):
        return True
    return words.mention[k] >= 0 or grammar.is_complementizer(word) or grammar.is_act_noun(word)
