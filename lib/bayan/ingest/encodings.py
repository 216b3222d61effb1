"""Bytes → text: which encoding a file is in, told by marks, validity and letter statistics.

Never mojibake: a text that cannot be read rightly is rejected.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from functools import cache
from math import log

import yaml

from bayan.data import data_path
from bayan.errors import Rejected

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE = ("windows-1256", "iso-8859-6")
_CONTROLS = bytes(code for code in range(32) if code not in b"\0\t\n\v\f\r\x1b")
_HIGH = re.compile(r"[^\x00-\x7f]")
_ESCAPED = re.compile(r"\\u(?!00[0-7])[0-9a-fA-F]{4}")  # of JSON
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile("[\u0621-\u064a]")
_TAG = re.compile(rb"<[a-zA-Z/!?][^<>]{0,4000}>")
_UNSEEN = tuple((re.compile(rb"(?i)<%s\b" % tag), re.compile(rb"(?i)</%s\b" % tag)) for tag in (b"script", b"style"))
_MOST_CONTROLS = 0.01
_MOST_BAD = 0.05
_SHORT = 100
_LEAST_ARABIC = 0.5
_LEAST_LIKELY = -4.6  # mean log-likelihood: 2,198 articles -2.9 to -4.4, read by the wrong table -4.2 to -6.4


def find_encoding(sample: bytes, where: str) -> tuple[str, int]:
    """The encoding of a file by its first bytes, and the length of its byte order mark.

    Raises Rejected: ``binary`` for what is no text, ``encoding`` for text in none that Arabic news uses.
    """
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding, len(mark)
    wide = _unmarked_utf16(sample)
    if wide:
        return wide, 0
    if sample.count(0) > len(sample) * _MOST_BAD or _controls(sample) > max(1, len(sample) * _MOST_CONTROLS):
        raise Rejected("no_text_file", where)
    if is_utf8(sample):
        return "utf-8", 0
    sample = _without_markup(sample)
    best = max(_SINGLE_BYTE, key=lambda encoding: _likelihood(sample, encoding))
    if _likelihood(sample, best) < _LEAST_LIKELY or not _is_mostly_arabic(sample.decode(best, "replace")):
        raise Rejected("unknown_encoding", where)
    return best, 0


def is_utf8(sample: bytes) -> bool:
    """Whether bytes are UTF-8, but for few bad ones: one bad byte must not turn a whole text into mojibake."""
    cut = len(sample) > _SHORT  # the last letter of a sample may be cut
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample, not cut)
    bad = text.count("\ufffd")
    if bad == 0:
        return True
    letters = len(_HIGH.findall(text))
    if text.lstrip().startswith(("{", "[")):  # pages hold escaped letters too, whatever their own encoding
        letters += len(_ESCAPED.findall(text))
    return bad <= _MOST_BAD * letters


def read_text(data: bytes, where: str) -> tuple[str, str]:
    """A whole file as text, with its encoding. Bytes that cannot be read become U+FFFD. Raises Rejected."""
    encoding, mark = find_encoding(data, where)
    return data[mark:].decode(encoding, "replace"), encoding


def to_utf8(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """A stream of bytes in another encoding as UTF-8."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode()
    yield decoder.decode(b"", True).encode()


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is 0 (ASCII) or 6 (Arabic)."""
    half = len(sample) // 2
    if half < 2:
        return None
    for high, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        blocks = sample[high::2]
        if (blocks.count(0) + blocks.count(6)) * 10 >= half * 9 and sample[1 - high :: 2].count(0) * 10 < half:
            return encoding
    return None


def _without_markup(sample: bytes) -> bytes:
    """The text of a page, whose tags and scripts are ASCII in any encoding and would hide that it is Arabic."""
    for begin, end in _UNSEEN:
        first, *rest = begin.split(sample)
        sample = b" ".join([first, *(part[found.start() :] for part in rest if (found := end.search(part)))])
    return _TAG.sub(b" ", sample)


def _controls(sample: bytes) -> int:
    return len(sample) - len(sample.translate(None, _CONTROLS))


def _is_mostly_arabic(text: str) -> bool:
    """French and Turkish read as ISO-8859-6 have likely Arabic letters too, but few."""
    return len(_ARABIC.findall(text)) >= _LEAST_ARABIC * len(_LETTER.findall(text))


@cache
def _frequencies() -> dict[str, float]:
    """The logarithm of each letter's share among the non-ASCII characters of news."""
    counts = yaml.safe_load(data_path("letters.yaml").read_text(encoding="utf-8"))["frequency"]
    return {letter: log(count / 10_000) for letter, count in counts.items()}


def _likelihood(sample: bytes, encoding: str) -> float:
    """The mean log-likelihood of the non-ASCII characters, read in an encoding."""
    letters = _HIGH.findall(sample.decode(encoding, "replace"))
    known = _frequencies()
    never = log(1 / 100_000)
    return sum(known.get(letter, never) for letter in letters) / len(letters) if letters else never
