"""Which format a file is in, told by its first bytes, never by its name."""

from __future__ import annotations

import re
from typing import Literal

import orjson

from bayan.errors import Rejected

Format = Literal["text", "jsonl"]

_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\0", "a database"),
)
_LATER: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip, Office or OpenDocument"),
    (b"%PDF-", "PDF"),
    (b"WARC/", "WARC"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PAR1", "Parquet"),
    (b"{\\rtf", "RTF"),
)
_HTML = re.compile(r"\s*<(?:!doctype html|html)[\s>]", re.I)
_TAG = re.compile(r"</?(?:a|article|body|br|div|head|img|li|meta|p|script|span|table|td|ul)\b[^<>]{0,500}>", re.I)
_MOST_TAGS = 4
_XML = re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF|!DOCTYPE)[\s>]", re.I)
_JSON = re.compile(r'\s*[\[{]\s*["{\[]')
_SEPARATORS = ",;\t"


def find_format(text: str, name: str, where: str) -> Format:
    """``text`` or ``jsonl``, by the beginning of a file. Raises Rejected for formats that are not read.

    The name decides only where the bytes do not: a table looks like running text, and so does a JSON Lines file
    without a single object.
    """
    if _is_jsonl(text):
        return "jsonl"
    if _HTML.match(text) or len(_TAG.findall(text, 0, 4_000)) > _MOST_TAGS:
        raise _not_yet("HTML", where)
    if _XML.match(text):
        raise _not_yet("XML or a feed", where)
    if not text.strip():
        return "text"
    if _JSON.match(text):
        raise _not_yet("JSON that is not one object a line", where)
    if name.endswith((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")):
        return "jsonl"
    if name.endswith((".csv", ".tsv")) and any(mark in text.partition("\n")[0] for mark in _SEPARATORS):
        raise _not_yet("CSV", where)
    return "text"


def refuse_binary(head: bytes, where: str) -> None:
    """Raises Rejected for files whose first bytes say that they are no text."""
    for sign, what in _SIGNS:
        if head.startswith(sign):
            raise Rejected("binary", f"this is {what}, no text.", where)
    for sign, what in _LATER:
        if head.startswith(sign):
            raise _not_yet(what, where)


def _not_yet(what: str, where: str) -> Rejected:
    return Rejected("format", f"format not supported yet ({what}); give plain text or JSON Lines.", where)


def _is_jsonl(text: str) -> bool:
    """Whether a line among the first is an object, or the first begins as one (it may be longer than the sample)."""
    lines = text.split("\n", 20)[:20]
    if re.match(r'\s*\{\s*"', lines[0]):
        return True
    return any(_is_object(line) for line in lines)


def _is_object(line: str) -> bool:
    if not line.lstrip().startswith("{"):
        return False
    try:
        return isinstance(orjson.loads(line), dict)
    except ValueError:
        return False
