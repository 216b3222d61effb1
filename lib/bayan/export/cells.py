"""Values as texts in cells, and texts that a spreadsheet shows as text, whatever they hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from bayan.export.columns import Value

Write = Callable[[Any], Any]
_FORMULA = frozenset("=+-@")
_STARTERS = ("\t", "\r", "\n")


def _as_is(value: Any) -> Any:
    return value


def _list(value: tuple[str, ...]) -> str:
    return "; ".join(value)


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _day(value: Any) -> str | None:
    return None if value is None else value.isoformat()


WRITE: dict[Value, Write] = {
    "text": _as_is,
    "link": _as_is,
    "day": _day,
    "time": _day,
    "number": _as_is,
    "share": _as_is,
    "truth": _truth,
    "list": _list,
}
"""How a value is written into a cell; None is an empty one."""


def _guarded(write: Write) -> Write:
    def guard(value: Any) -> Any:
        text = write(value)
        return f"'{text}" if text and is_formula(text) else text

    return guard


WRITE_SAFELY = {
    value: _guarded(write) if value in ("text", "link", "list") else write for value, write in WRITE.items()
}
"""The same for Excel: a text that could be read as a formula gets a leading apostrophe."""


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may read a text as a formula: at its start, or after what it does not show.

    Full-width and small forms of the signs count as the signs.
    """
    if text[:1].isalnum():
        return False
    if text[:1] in _STARTERS:
        return True
    for character in text:
        if character.isspace() or unicodedata.category(character)[0] in "CZ":
            continue
        return unicodedata.normalize("NFKC", character)[0] in _FORMULA
    return False
