"""Quotations: the ranges between quotation marks, outermost only.

News text opens and closes with five kinds of marks, reverses them, forgets one, nests them and lets a quotation run
over paragraphs; so the white space around a mark counts for more than its shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, takewhile
from typing import NamedTuple

_MARK = re.compile("[«»“”„‟\"'](?:(?<!')|')")
"""A mark or two straight single ones; it begins with a class of characters, for which a search is fast."""
_GUILLEMETS = "«»"
_BOTH = '"”'
_BEFORE_OPEN = " \n\t()[{:،,؛-–—\u00a0.؟!"
_AFTER_CLOSE = " \n\t)]}:،,؛.؟!-–—\u00a0…"
_ATTACHED = tuple("وبلفك")
_STOP = re.compile(r" ?[.،؛](?!\.)")
_TURN = re.compile(r"[.؟!]\s+(?=و?(?:من (?:جانب|جهت|ناحيت)|بدور)(?:ه|ها|هم)\b)")
"""Before a sentence that turns to another speaker."""
_GOING_ON = re.compile(
    r"[،,]\s*(?=و?(?:مشير|مبين|موضح|م[ؤو]كد|مضيف|لافت|منوه|مشدد|معتبر|محذر|كاشف)(?:اً?|ًا|[ةه]|ين)\s+"
    r"(?:(?:[إا]ل|عل)[ىي]\s|من\s|عن\s)?ب?[أإا]ن)"
)
"""Before a participle with which the reporter, not who is quoted, goes on (… المنكرة، مبينا أن)."""
_MOST_MARKS = 40
_NEAR = 10
"""Marks within which a quotation with names in marks of their own ends."""
_LONGEST_STOP = 3
"""Letters among which the full stop before a mark is."""
_LONGEST_NAME = 40
"""Code points of a name in marks."""
_LONGEST_OPEN = 3000
"""Code points after which a quotation that was never closed is taken to end with its paragraph."""


class Quotation(NamedTuple):
    """``start`` and ``end`` include the marks, ``inner`` and ``until`` do not."""

    start: int
    inner: int
    until: int
    end: int


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a text, in order; one that is never closed ends with its paragraph, or before
    a sentence that turns to another speaker; each ends where the reporter goes on in his own words (…، مبينا أن)."""
    marks = [(match.start(), match.end(), match.group()) for match in _MARK.finditer(text)]
    return [quotation for quotation in _find(text, marks) if text[quotation.inner : quotation.until].strip()]


def _find(text: str, marks: list[tuple[int, int, str]]) -> Iterator[Quotation]:
    """The quotations that marks make, also empty ones."""
    at = 0
    while at < len(marks):
        start, inner, mark = marks[at]
        if not (_opens(text, start, inner, mark) or _stands_free(text, marks, at)):
            at += 1
            continue
        closing = _find_close(text, marks, at)
        until = _turn(text, inner, _paragraph_end(text, inner)) if closing is None else marks[closing][0]
        told = _GOING_ON.search(text, inner, until)
        if told is not None:
            until = told.start()
        yield Quotation(start, inner, until, until if closing is None or told is not None else marks[closing][1])
        behind = next((k for k in range(at + 1, len(marks)) if marks[k][0] >= until), len(marks))
        if closing is not None:
            yield from _find(text, marks[behind:closing])
        at = behind if closing is None else closing + 1


def _opens(text: str, start: int, end: int, mark: str) -> bool:
    after = text[end : end + 1]
    if not after or after == "\n":
        return False
    if mark == "«":
        return _STOP.match(text, end) is None  # ‹… الشعبية « .›, reversed, closes
    if mark == "»" and text[max(0, start - 2) : start].rstrip().endswith(":"):
        return True  # ‹قالت العائلة :» إن المنزل›
    before = text[start - 1 : start]
    if after in " \t":
        return mark in "“„" and (not before or before in _BEFORE_OPEN)
    return not before or before in _BEFORE_OPEN or before in _ATTACHED or mark in "“„"


