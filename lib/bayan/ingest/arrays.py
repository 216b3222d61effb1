"""JSON documents → records → Article: an array of objects, read one by one, or an object that holds such an array."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from bayan.errors import Rejected
from bayan.ingest.fields import article_of, field_of, field_words
from bayan.ingest.lines import keep_record, parse_line
from bayan.ingest.sources import Source, Terms
from bayan.ingest.streams import read_whole
from bayan.records import Article

_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*"|["\[\]{},]', re.S)
_OPEN, _CLOSE = (b"[", b"{"), (b"]", b"}")
_TEXTS = frozenset({"title", "body"})
_DEEPEST = 6


def read_array(chunks: Iterable[bytes], source: Source, terms: Terms) -> Iterator[Article | Rejected]:
    """Every object of a UTF-8 array, in order, in constant memory; a bad one is named by its number."""
    limit = terms.limits.record
    number = 0
    for number, element in enumerate(split_array(chunks, limit, source.name), start=1):
        where = f"{source.name}:{number}"
        try:
            yield article_of(parse_line(element, where, terms.notes), where, source, terms)
        except Rejected as rejected:
            rejected.record = keep_record(element, source)
            yield rejected
    if not number:
        raise Rejected("empty_array", source.name)


def read_object(chunks: Iterable[bytes], source: Source, terms: Terms) -> Iterator[Article | Rejected]:
    """The article that a JSON object is, or every record of the list that it holds.

    Raises Rejected: ``not-json``, ``too-large``, ``no-text`` where there is no list of records in it.
    """
    data = read_whole(chunks, terms.limits.page, source.name)
    document = parse_line(data, source.name, terms.notes)
    if any(field_of(name, terms.columns) in _TEXTS and isinstance(value, str) for name, value in document.items()):
        yield article_of(document, source.name, source, terms)
        return
    records = _find_records(document)
    if not records:
        raise Rejected("no_records", source.name)
    yield from read_array([orjson.dumps(records)], source, terms)


def split_array(chunks: Iterable[bytes], limit: int, where: str) -> Iterator[bytes]:
    """The elements of a JSON array as they stand.

    Raises Rejected: ``truncated`` for an array that is cut, ``too-large`` at an element over the limit, ``not-json``
    where something follows the array.
    """
    array = _Array()
    for chunk in chunks:
        yield from array.feed(chunk)
        if len(array.rest) - array.start > limit:
            raise Rejected("large_record", where, limit=limit)
        if array.ended and array.rest[array.place :].strip():
            raise Rejected("after_array", where)
    if not array.ended:
        raise Rejected("cut_array", where)


class _Array:
    """The state of reading an array: the bytes of the element under way, and how far they have been looked at."""

    def __init__(self) -> None:
        self.rest = b""
        self.start = self.place = self.depth = 0
        self.ended = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The elements that end in a chunk."""
        self.rest = self.rest[self.start :] + chunk
        self.place -= self.start
        self.start = 0
        if self.ended:
            return
        for token in _TOKEN.finditer(self.rest, self.place):
            mark = token.group()
            if mark == b'"':  # a string that goes on in the next chunk
                self.place = token.start()
                return
            self.place = token.end()
            if mark in _OPEN:
                self.depth += 1
                if self.depth == 1:
                    self.start = self.place
            elif mark in _CLOSE or mark == b",":
                self.depth -= mark != b","
                if self.depth == (1 if mark == b"," else 0):
                    element = self.rest[self.start : token.start()]
                    self.start = self.place
                    if mark == b"," or element.strip():
                        yield element
                if self.depth == 0:
                    self.ended = True
                    return
        self.place = len(self.rest)


def _find_records(document: Any) -> list[Any]:
    """The longest list of objects among the values of an object, those with a telling name first."""
    waiting: list[tuple[Any, int]] = [(document, 0)]
    lists: list[tuple[bool, list[Any]]] = []
    for node, depth in waiting:
        for name, value in node.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                lists.append((name.lower() in field_words("records"), value))
            elif isinstance(value, dict) and depth < _DEEPEST:
                waiting.append((value, depth + 1))
    return max(lists, key=lambda found: (found[0], len(found[1])), default=(False, []))[1]
