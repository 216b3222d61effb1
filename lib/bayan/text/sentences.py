"""Sentences: ranges that end at a full stop, question or exclamation mark or a paragraph, but not inside a quotation,
after an abbreviation of one letter or an initial, or in a number."""

from __future__ import annotations

import re

from bayan.records import Span
from bayan.text.quotations import Quotation

_END = re.compile(
    r"[.…!؟?۔\n](?:(?<=\n)\n*|(?:(?<=\.)\.*)?[»”\"')\]]*(?=\s|$|[«“\"])"
    r"|(?:(?<=[ء-ي]{3}[.؟!])|(?<=[ء-ي][»”\"][.؟!]))(?=[ء-ي]{3})(?!(?:كوم|اورج|غوف)\b))"
)
"""Line feeds, or points or a mark with what closes after them, also where the space is forgotten between two words that
are no letters nor a domain (الموضوع.كما حاولت); it begins with a class of characters, for which a search is fast."""
_LAST_WORD = re.compile(r"[^\s.،«»\"“”()]+$")
_LONGEST_WORD = 14
_ABBREVIATIONS = frozenset(["دكتور", "الخ", "ا.د", "هـ"])
_INITIALS = frozenset(
    [
        "اي",
        "ايه",
        "بي",
        "سي",
        "دي",
        "اف",
        "جي",
        "اتش",
        "ايتش",
        "جيه",
        "كيه",
        "ال",
        "ام",
        "ان",
        "او",
        "كيو",
        "ار",
        "اس",
        "تي",
        "يو",
        "دبليو",
        "دابليو",
        "اكس",
        "واي",
        "زد",
    ]
)
"""Latin letters as the press spells them: one between two names is an initial (جيمس بي. كومي)."""


def find_sentences(text: str, quotations: list[Quotation]) -> list[Span]:
    """The sentences of a folded text, in order, without the white space around them."""
    found: list[Span] = []
    start = at = 0
    for match in _END.finditer(text):
        while at < len(quotations) and quotations[at].end <= match.start():
            at += 1
        if "\n" not in match.group() and (_inside(quotations, at, match) or _abbreviated(text, match)):
            continue
        _append(found, text, start, match.end())
        start = match.end()
    _append(found, text, start, len(text))
    return found


def _inside(quotations: list[Quotation], at: int, match: re.Match[str]) -> bool:
    return at < len(quotations) and quotations[at].start < match.start() and match.end() < quotations[at].end


def _abbreviated(text: str, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return False
    word = _LAST_WORD.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    if word is None:
        return False
    before = text[max(0, word.start() - _LONGEST_WORD) : word.start()]
    if before.endswith(".") and word.group() in _INITIALS:
        return True  # ‹إذاعة آر.تي.إي. الحكومية›
    if before.endswith(" ") and _is_initial(before.split(" ")[-2], word.group()):
        return True
    return word.group() in _ABBREVIATIONS or (len(word.group()) == 1 and not word.group().isdigit())


def _is_initial(before: str, word: str) -> bool:
    """Whether a word is an initial after another name; letters in a row are an acronym (بي بي سي)."""
    return word in _INITIALS and before.isalpha() and before not in _INITIALS


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        found.append(Span(start + left, start + len(piece.rstrip())))
