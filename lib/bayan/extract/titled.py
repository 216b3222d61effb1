"""Names behind nouns that the lexicon does not list: of people (الزائر خالد الشمري), and what is named after them."""

from __future__ import annotations

from bayan.extract.descriptions import is_time_noun
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.name_words import is_known_name
from bayan.extract.names import SERVANT, name_end
from bayan.extract.phrases import NounPhrase
from bayan.extract.words import Words

_SHORTEST = 2
"""Words of a name before which any noun is a title."""
_ORIGINS = ("ي", "يه")
"""Endings of adjectives: where somebody is from is no post (الكتالوني خوردي ألبا, but القانوني خالد الشمري)."""
_SEVERAL = ("ون", "ين", "ات", "ان")


def titled_name(grammar: Grammar, words: Words, at: int, high: int) -> NounPhrase | None:
    """A definite noun of a person with the full name right after it, whatever the person is (المتسوقة نورة الحربي);
    one that goes on with what stands before it is none."""
    word, before = words.word[at], words.word[at - 1] if at else "."
    if at + _SHORTEST >= high or not word.startswith("ال") or words.word[at + 1] not in grammar.given_names:
        return None
    goes_on = before.startswith("ال") and before not in grammar.classes["grades"]
    if goes_on or grammar.is_post(before) or before in grammar.classes["places"]:
        return None  # ‹مدير فرع الوزارة بمكة المكرمة عبدالله العليان›
    other = grammar.is_in_any(("bodies", "media", "documents", "ordinals", "honorifics"), word)
    other = other or word in grammar.nationalities or is_time_noun(grammar, words, at) or word.endswith(_SEVERAL)
    tribal = words.word[at + _SHORTEST].startswith("ال") and word not in grammar.given_names  # ‹الطالب خالد الشمري›
    if other or (is_known_name(grammar, words, word) and not tribal) or words.quote[at] != words.quote[at + 1]:
        return None
    end = name_end(grammar, words, at + 1, high)
    if end <= at + _SHORTEST:
        return None
    if word.endswith(_ORIGINS) and word[2:] not in grammar.classes["common-nouns"]:
        return NounPhrase(at, end, "name", name=(at + 1, end))
    return NounPhrase(at, end, "post", name=(at + 1, end), post=(at, at + 1))


def begins_dedicated(grammar: Grammar, words: Words, at: int, high: int) -> bool:
    """Whether a place or prize stands here that bears a ruler's name (مدينة الملك فهد الرياضية)."""
    if words.word[at] not in grammar.classes["dedicated"] or at + 2 >= high:
        return False
    return bears_name(grammar, words, at + 2)


def bears_name(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a given name stands behind a title with its article (جامعة الملك فيصل)."""
    title = words.word[k - 1]
    titled = title.startswith("ال") and (grammar.is_in("honorifics", title) or grammar.is_post(title))
    return titled and (words.word[k] in grammar.given_names or words.word[k] == SERVANT)


def role_end(grammar: Grammar, words: Words, low: int, k: int) -> int:
    """Where a description ends before a name at ``k``: titles and commas are no part of it; ``low`` at the earliest."""
    while k > low and (is_comma(words.word[k - 1]) or grammar.is_in("honorifics", words.word[k - 1])):
        k -= 1
    return k
