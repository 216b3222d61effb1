"""The one gate that every text passes before it is stored: line ends, characters that no store takes, mojibake, and
references to characters that were escaped once too often (&quot;).

Spelling, spaces inside a line, bidi controls and presentation forms stay: the original text is the truth.
"""

from __future__ import annotations

import re
from html import unescape

from bayan.ingest.mojibake import undo_mojibake

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_LONE = re.compile("[\ud800-\udfff]")
_ADDRESS = re.compile(r"\b\w{2,12}://\S+")
_REFERENCE = re.compile(r"&(?:quot|amp|lt|gt|apos|nbsp|laquo|raquo|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});")
_LETTER = re.compile(r"[^\W\d_]")


def clean(text: str) -> str:
    """Text with ``\\n`` line ends, without NUL and other controls; half characters become U+FFFD."""
    text = _LINE_ENDS.sub("\n", undo_mojibake(_without_references(text)))
    return _LONE.sub("\ufffd", _NEVER.sub("", text))


def _without_references(text: str) -> str:
    """Text with characters for the references to them, however often they were escaped (&amp;quot;)."""
    while "&" in text and _REFERENCE.search(text) is not None:
        text = _REFERENCE.sub(lambda found: unescape(found[0]), text)
    return text


def clean_body(text: str) -> str:
    """Cleaned paragraphs joined by one line feed, empty lines left out."""
    return "\n".join(line for line in map(str.strip, clean(text).split("\n")) if line)


def clean_line(text: str) -> str:
    """Cleaned text on one line: a title, a name."""
    return " ".join(line for line in map(str.strip, clean(text).split("\n")) if line)


def whole_letters(text: str) -> str:
    """A name of a file with U+FFFD for what is no letter: the bytes of a name may be no text."""
    return _LONE.sub("\ufffd", text)


def has_words(text: str) -> bool:
    """Whether there is a letter outside web addresses."""
    return _LETTER.search(_ADDRESS.sub("", text)) is not None
