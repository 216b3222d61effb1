"""Where the words of a headline end that has more than one clause (ترامب: سنخرج قريبا.. ولن نعود)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bayan.extract.grammar import Grammar
from bayan.extract.headlines import SHORTEST_WITH_AND
from bayan.extract.nouns import read_phrase
from bayan.extract.scans import Scan
from bayan.extract.words import Words

_DOTS = (".", "…")
LONGEST_NAME = 3
"""Tokens in quotation marks that are rather a name than what somebody said."""


def join_clauses(grammar: Grammar, words: Words, scans: Sequence[Scan]) -> list[Scan]:
    """What follows two dots goes on with the words after a colon, unless it is the desk that speaks or another."""
    joined: list[Scan] = []
    for scan in scans:
        last = joined[-1] if joined else None
        if last is None or not last.readings or last.readings[-1].frame != "colon" or last.high != scan.low:
            joined.append(scan)
        elif _goes_on(grammar, words, last, scan):
            last.readings[-1] = last.readings[-1].changed(content_end=scan.high)
            joined[-1] = replace(last, high=scan.high)
        else:
            last.readings[-1] = last.readings[-1].changed(content_end=_before_dots(words, last))
            joined.append(scan)
    return joined


def _before_dots(words: Words, scan: Scan) -> int:
    reading = scan.readings[-1]
    end = reading.content_end
    while end > reading.content + 1 and words.word[end - 1] in _DOTS:
        end -= 1
    return end


def _goes_on(grammar: Grammar, words: Words, told: Scan, scan: Scan) -> bool:
    """Whether a clause belongs to the words after a colon, and no quotation has closed these."""
    reading = told.readings[-1]
    end = _before_dots(words, told)
    if reading.content_end != told.high or told.high - end < 1 or words.word[told.high - 1] not in _DOTS:
        return False
    closed = words.opens_quote(reading.content) and words.quote_end(reading.content) >= end
    named = end - reading.content <= LONGEST_NAME and words.word[reading.content] not in grammar.stops
    if closed and not named:
        return False  # but ‹الوزير: «عاصفة الحزم».. صفعة مدوية›
    clause = words.word[scan.low : scan.high]
    return not (":" in clause or "؟" in clause or _is_of_desk(grammar, words, scan) or _acts(grammar, words, scan))


def _is_of_desk(grammar: Grammar, words: Words, scan: Scan) -> bool:
    """Whether a clause leads the reader on (وهذا السبب، وهكذا تحركت الاستخبارات)."""
    return words.word[scan.low].removeprefix("و") in grammar.classes["leads-on"]


def _acts(grammar: Grammar, words: Words, scan: Scan) -> bool:
    """Whether a clause tells what somebody says, asks or publishes: by its first verb, or behind its subject (وموسكو
    تنفي، والوكالة السورية تنشر فيديو)."""
    at = _subject_end(grammar, words, scan)
    if at >= scan.high:
        return False
    says = any(form.form.shape == "present" and not form.future for form in grammar.readings(words.word[at]))
    return says or words.word[at] in grammar.classes["shows"]


def _subject_end(grammar: Grammar, words: Words, scan: Scan) -> int:
    """The token after the subject that opens a clause, with its و; the first token where none does."""
    low, word = scan.low, words.word[scan.low]
    read = words
    if word.startswith("و") and len(word) >= SHORTEST_WITH_AND and words.mention[low] < 0:
        if grammar.readings(word):
            return low
        read = words.reread(low, word[1:], words.start[low] + 1)
    phrase = read_phrase(grammar, read, low, scan.high, tight=True)
    if phrase is not None:
        return phrase.high
    unknown = grammar.is_definite(read.word[low]) and not grammar.is_common(read.word[low][2:])
    return low + unknown
