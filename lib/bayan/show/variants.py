"""The same words of a speaker in other outlets, with what differs marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from bayan.queries import rows
from bayan.show.names import name_outlet
from bayan.show.safe import apart, safe
from bayan.show.view import View
from bayan.text import fold_text

_WORD = re.compile(r"\s+|[\w\u064b-\u0652\u0670]+|[^\w\s]")

_OPEN = 4
"""Reports that are shown at once; the others unfold."""


def tell_variants(view: View, row: rows.StatementRow, others: Sequence[rows.StatementRow]) -> str:
    """The other reports of a statement's words, each with the way into its article; nothing where there are none."""
    if not others:
        return ""
    ordered = _outlets_first(others)
    told, rest = ("".join(_variant(view, row, other) for other in part) for part in (ordered[:_OPEN], ordered[_OPEN:]))
    more = safe(view.say("bar.more", n=len(others) - _OPEN))
    folded = f"<details><summary>{more}</summary><ul>{rest}</ul></details>" if rest else ""
    return (
        f'<section class="more"><h3>{safe(view.say("variants", n=len(others)))}</h3><ul>{told}</ul>{folded}</section>'
    )


def _outlets_first(others: Sequence[rows.StatementRow]) -> list[rows.StatementRow]:
    """The first report of each outlet, then the further ones."""
    firsts = {other.outlet: other for other in reversed(others)}
    return sorted(others, key=lambda other: firsts[other.outlet] is not other)


def _variant(view: View, row: rows.StatementRow, other: rows.StatementRow) -> str:
    href = view.link("article", id=other.article_id, statement=other.id)
    return (
        f'<li><blockquote lang="ar" dir="rtl">{mark_differences(row.content_text, other.content_text)}</blockquote>'
        f'<p class="meta">{apart(name_outlet(view.words, other.outlet))} · {safe(view.words.day(other.published))}'
        f'<a class="go" href="{safe(href)}">{safe(view.say("card.article"))}</a></p></li>'
    )


def mark_differences(text: str, other: str) -> str:
    """The other text as HTML, with the words that stand differently in the first marked."""
    words, others = _WORD.findall(text), _WORD.findall(other)
    matcher = SequenceMatcher(None, [fold_text(word) for word in words], [fold_text(word) for word in others], False)
    pieces = []
    for kind, _, _, start, end in matcher.get_opcodes():
        piece = safe("".join(others[start:end]))
        pieces.append(piece if kind == "equal" or not piece.strip() else f"<ins>{piece}</ins>")
    return "".join(pieces)