def _stands_free(text: str, marks: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a mark that both opens and closes but looks like none that opens does: the next one closes, in the same
    paragraph (قائلا " نعم، في بيان" لقد، وتابع ” وصلنا ليلا”); a space inside both, or none around it (قال
    الوزير"نعم"), needs as many of one as of the other in the paragraph."""
    start, end, mark = marks[at]
    if mark not in _BOTH or at + 1 == len(marks):
        return False
    here, after, following = marks[at + 1]
    paragraph = _paragraph_end(text, start)
    if following != mark or here >= paragraph or not _closes(text, after):
        return False
    paired = text.count(mark, start, paragraph) % 2 == 0
    if mark != '"' and not (paired and text[start - 1 : start] in (" ", ":") and not text[here - 1].isspace()):
        return False
    if text[start - 1].isalnum() and text[end : end + 1].isalnum():
        return paired and not text[here - 1].isspace()
    spaced = text[end : end + 1] == " " or text[start - 1 : start] in (" ", ":")
    return spaced and (not text[here - 1].isspace() or (text[end] == " " and paired))


def _find_close(text: str, marks: list[tuple[int, int, str]], at: int) -> int | None:
    """The index of the mark that closes the one at ``at``."""
    start, _, opening = marks[at]
    family = _GUILLEMETS if opening in _GUILLEMETS else None
    depth = 1
    paragraph = _paragraph_end(text, start)
    for k in range(at + 1, len(marks)):
        here, end, mark = marks[k]
        if here - start > _LONGEST_OPEN:
            return None
        if (mark in _GUILLEMETS) != (family is not None):
            if here < paragraph and _closes_another(text, marks, at, k, paragraph):
                return k
            continue
        if here > paragraph and _opens(text, here, end, mark) and not _closes(text, end):
            return None
        if (mark == "«" and opening == "«") or (
            mark == opening == '"' and here < paragraph and _nests(text, marks, at, k, paragraph)
        ):
            depth += 1
        elif mark == "»" or _closes(text, end) or family is None:
            depth -= 1
            if depth == 0:
                return k
    return None


def _closes_another(text: str, marks: list[tuple[int, int, str]], at: int, k: int, paragraph: int) -> bool:
    """Whether a mark closes what one of another shape opened ("… الجمال»، «… المدمرة"): the first of its shape behind
    it, and the next of the shape that opened opens again."""
    _, end, mark = marks[k]
    guillemet = mark in _GUILLEMETS
    if mark == "«" or not _closes(text, end) or _opens(text, marks[k][0], end, mark):
        return False
    if any((other in _GUILLEMETS) == guillemet for *_, other in marks[at + 1 : k]):
        return False
    rest = takewhile(lambda other: other[0] < paragraph, marks[k + 1 : k + 1 + _MOST_MARKS])
    following = next((other for other in rest if (other[2] in _GUILLEMETS) != guillemet), None)
    return following is None or _only_opens(text, *following[:2])


def _nests(text: str, marks: list[tuple[int, int, str]], at: int, k: int, paragraph: int) -> bool:
    """Whether a straight mark inside a quotation opens another (من حرض على "الفوضى" يدعو …): it stands like one that
    opens, and in the rest of the paragraph as many open as close; or it marks a name, and the outer one ends soon."""
    start, end, _ = marks[k]
    rest = takewhile(lambda mark: mark[0] < paragraph, marks[at : at + _MOST_MARKS + 1])
    straight = [mark for mark in rest if mark[2] == '"']
    if len(straight) > _MOST_MARKS:
        return False
    if _only_opens(text, start, end) and sum(_only_opens(text, *mark[:2]) for mark in straight) * 2 == len(straight):
        return True
    if marks[k] not in straight:
        return False  # beyond the marks that are counted
    here = straight.index(marks[k])
    named = here + 1 < len(straight) and straight[here + 1][0] - end <= _LONGEST_NAME
    stopped = text[max(0, start - _LONGEST_STOP) : start].rstrip().endswith(".")
    if not named or stopped or not _opens_behind_particle(text, start, end):
        return False  # ‹"… مناورات مختارة. "ويشمل ذلك …"› begins anew
    steps = (1 if _opens_behind_particle(text, *mark[:2]) else -1 for mark in straight[1:])
    return 0 in list(accumulate(steps, initial=1))[here : here + _NEAR]


def _only_opens(text: str, start: int, end: int) -> bool:
    """Whether white space before a mark and none after it tell that it opens."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (not before or before.isspace() or before in "(:") and after != "" and after not in _AFTER_CLOSE


def _opens_behind_particle(text: str, start: int, end: int) -> bool:
    """Whether a mark opens by itself or behind an attached particle (من فئة "أس6" و"أس7" الجديدين)."""
    attached = text[start - 1 : start] in _ATTACHED and text[start - 2 : start - 1].isspace()
    return _only_opens(text, start - attached, end)


def _closes(text: str, end: int) -> bool:
    after = text[end : end + 1]
    return not after or after in _AFTER_CLOSE


def _turn(text: str, inner: int, end: int) -> int:
    """Where a quotation that was never closed ends at the latest: before a sentence that turns to somebody else."""
    turn = _TURN.search(text, inner, end)
    return end if turn is None else turn.start() + 1


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
