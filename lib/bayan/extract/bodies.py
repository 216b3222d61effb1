"""Bodies and sources: how far the name of an institution or the description of a source reaches."""

from __future__ import annotations

from bayan.extract.grammar import Grammar, is_break
from bayan.extract.names import is_name_word, is_verb
from bayan.extract.words import Words
from bayan.records import SpeakerKind


def body_end(grammar: Grammar, words: Words, k: int, high: int, tight: bool) -> int:
    """Bare nouns lead to a definite one; after that only adjectives, complements with ل and brackets belong."""
    head = words.word[k - 1]
    closed = head.startswith("ال")
    after = 0 if head in grammar.lexicon.classes["named-bodies"] else 3
    while k < high:
        word = words.word[k]
        actor = grammar.actor(words, k)
        if grammar.medium_end(words, k, high) > k:
            break
        if words.opens_quote(k) and words.quote_end(k) - k <= 5 and not closed:
            k, closed = words.quote_end(k), True
        elif actor is not None and actor.kind is not SpeakerKind.PERSON:
            if closed and tight:
                break
            k, closed = min(words.mention_end(k), high), True
        elif is_break(word) or grammar.is_complementizer(word):
            break
        elif word in grammar.stops:
            if word == "في" and k + 1 < high and _place_follows(grammar, words, k + 1):
                k = min(words.mention_end(k + 1), high)
                continue
            break
        elif grammar.is_definite(word):
            if closed and tight and not is_adjective(grammar, word):
                break
            k, closed = k + 1, True
        elif word[0] == "ل" and k + 1 < high and words.word[k + 1].startswith("ال") and word not in grammar.stops:
            if grammar.is_in("addressees", word):
                break
            k, closed = k + 1, False
        elif word in grammar.nationalities or (not closed and not is_verb(grammar, words, k)):
            k += 1
        elif not tight and after < 3 and is_name_word(grammar, words, k, first=False):
            k, after = k + 1, after + 1
        else:
            break
    return bracket_end(words, k, high)


def _place_follows(grammar: Grammar, words: Words, k: int) -> bool:
    actor = grammar.actor(words, k)
    return actor is not None and actor.kind is SpeakerKind.STATE


def is_adjective(grammar: Grammar, word: str) -> bool:
    return word.endswith(("ي", "يه", "يين", "يون", "يات")) or word in grammar.lexicon.classes["body-adjectives"]


def source_end(grammar: Grammar, words: Words, k: int, high: int) -> int:
    """A description of a source runs to the next verb, preposition of time or place apart, comma or clause; a plural
    with its ن (ناشطون) has nothing definite after it."""
    if k < high and words.word[k - 1].endswith("ون") and words.word[k].startswith("ال"):
        return k
    while k < high:
        word = words.word[k]
        if is_break(word) or grammar.is_complementizer(word) or words.opens_quote(k):
            break
        if word in grammar.stops or grammar.medium_end(words, k, high) > k:
            inside = (
                word in grammar.lexicon.classes["prepositions"]
                and k + 1 < high
                and (
                    grammar.is_in("bodies", words.word[k + 1])
                    or grammar.actor(words, k + 1) is not None
                    or words.word[k - 1] in grammar.lexicon.classes["source-links"]
                )
                and not grammar.is_in("documents", words.word[k + 1])
            )
            if not inside:
                break
            k += 2
            continue
        k += 1
    return k


def bracket_end(words: Words, k: int, high: int) -> int:
    """Take in a short bracket after a name: منظمة الأمم المتحدة للطفولة (يونيسيف)."""
    if k < high and words.word[k] == "(":
        for end in range(k + 1, min(k + 6, high)):
            if words.word[end] == ")":
                return end + 1
    return k
