"""Which format a file is in, told by its first bytes; the name decides only where the bytes do not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import orjson

from bayan.errors import Rejected
from bayan.ingest.columns import looks_like_table
from bayan.ingest.fields import field_words

Packing = Literal["gzip", "zip", "tar", "warc", "mail"]
Format = Literal["text", "jsonl", "json", "html", "feed", "table"]

_TAR = slice(257, 262)
_PACKINGS: tuple[tuple[bytes, Packing], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"WARC/", "warc"),
)
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"RIFF", "riff"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"SQLite format 3\0", "database"),
)
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"PAR1", "Parquet"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC, XLS or PPT of 2003"),
)
_PROLOGUE = re.compile(r"\s*<(?:\?[^>]*|!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?)>", re.I)
_FEED = re.compile(r"\s*<(?:rss|feed|rdf:RDF|\w{1,20}:feed)[\s>]", re.I)
_HTML = re.compile(r"\s*<(?:html|head|body|meta|title)[\s>]", re.I)
_HTML_TYPE = re.compile(r"\s*<!doctype\s+html", re.I)
_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE)[\s>]", re.I)
_TAG = re.compile(r"</?(?:a|article|body|br|div|head|img|li|meta|p|script|span|table|td|ul)\b[^<>]{0,500}>", re.I)
_MOST_TAGS = 4
_ARRAY = re.compile(r"\s*\[\s*(?:[{\]]|$)")
_CONTAINER = re.compile(r'\s*\{[^{]{0,2000}?"([^"]{1,40})"\s*:\s*\[\s*\{')
_OPEN = re.compile(r'\s*\{\s*(?:"[^"]*"\s*:.*)?,?\s*')
_FIRST_LINES = 40
_LONGEST_BEGINNING = 1_000  # of the first line of an object that is written over several lines
_INNER = re.compile(r'.{0,2000}?"([^"]{1,40})"\s*:\s*\[\s*\{', re.S)


def find_packing(head: bytes) -> Packing | None:
    """What holds other files or is no text, but is read; None for everything else."""
    for sign, packing in _PACKINGS:
        if head.startswith(sign):
            return packing
    return "tar" if head[_TAR] == b"ustar" else None


def refuse_binary(head: bytes, where: str) -> None:
    """Raises Rejected for files whose first bytes say that they are no text."""
    for sign, what in _SIGNS:
        if head.startswith(sign):
            raise Rejected("other_file", where, what=what)
    for sign, what in _OTHERS:
        if head.startswith(sign):
            raise Rejected("other_format", where, form=what)


def find_format(text: str, name: str, where: str, mapped: Mapping[str, str]) -> Format:
    """The format of a text by its beginning; ``mapped`` are columns that were named. Raises Rejected for other XML."""
    start = _after_prologue(text)
    if _FEED.match(text, start):
        return "feed"
    if _HTML.match(text, start) or _HTML_TYPE.match(text):
        return "html"
    if _XML.match(text):
        raise Rejected("other_xml", where)
    if json := _json(text):
        return json
    if len(_TAG.findall(text, 0, 4_000)) > _MOST_TAGS:
        return "html"
    if not text.strip():
        return "text"
    if name.endswith((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")):
        return "jsonl"
    named = name.lower().endswith((".csv", ".tsv", ".csv.gz", ".tsv.gz"))
    return "table" if looks_like_table(text, mapped, named=named) else "text"


def is_mostly_lines(head: bytes) -> bool:
    """Whether most lines at the beginning of a file are objects of JSON as they stand."""
    lines = [line for line in head.split(b"\n", _FIRST_LINES)[:_FIRST_LINES] if line.strip()]
    return sum(line.lstrip().startswith(b"{") and _is_json(line) for line in lines) * 2 > len(lines)


def _after_prologue(text: str) -> int:
    """Where the first element begins: after the XML declaration, the document type and comments."""
    place = 0
    while True:
        rest = place + len(text[place : place + 1_000]) - len(text[place : place + 1_000].lstrip())
        if text.startswith("<!--", rest) and (end := text.find("-->", rest)) > 0:
            place = end + len("-->")
        elif found := _PROLOGUE.match(text, place):
            place = found.end()
        else:
            return place


def _json(text: str) -> Format | None:
    """JSON Lines, where a line among the first is an object; else one array, or an object that holds the records."""
    lines = [line for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES] if line.strip()]
    if _ARRAY.match(text):
        return "jsonl" if len(lines) > 1 and _is_json(lines[0]) else "json"
    if any(_is_object(line) for line in lines[1:]) or not text.lstrip().startswith("{"):
        return "jsonl" if any(_is_object(line) for line in lines) else None
    if len(lines) == 1:
        return "json" if _holds_records(_INNER.match(text)) else "jsonl"
    if _is_json(lines[0]) or len(lines[0]) > _LONGEST_BEGINNING:
        return "jsonl"
    return "json" if _OPEN.fullmatch(lines[0]) or _holds_records(_CONTAINER.match(text)) else "jsonl"


def _holds_records(found: re.Match[str] | None) -> bool:
    return found is not None and found[1].lower() in field_words("records")


def _is_object(line: str) -> bool:
    return line.lstrip().startswith("{") and _is_json(line)


def _is_json(line: str | bytes) -> bool:
    try:
        orjson.loads(line)
    except ValueError:
        return False
    return True
