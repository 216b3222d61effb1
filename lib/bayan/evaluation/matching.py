"""Matching: which found statement answers which annotated one, and whether two names name the same.

A found statement answers an annotated one in the same field when their contents share at least half of their letters
(intersection over union; ``strict``: four fifths). Pairs are taken best first, one to one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bayan.records import Article, Statement
from bayan.text import fold_text

OVERLAP = 0.5
STRICT_OVERLAP = 0.8
_WORD = re.compile(r"\w+")
_TITLES = frozenset(
    fold_text(
        "الرئيس رئيس وزير الوزير السفير الدكتور د الأمير الملك اللواء الفريق العميد الشيخ السيد السيدة الجنرال النائب"
        " معالي سمو المستشار المستشارة صحيفة وكالة تلفزيون قناة موقع"
    ).split()
)
"""Words before a name that do not make it another name."""
Pair = tuple[Statement, Statement]


def match(article: Article, gold: Sequence[Statement], found: Sequence[Statement], least: float) -> list[Pair]:
    """The pairs of annotated and found statements, in reading order of the annotated."""
    letters = {id(statement): _letters(article, statement) for statement in (*gold, *found)}
    scored = [
        (len(a & b) / len(a | b), -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if one.field == other.field and (a := letters[id(one)]) & (b := letters[id(other)])
    ]
    taken: dict[int, int] = {}
    for share, i, j in sorted(scored, reverse=True):
        if share >= least and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    return [(gold[i], found[j]) for i, j in sorted(taken.items())]


def _letters(article: Article, statement: Statement) -> set[int]:
    text = article.title if statement.field == "title" else article.body
    return {at for at in range(*statement.content) if text[at].isalnum()}


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same or one is a shorter form of the other, spelling, article and title apart."""
    a, b = _name_words(one), _name_words(other)
    return bool(a and b) and (a <= b or b <= a)


def same_role(one: str | None, other: str | None) -> bool:
    """Whether two roles share half of the words of the longer one."""
    a, b = set(fold_text(one or "").split()), set(fold_text(other or "").split())
    return 2 * len(a & b) >= max(len(a), len(b), 1)


def _name_words(name: str | None) -> set[str]:
    words = _WORD.findall(fold_text(name or ""))
    words = [word for word in words if word not in _TITLES] or words
    return {word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words}
