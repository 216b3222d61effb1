"""Main clauses that answer what stands before them (وبحسب الدستور، فإن المجلس): where they begin, and any noun as the
source of one."""

from __future__ import annotations

from collections.abc import Callable

from bayan.extract.grammar import Grammar, is_break
from bayan.extract.nouns import without_preposition
from bayan.extract.phrases import NounPhrase
from bayan.extract.stems import noun_stems
from bayan.extract.verbs import AS_FOR, is_finite
from bayan.extract.words import Words

LONGEST_RELATIVE = 20
SHORTEST_NOUN = 3
"""Letters of a noun, which a pronoun does not have."""
_OUR = "نا"
"""The pronoun of what whoever speaks calls upon himself (لحساباتنا)."""
_ANSWERED = AS_FOR | {"كلما", "مهما"}
"""What ‹فإن› answers besides conditions, so that it opens no clause of its own (أما إيران فإن)."""


def answered_source(grammar: Grammar, words: Words, after: int, high: int, clitic: bool) -> NounPhrase | None:
    """Any noun that a ‹فإن› answers, to the clause that describes it (وبحسب الدستور النافذ، فإن المجلس), past whose
    telling it is (وحسب تأكيدات خليل السعدى فإنهم)."""
    near = range(after + 1, min(high, after + LONGEST_RELATIVE))
    bare = without_preposition(words, after) if clitic and near else words
    source = bare.word[after] if near else ""
    if len(source) < SHORTEST_NOUN or source.endswith(_OUR) or source in grammar.classes["pointers"]:
        return None  # ‹ووفقا له، ووفقا لحساباتنا، واستنادا إلى هذه الأرقام، فإن›
    relative = next((k for k in near if words.word[k] in grammar.classes["relatives"]), near.stop)
    main = main_clause(words, near, lambda k: (tells_more if k < relative else is_answered)(grammar, words, k))
    if main >= near.stop or not words.opens_main(main):
        return None
    end = next((k for k in range(after + 1, min(main, relative)) if is_break(words.word[k])), min(main, relative))
    rule = not grammar.classes["measures"].isdisjoint(noun_stems(source))
    if rule and (end == after + 1 or not grammar.has_stem("codes", source)):
        return None  # ‹وطبقا للاتفاق فإن، ووفقا للمبادئ الاتحادية فإن›, but ‹وبحسب الدستور اليمني فإن›
    telling = source in grammar.classes["tellings"] and end > after + 1
    return NounPhrase(after + telling, end, "document", own=None if telling else (after, bare.start[after]))


def main_clause(words: Words, near: range, bars: Callable[[int], bool]) -> int:
    """The first ‹فإن› that nothing bars from answering the attribution, else where the search began."""
    main = next((k for k in near if words.opens_main(k)), near.start)
    return near.start if any(bars(k) for k in range(near.start, main)) else main


def tells_more(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a token cannot belong to a description without a verb: a verb, a condition, a quotation."""
    return is_answered(grammar, words, k) or words.quote[k] >= 0 or is_finite(grammar, words, k)


def is_answered(grammar: Grammar, words: Words, k: int) -> bool:
    """Whether a condition or topic stands here, which ‹فإن› answers."""
    return words.word[k] in grammar.classes["conditions"] or words.word[k] in _ANSWERED
