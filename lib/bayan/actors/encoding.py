"""Folded text as bytes, one a character, so that the automaton runs at the speed of memory.

Letters and digits keep apart, everything else is a space; runs of spaces are one, with a map back.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

SPACE = 0x20
_ARABIC = range(0x620, 0x6D4)
_ARABIC_AT = 0x48
"""ASCII capitals never occur in folded text: Arabic letters take the bytes above them, a-z is moved below."""


@cache
def _table() -> NDArray[np.uint8]:
    """The byte of each character of the basic plane; other letters share one byte."""
    table = np.full(0x10001, SPACE, np.uint8)
    for code in range(0x10000):
        if chr(code).isalnum():
            table[code] = 0xFF
    for at, code in enumerate(_ARABIC):
        if chr(code).isalnum():
            table[code] = _ARABIC_AT + at
    table[0x30:0x3A] = np.arange(0x30, 0x3A)
    table[0x61:0x7B] = np.arange(1, 27)
    return table


def encode(text: str) -> tuple[bytes, NDArray[np.int64] | None]:
    """The bytes of a folded text between two spaces, and the text offset of each byte after the first.

    The map is None where bytes and characters run in step.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    letters = _table().take(codes, mode="clip")
    told = letters.tobytes()
    if b"  " not in told:
        return b" " + told + b" ", None
    letter = letters != SPACE
    letter[1:] |= letter[:-1]  # of the spaces only the first of each run stays
    letter[0] = True
    kept = letter.nonzero()[0]
    return b" " + letters[kept].tobytes() + b" ", kept
