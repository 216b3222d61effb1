"""Subjects before their verb that no clause begins with: news that tells, people of whom something is told between."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.words import Words

_THEM = "تها"
"""How a verb ends that tells who issued the reports."""


def news_before(grammar: Grammar, words: Words, end: int, at: int, low: int) -> NounPhrase | None:
    """Reports or news with their adjectives right before a feminine present of what they say (وردت أنباء تفيد), or past
    (تقارير تحدثت)."""
    end -= end > low and is_comma(words.word[end - 1])
    news = grammar.classes["news"]
    if news.isdisjoint(words.word[max(low, end - 4) : end]):
        return None
    told = (form.form for form in grammar.readings(words.word[at]) if not form.conjunction)
    if not any(form.shape in ("present", "past") and form.gender == "f" for form in told):
        return None
    for k in range(end - 1, max(low, end - 4) - 1, -1):
        if words.word[k] in news:
            if any(word.endswith(_THEM) for word in words.word[k + 1 : end]):
                return None  # ‹سحبت الوكالة تقارير نشرتها أفادت بقصف›
            phrase = read_phrase(grammar, words, k, end)
            return phrase if phrase is not None and phrase.high == end else None
    return None


def speak_together(grammar: Grammar, words: Words, phrase: NounPhrase, at: int) -> bool:
    """Whether people stand before a verb in the plural, with what is told of them between (مسؤولين طلبوا … يقولون)."""
    people = phrase.head == "source" and words.word[phrase.low].endswith(("ون", "ين"))
    return people and any(form.form.number == "p" for form in grammar.readings(words.word[at]))
