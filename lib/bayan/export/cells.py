"""Cells that a spreadsheet shows as text, whatever they hold."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

_FORMULA = frozenset("=+-@")
_STARTERS = ("\t", "\r", "\n")


def write_cell(value: Any, *, excel: bool) -> str:
    """The text of a cell; for Excel a text that could be read as a formula gets a leading apostrophe."""
    if isinstance(value, str):
        return f"'{value}" if excel and is_formula(value) else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return write_cell("; ".join(value), excel=excel)
    return str(value)


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
