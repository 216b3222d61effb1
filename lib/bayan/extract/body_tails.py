"""Tails of bodies' names: what a body is for or charged with, and the father of whom it is named after."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break
from bayan.extract.words import SONS, Words

_CHARGES = ("عن", "علي", "من")


def is_for(grammar: Grammar, words: Words, head: str, k: int, high: int) -> bool:
    """Whether a preposition goes on with what a body is for (هيئة الرقابة على الصادرات, but وزارة الدفاع عن), or with
    the ministry or council in which it is (إدارة السفر في وزارة الخارجية، لجنة الدفاع في البرلمان)."""
    ministry = grammar.is_in("ministries", head)
    if words.word[k] == "في" and k + 1 < high:
        if grammar.is_in("ministries", words.word[k + 1]):
            return not ministry and not head.startswith("ال")
        if words.word[k + 1] in grammar.classes["seats-of-committees"]:
            return head in grammar.classes["committees"]
    return not ministry and grammar.starts_sequence("body-purposes", words, k - 1, high) > 0


def is_charged(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a preposition leads from an adjective to what a body is charged with, or close to."""
    return words.word[k] in _CHARGES and words.word[k - 1] in grammar.classes["charged"]


def ends_in_pronoun(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a preposition with its pronoun ends what somebody is charged with (مكافحة الأمراض والوقاية منها)."""
    return words.word[k] in grammar.classes["back-pronouns"] and words.word[k - 1].startswith("وال")


def is_aim(grammar: Grammar, words: Words, k: int, high: int) -> bool:
    """Whether the act that a body is for stands here, with a name behind it (الحركة الوطنية لتحرير أزواد)."""
    word, name = words.word[k], words.word[k + 1] if k + 1 < high else "."
    act = word.startswith("ل") and len(word) > 4 and words.mention[k] < 0 and grammar.is_act_noun(word[1:])
    return act and is_proper(grammar, name) and not is_break(name) and not grammar.is_complementizer(name)


def is_proper(grammar: Grammar, word: str) -> bool:
    """Whether a word without article is no noun of the language, so that nothing stands in its genitive."""
    listed = grammar.is_in_any(("bodies", "media", "sources", "documents", "areas"), word)
    noun = listed or grammar.is_post(word) or grammar.is_common(word) or grammar.is_act_noun(word)
    return not (noun or word.startswith("ال") or word in grammar.nationalities or word in grammar.stops)


def has_father(grammar: Grammar, words: Words, head: str, k: int) -> bool:
    """Whether the name of whom a body is named after goes on with that of a father (مؤسسة الأمير محمد بن فهد)."""
    word, before = words.word[k], words.word[k - 1]
    father = before in SONS or (word in SONS and before in grammar.given_names)
    return father and head in grammar.classes["dedicated"]
