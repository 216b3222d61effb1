"""UTF-8 that was read as another encoding, and saved again → the text that it was (طظˆط§, Ø§Ù)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from bayan.ingest.limits import Notes, Repair

_LOST = "\ufffd"
_ARABIC = re.compile("[\u0621-\u064a]")
_VOWELS = re.compile("[\u064e-\u0650\u0652]")
_SIGNS = (("windows-1256", "\u0637\u0638"), ("windows-1252", "\u00d8\u00d9"))
"""How the two bytes look with which most Arabic letters begin."""
_LEAST_SIGNS = 4  # of so many letters beyond ASCII one is a sign
_LEAST_READ = 0.8  # of the letters beyond ASCII are bytes of UTF-8
_ARABIC_BYTE = 0xD9
_FEH_BYTES = b"\xd9\x81"  # its second is the one byte of Arabic letters that windows-1252 lacks, where no vowels are


class _Table(NamedTuple):
    """The bytes that letters of an encoding stand for, and the sequences of letters that are one of UTF-8."""

    bytes: dict[int, int]
    sequence: re.Pattern[str]


def mended_text(text: str, notes: Notes) -> str:
    """The text behind mojibake, which is noted, or the text itself."""
    found = undo_mojibake(text)
    if found != text:
        notes.repairs[Repair("mojibake")] += 1
        if found.count(_LOST) < text.count(_LOST):
            notes.repairs[Repair("lost_byte")] += 1
    return found


def undo_mojibake(text: str) -> str:
    """The text behind UTF-8 that was read as windows-1256, windows-1252 or Latin-1, or the text itself.

    It is undone where most letters show it and those behind them are Arabic.
    """
    for encoding, signs in _SIGNS:
        marks = sum(map(text.count, signs))
        high = len(text) - len(text.encode("ascii", "ignore")) if marks else 0
        if marks and marks * _LEAST_SIGNS > high:
            found = _undo(text, encoding, high)
            if found is not None:
                return found
    return text


def _undo(text: str, encoding: str, high: int) -> str | None:
    """The text with every sequence read; None where too few letters are in one, or these are not Arabic."""
    table = _table(encoding)
    parts = table.sequence.findall(text)
    if sum(map(len, parts)) < high * _LEAST_READ:
        return None
    read = {part: _letter(part, table.bytes) for part in set(parts)}
    if sum(_ARABIC.fullmatch(read[part]) is not None for part in parts) * 2 < len(parts):
        return None
    vowels = any(map(_VOWELS.fullmatch, read.values()))
    feh = _LOST if vowels else _FEH_BYTES.decode()
    read |= {part: feh for part in read if part[1:] == _LOST and table.bytes[ord(part[0])] == _ARABIC_BYTE}
    return table.sequence.sub(lambda found: read[found[0]], text)


def _letter(part: str, known: dict[int, int]) -> str:
    """The letter of a sequence; U+FFFD where a byte of it was lost."""
    return _LOST if _LOST in part else part.translate(known).encode("latin-1").decode("utf-8", "replace")


@cache
def _table(encoding: str) -> _Table:
    """Bytes that an encoding lacks are read as controls by browsers, as all of the first 32 are in Latin-1."""
    bytes_of: dict[int, int] = {byte: byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(encoding, "ignore")
        bytes_of |= {ord(letter): byte} if letter else {}
    places = ((0xC2, 0xE0, 1), (0xE0, 0xF0, 2), (0xF0, 0xF5, 3))
    follows = _class(bytes_of, 0x80, 0xC0, _LOST)
    sequences = (f"{_class(bytes_of, first, stop)}{follows}{{{length}}}" for first, stop, length in places)
    return _Table(bytes_of, re.compile("|".join(sequences)))


def _class(bytes_of: dict[int, int], first: int, stop: int, more: str = "") -> str:
    letters = "".join(re.escape(chr(letter)) for letter, byte in bytes_of.items() if first <= byte < stop)
    return f"[{letters}{more}]"
