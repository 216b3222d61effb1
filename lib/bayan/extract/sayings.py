"""When and through whom a saying reached the article: dates, relays and addressees at the cue, not in the content."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bayan.extract.grammar import Grammar, is_break, is_comma
from bayan.extract.names import clean_name
from bayan.extract.nouns import read_phrase
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.words import Words
from bayan.records import Span
from bayan.text import FoundDate

_YEARS = 10


def find_said_on(
    words: Words, scan: Scan, reading: Reading, content: Span, dates: Sequence[FoundDate], published: date | None
) -> str | None:
    """The day or month that the clause of the cue gives; a date inside any content is not the date of saying, nor is
    one after publication."""
    low, high = _clause(words, scan, reading)
    for found in dates:
        if found.precision not in ("day", "month") or not low <= found.span.start < high:
            continue
        if published is not None and not _is_recent(found.value, published):
            continue
        if content.start <= found.span.start < content.end or _in_other_content(words, scan, reading, found.span):
            continue
        return found.value
    return None


def _is_recent(value: str, published: date) -> bool:
    """Neither after publication nor so long before it that the date belongs to what is told."""
    return f"{published.year - _YEARS:04d}" <= value <= published.isoformat()


def _clause(words: Words, scan: Scan, reading: Reading) -> tuple[int, int]:
    """From the end of the previous content (or the sentence) to the content, or past it where the cue trails."""
    low = scan.low
    for other in scan.readings:
        if other is reading:
            break
        low = max(low, max(other.content_end, other.cue[1]))
    if reading.content < reading.cue[0]:
        end = scan.high
        return words.span(reading.cue[0], reading.cue[1]).start, words.span(end - 1, end).end
    start = words.span(min(low, scan.high - 1), min(low, scan.high - 1) + 1).start
    end = words.span(reading.content, reading.content + 1).start
    following = reading.content_end
    if following < scan.high and is_comma(words.word[following]) and following + 2 >= scan.high - 1:
        end = words.span(scan.high - 1, scan.high).end
    return min(start, end), end


def _in_other_content(words: Words, scan: Scan, reading: Reading, span: Span) -> bool:
    for other in scan.readings:
        if other is not reading and other.content_end > other.content:
            covered = words.span(other.content, other.content_end)
            if covered.start <= span.start < covered.end:
                return True
    return False


def find_via(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> str | None:
    """The agency, outlet or document that passes the words on."""
    for at, head, name in scan.relays:
        if head in ("media", "document", "body", "source") and (at < reading.cue[0] or at >= reading.content_end):
            return name
    return _addressed_medium(grammar, words, reading) or _carrier(grammar, words, scan, reading)


def _addressed_medium(grammar: Grammar, words: Words, reading: Reading) -> str | None:
    """‹قال لـ«الشرق الأوسط»، لوكالة رويترز، في مقابلة مع قناة›."""
    end = max(reading.cue[1], reading.content)
    for k in range(reading.cue[1], end):
        if grammar.addresses_medium(words.word[k]):
            return _attached_medium(grammar, words, k, end)
        if words.word[k] in ("ل", "مع") and k + 1 < end:
            high = _free_medium_end(grammar, words, k + 1, end)
            if high is not None:
                return clean_name(words.text(k + 1, high))
    return None


def _attached_medium(grammar: Grammar, words: Words, k: int, end: int) -> str:
    """The medium whose first word carries the preposition (للصحيفة، لوكالة رويترز)."""
    word = words.word[k]
    following = k + 1 < end and grammar.is_in("media", word[2:] if word.startswith("لل") else word[1:])
    phrase = read_phrase(grammar, words, k + 1, end) if following else None
    text = words.text(k, _medium_end(grammar, words, k, end) if phrase is None else min(phrase.high, end))
    return clean_name("ال" + text[2:] if word.startswith("لل") else text[1:].lstrip("ـ"))


def _free_medium_end(grammar: Grammar, words: Words, k: int, end: int) -> int | None:
    """The end of the medium that a preposition of its own leads to, or None where none stands there."""
    if words.opens_quote(k) and grammar.starts_sequence("media-names", words, k, end):
        return words.quote_end(k)
    if grammar.is_in("media", words.word[k]):
        return _medium_end(grammar, words, k, end)
    return k + 1 if words.word[k] in grammar.lexicon.classes["media-names"] else None


def _medium_end(grammar: Grammar, words: Words, k: int, end: int) -> int:
    """A medium's name: the quoted name after the noun, or up to three words."""
    if k + 1 < end and words.opens_quote(k + 1):
        return min(words.quote_end(k + 1), end)
    high = k + 1
    while high < min(end, k + 4) and not is_break(words.word[high]) and words.word[high] not in grammar.stops:
        high += 1
    return high


def _carrier(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> str | None:
    """‹نقلت وكالة رويترز عن … قوله›: the subject of the verb of relaying, before or after it."""
    relays = reading.form is not None and "relay" in reading.form.cue.frames
    if reading.shape != "masdar" and not relays:
        return None
    for k in range(max(scan.low, reading.cue[0] - 40), reading.cue[1]):
        if not any("relay" in form.cue.frames for form in grammar.readings(words.word[k])):
            continue
        high = reading.content if relays else reading.cue[0]
        after = read_phrase(grammar, words, k + 1, high) if words.word[k + 1] != "عن" else None
        if after is not None and after.head in ("media", "body", "name", "document", "source"):
            return clean_name(words.text(after.low, after.high))
        before = read_phrase(grammar, words, scan.low, k) if k > scan.low else None
        if before is not None:
            return clean_name(words.text(before.low, before.high))
    return None
