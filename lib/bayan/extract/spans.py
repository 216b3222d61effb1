"""Contents as they are stored: their original range, and whether their words are quoted or told."""

from __future__ import annotations

from bayan.extract.grammar import Grammar
from bayan.extract.quoted import is_name
from bayan.extract.readings import Reading
from bayan.extract.words import Words
from bayan.records import Kind, Span


def content_span(words: Words, reading: Reading) -> Span:
    """The original range of a content; inside the quotation marks where it is a quotation, or several that ‹and›
    joins."""
    start, end = reading.content, reading.content_end
    if reading.frame in ("quote", "colon") and _is_quoted(words, start, end):
        opening, closing = words.quotations[words.quote[start]], words.quotations[words.quote[end - 1]]
        inner, until = _strip(words.folded.text, opening.inner, closing.until)
        return words.folded.span(inner, until)
    low = words.start[start]
    index = words.quote[end - 1]
    if index >= 0 and not any(word[0].isalnum() for word in words.word[end : words.quote_end(end - 1)]):  # ‹«قريبا،»›
        quotation = words.quotations[index]
        first = words.quotations[words.quote[start]] if words.opens_quote(start) else None
        return words.folded.span(first.start if first else low, quotation.end)
    if words.opens_quote(start):
        low = words.quotations[words.quote[start]].start
    return words.folded.span(low, words.end[end - 1])


def _is_quoted(words: Words, start: int, end: int) -> bool:
    """Whether tokens are whole quotations, with nothing but ‹and› between them."""
    if not (words.opens_quote(start) and words.quote[end - 1] >= 0 and end == words.quote_end(end - 1)):
        return False
    return all(words.quote[k] >= 0 or words.word[k] == "و" for k in range(start, end))


def _strip(text: str, low: int, high: int) -> tuple[int, int]:
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    return low, high


def content_kind(grammar: Grammar, words: Words, reading: Reading) -> Kind:
    """Direct after a colon or bare quotation; mixed where a reported clause holds quoted words and not only names. The
    words after the colon of a headline are the desk's, unless they are quoted or in the first person."""
    if reading.frame in ("quote", "colon") and not _is_rendered(words, reading):
        return Kind.DIRECT
    return Kind.MIXED if _holds_quoted(grammar, words, reading) else Kind.INDIRECT


def _holds_quoted(grammar: Grammar, words: Words, reading: Reading) -> bool:
    """Whether a content holds somebody's quoted words: it begins inside a quotation, or one in it is no name."""
    start, end = reading.content, reading.content_end
    if start < end and words.quote[start] >= 0 and not words.opens_quote(start):
        return True
    quote = words.quote
    return any(quote[k] >= 0 and words.opens_quote(k) and not is_name(grammar, words, k) for k in range(start, end))


def _is_rendered(words: Words, reading: Reading) -> bool:
    if words.field != "title" or reading.frame != "colon" or words.quote[reading.content] >= 0:
        return False
    first = words.word[reading.content]
    if first == "لن" and reading.content + 1 < reading.content_end:
        first = words.word[reading.content + 1]
    return not (first.startswith(("ن", "سن")) and len(first) > 3)
