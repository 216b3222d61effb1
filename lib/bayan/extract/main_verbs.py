"""Main verbs without a content: whoever does what they tell may say something by a participle behind them."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.name_words import is_verb
from bayan.extract.nouns import read_phrase
from bayan.extract.phrases import NounPhrase
from bayan.extract.words import Words


def subject_between(grammar: Grammar, words: Words, low: int, at: int) -> NounPhrase | None:
    """The person who is the subject of the last verb with ‹and› behind a comma before a participle (قالت الوزارة إن
    الهجوم فشل، وحذر ترامب روسيا، مؤكدا أن), or None."""
    for k in range(at - 2, low, -1):
        joined = words.word[k].startswith("و") and is_comma(words.word[k - 1]) and words.quote[k] < 0
        if joined and is_verb(grammar, words, k):
            subject = read_phrase(grammar, words, k + 1, at, tight=True)
            return subject if subject is not None and _is_named(grammar, words, subject) else None
    return None


def _is_named(grammar: Grammar, words: Words, subject: NounPhrase) -> bool:
    """Whether a name is known, and no noun (، ورفع مستوى الأداء، مشيرا)."""
    if subject.name is None:
        return False
    first = words.word[subject.name[0]]
    return subject.actor_id is not None or first in grammar.given_names or first in words.names
