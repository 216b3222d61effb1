"""Free speech: words after a colon without quotation marks, which exclamations and dots do not end (وقال: مصابنا جلل ..
بلدنا مستهدف!)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bayan.extract.scans import Scan
from bayan.extract.words import Words

_MARKS = ("!", "؟", "?", "…")
_DOT = "."


def join_exclamations(words: Words, scans: Sequence[Scan]) -> list[Scan]:
    """What follows an exclamation, a question or dots in the same paragraph goes on with the words after a colon,
    unless somebody speaks in it."""
    joined: list[Scan] = []
    for scan in scans:
        last = joined[-1] if joined else None
        if last is None or scan.readings or not _is_open(words, last, scan):
            joined.append(scan)
            continue
        last.readings[-1] = last.readings[-1].changed(content_end=_before_dots(words, scan))
        joined[-1] = replace(last, high=scan.high)
    return joined


def _is_open(words: Words, told: Scan, scan: Scan) -> bool:
    """Whether a sentence ends with words after a colon that are not over: no bracket or quotation mark closes them, and
    no dialogue goes on."""
    if not told.readings or told.link or told.high != scan.low or ":" in words.word[scan.low : scan.high]:
        return False
    reading = told.readings[-1]
    if reading.frame != "colon" or words.quote[reading.content] >= 0:
        return False
    if words.word[reading.content] == "(" and ")" in words.word[reading.content : told.high]:
        return False
    story = reading.form is not None and reading.form.conjunction == "ف"  # ‹فيقول أحدهم: …!›
    last = told.high - 1
    soft = words.word[last] in _MARKS or (words.word[last] == words.word[last - 1] == _DOT)
    same = "\n" not in words.folded.text[words.end[last] : words.start[scan.low]]
    return not story and soft and same and reading.content_end >= _before_dots(words, told)


def _before_dots(words: Words, scan: Scan) -> int:
    """The token after the last one of a sentence that is no dot."""
    end = scan.high
    while end > scan.low + 1 and words.word[end - 1] == _DOT:
        end -= 1
    return end
