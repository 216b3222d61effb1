"""Between: whether what is spelt like the preposition ‹بين› is the verb."""

from __future__ import annotations

from bisect import bisect_left

from bayan.extract.adverbials import skip_adverbials
from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.words import Words

LONGEST_REST = 3
"""Tokens of a name after what is read of it, with the comma behind it (وبين مدير المستشفى عبدالله الخمسان، أن)."""
LONGEST_LEAD = 16
"""Tokens between the verb and its clause."""
_HAD = ("قد", "وقد")
_IN_TURN = ("بدوره", "بدورها", "وبدوره", "وبدورها")
_ON_THE_OCCASION = ("خلال", "اثناء", "عقب", "لدي")


def is_told_by(grammar: Grammar, words: Words, at: int, high: int) -> bool:
    """Whether ‹بين› is the verb: its doubling is written, ‹قد› stands before it, or nothing else can follow than who
    explains and what."""
    had = at > 0 and words.word[at - 1] in _HAD  # ‹كان الوزير قد بين أن›
    if had or words.has_shadda(at) or _opens_alone(grammar, words, at, high) or _turns(grammar, words, at):
        return True
    phrase = read_phrase(grammar, words, at + 1, high) if at + 1 < high else None
    if phrase is None:
        return False
    k = skip_adverbials(grammar, words, phrase.high, high)
    if phrase.head not in ("name", "post", "document"):
        return k == phrase.high < high and grammar.is_complementizer(words.word[k])  # ‹بين مجلس الأمن أن›
    if any(grammar.is_complementizer(words.word[j]) for j in range(k, min(high, k + LONGEST_REST))):
        return True
    if k >= high or words.word[k] not in _ON_THE_OCCASION or not words.word[at].startswith("و"):
        return False
    near = range(k + 1, min(high - 1, k + LONGEST_LEAD))  # ‹وبين المدير خلال لقائه بالوزير، أن›, ‹… إلى أن›
    leads = (j for j in near if is_comma(words.word[j]) or words.word[j] == "الي")
    return any(grammar.is_complementizer(words.word[j + 1]) for j in leads)


def _turns(grammar: Grammar, words: Words, at: int) -> bool:
    """Whether what stands before turns to another speaker (من جهته بين، بدوره بين)."""
    led = at > 1 and words.word[at - 2].removeprefix("و") == "من" and words.word[at - 1] != "ذلك"
    return words.word[at - 1] in _IN_TURN or (led and words.word[at - 1] in grammar.classes["side-nouns"])


def _opens_alone(grammar: Grammar, words: Words, at: int, high: int) -> bool:
    """Whether ‹وبين› begins a sentence in which no second thing comes before the clause: between one thing alone
    nothing stands (وبين مصدر مطلع في تصريح إلى "الوطن" أمس، أن)."""
    sentence = bisect_left(words.sentences, (at,))
    begins = sentence < len(words.sentences) and words.sentences[sentence][0] == at
    if not (begins and words.word[at].startswith("و")):
        return False
    for word in words.word[at + 1 : min(high, at + LONGEST_LEAD)]:
        if grammar.is_complementizer(word):
            return True
        if word.startswith("و") and len(word) > 2 and word not in grammar.name_words:
            return False
    return False
