"""When something was said: dates at the cue, not in the content."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from bayan.extract.grammar import Grammar, is_comma
from bayan.extract.readings import Reading
from bayan.extract.scans import Scan
from bayan.extract.words import Words
from bayan.records import Span
from bayan.text import Dates

_YEARS = 10
_LONGEST_ASIDE = 12
"""Tokens of a clause that tells something by the way."""
_SINCE = "منذ"
_WHEN = ("عندما", "حين", "حينما")
"""Before a verb: what it tells happened then (الضربات التي وقعت في 10 فبراير، عندما أعلنت)."""


def find_said_on(
    grammar: Grammar,
    words: Words,
    scan: Scan,
    reading: Reading,
    content: Span,
    dates: Dates,
    published: date | None,
) -> str | None:
    """The day or month that the clause of the cue gives; a date inside any content is not the date of saying, nor is
    one after publication."""
    if reading.shape == "masdar-noun" and words.word[reading.cue[0] - 1] in grammar.classes["since"]:
        return None  # ‹نشرت الوزارة بيانا، السبت، عقب إعلان روسيا›: the day is that of something else
    low, high = _clause(grammar, words, scan, reading)
    for found in dates.between(low, high):
        if found.precision not in ("day", "month"):
            continue
        if published is not None and not _is_recent(found.value, published):
            continue
        inside = content.start <= found.span.start < content.end
        inside = inside and (found.span.start >= high or found.precision == "month")
        if inside or _in_other_content(words, scan, reading, found.span) or _is_bound(grammar, words, found.span):
            continue
        if _is_by_the_way(grammar, words, scan, reading, found.span):
            continue
        return found.value
    return None


def _is_bound(grammar: Grammar, words: Words, span: Span) -> bool:
    """A date after منذ or قبل says since when something is told, not when; one in quotation marks or brackets names
    a paper (لـ«اليوم»)."""
    at = bisect_right(words.start, words.folded.place(span.start)) - 1
    paper = words.quote[at] >= 0 or words.word[max(0, at - 2) : at] == ("ل", "(")
    return at > 0 and (paper or words.word[at - 1] in grammar.classes["since"])


def _is_by_the_way(grammar: Grammar, words: Words, scan: Scan, reading: Reading, span: Span) -> bool:
    """Whether a date before the cue stands in a relative clause or belongs to what has gone on since (كأس العالم التي
    انتهت الأحد، واعتبرها فوزا)."""
    at = bisect_right(words.start, words.folded.place(span.start)) - 1
    cue = reading.cue[0]
    if at >= cue or words.word[cue - 1] in _WHEN or not any(map(is_comma, words.word[at:cue])):
        return False
    for k in range(at - 1, max(scan.low, at - _LONGEST_ASIDE) - 1, -1):
        if is_comma(words.word[k]):
            return False
        if words.word[k].removeprefix("و") == _SINCE:
            return True
        if words.word[k] in grammar.classes["relatives"]:
            told = ("venues", "documents", "occasions")  # ‹وفي المؤتمر الذي عقد الأحد، قال›
            return not any(grammar.has_stem(name, words.word[j]) for j in range(max(0, k - 3), k) for name in told)
    return False


def _is_recent(value: str, published: date) -> bool:
    """Neither after publication nor so long before it that the date belongs to what is told."""
    return f"{published.year - _YEARS:04d}" <= value <= published.isoformat()


def _clause(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> tuple[int, int]:
    """From the end of the previous content (or the sentence) to the content, or past it where the cue trails. A cue
    with ‹and› inside a sentence begins its own clause, and so does a verb behind a relative pronoun."""
    first = reading is min(scan.readings, key=lambda other: other.cue[0])
    joined = reading.form is not None and reading.form.conjunction and reading.shape != "participle" and not first
    starts = joined or _is_dependent(grammar, words, scan, reading)
    low = reading.cue[0] if starts else scan.low
    for other in scan.readings:
        if other is reading:
            break
        low = max(low, max(other.content_end, other.cue[1]))
    if reading.content < reading.cue[0]:
        breaks = (k for k in range(reading.cue[1] + 1, scan.high) if is_comma(words.word[k]))
        end = next((k for k in breaks if not _is_dated(grammar, words, k, scan.high)), scan.high)
        return words.span(reading.cue[0], reading.cue[1]).start, words.span(end - 1, end).end
    start = words.span(min(low, scan.high - 1), min(low, scan.high - 1) + 1).start
    end = words.span(_stated_until(grammar, words, reading), reading.content_end).start
    following = reading.content_end
    if following < scan.high - 1 and is_comma(words.word[following]):
        day = following + 1 + (words.word[following + 1] in grammar.classes["day-parts"])
        if day + 1 >= scan.high - 1:
            end = words.span(scan.high - 1, scan.high).end
        elif words.word[following + 1] in grammar.classes["weekdays"]:
            end = words.span(following + 1, following + 2).end  # ‹…، الجمعة، في رد مباشر›
    return min(start, end), end


def _is_dated(grammar: Grammar, words: Words, comma: int, high: int) -> bool:
    """Whether a day stands right before or after a comma."""
    near = words.word[comma - 1 : min(high, comma + 3)]
    return any(word in grammar.classes["weekdays"] or word in ("امس", "اليوم") for word in near)


def _is_dependent(grammar: Grammar, words: Words, scan: Scan, reading: Reading) -> bool:
    """A verb in a relative clause: what dates the main clause does not date it (استقبله الثلاثاء في بلدة أعلن …)."""
    at = reading.cue[0]
    if reading.shape not in ("past", "present") or at <= scan.low:
        return False
    before = words.word[at - 1]
    return before in grammar.classes["relatives"] or (
        before in grammar.classes["subordinators"] and before not in grammar.classes["when"] and at - 1 > scan.low
    )


def _stated_until(grammar: Grammar, words: Words, reading: Reading) -> int:
    """Where the content proper begins: after whom it is said of, for verbs with an object (اتهمت المعارضة الأحد بـ)."""
    if reading.frame == "np" and reading.form is not None and reading.form.cue.needs_object:
        for k in range(reading.content + 1, reading.content_end):
            if words.word[k].startswith("ب") and words.word[k] not in grammar.classes["b-words"]:
                return k
    return reading.content


def _in_other_content(words: Words, scan: Scan, reading: Reading, span: Span) -> bool:
    for other in scan.readings:
        if other is not reading and other.content_end > other.content:
            covered = words.span(other.content, other.content_end)
            if covered.start <= span.start < covered.end:
                return True
    return False
