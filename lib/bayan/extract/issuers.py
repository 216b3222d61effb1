"""Issuers: the words of a document that lead to whoever issued it, and those that only describe it."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.phrases import NounPhrase
from bayan.extract.words import Words


def is_issued(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether an adjective with its article leads to the issuer of a document (البيان الصادر عن الوزارة)."""
    return words.word[k].removeprefix("ال") in grammar.classes["issuing"]


def is_from_body(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether ‹من› leads to the body that a document comes from (تقرير إحصائي من معهد البحوث)."""
    following = words.word[k + 1] if k + 1 < len(words.word) else "."
    return words.word[k] == "من" and grammar.is_in("bodies", following) and not following.startswith("ال")


def is_kind(grammar: Grammar, words: Words, issuer: NounPhrase, k: int) -> bool:
    """Whether what is spelt like a post is a document's adjective (تقرير حقوقي بريطاني، دراسة اقتصادية حديثة)."""
    later = range(k + 1, issuer.high)
    native = words.word[k].endswith("ي") and all(words.word[j] in grammar.nationalities for j in later)
    alone = native or (words.is_feminine(k) and all(words.is_feminine(j) for j in later))
    return issuer.head == "post" and issuer.name is None and alone and not words.word[k].startswith("ال")
