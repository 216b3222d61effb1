"""The only way for words of the corpus into HTML: escaped letter for letter, their direction kept to themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from bayan.records import Span

_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
"""What may be a sign of Markdown: all of ASCII that is neither letter nor digit."""


def safe(text: object) -> str:
    """Text as HTML text or attribute value: nothing in it is markup, lone surrogates become a replacement sign."""
    return escape(str(text).encode("utf-8", "replace").decode("utf-8"), quote=True)


def isolated(text: object) -> str:
    """Text for a sentence of the interface, in which it cannot turn its neighbours around."""
    return f"\u2068{text}\u2069"


def apart(text: object, kind: str = "") -> str:
    """Text as an element of its own direction, so that it cannot turn its neighbours around."""
    return f'<bdi class="{kind}">{safe(text)}</bdi>' if kind else f"<bdi>{safe(text)}</bdi>"


def marked(text: str, marks: Iterable[Span]) -> str:
    """Text with the given ranges highlighted; ranges are ordered and do not overlap."""
    pieces: list[str] = []
    read = 0
    for start, end in marks:
        pieces += [safe(text[read:start]), "<mark>", safe(text[start:end]), "</mark>"]
        read = end
    return "".join([*pieces, safe(text[read:])])


def unmarked(text: str) -> str:
    """Text for a label that is read as Markdown, such as that of a button: letter for letter, on one line."""
    return _SIGN.sub(r"\\\g<0>", " ".join(text.split()))
