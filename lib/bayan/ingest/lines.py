"""JSON Lines → records → Article. A bad line is named by its number and reason, the rest goes on."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from bayan.errors import Rejected
from bayan.ingest.encodings import is_utf8
from bayan.ingest.fields import MOST_KEPT, Record, article_of, json_kind, mendable
from bayan.ingest.limits import Notes, Repair
from bayan.ingest.sources import Source, Terms
from bayan.ingest.streams import split_lines
from bayan.records import Article

_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


def read_lines(chunks: Iterable[bytes], source: Source, terms: Terms) -> Iterator[Article | Rejected]:
    """Every record of a UTF-8 stream, in order; blank lines are nothing."""
    limit = terms.limits.record
    for number, line in enumerate(split_lines(chunks, limit), start=1):
        where = f"{source.name}:{number}"
        if line is not None and not line.strip():
            continue
        try:
            if line is None:
                raise Rejected("large_line", where, limit=limit)
            yield article_of(parse_line(line, where, terms.notes), where, source, terms)
        except Rejected as rejected:
            rejected.record = keep_record(line, source)
            yield rejected


def keep_record(data: bytes | None, source: Source) -> dict[str, Any] | None:
    """A record that was not taken, to be mended: what is no object as it stands, nothing of what is very large."""
    if data is None or len(data) > MOST_KEPT:
        return None
    text = data.decode("utf-8", "replace")
    try:
        record = orjson.loads(text)
    except ValueError:
        record = None
    return mendable(record if isinstance(record, dict) else {"line": text}, source)


def parse_line(line: bytes, where: str, notes: Notes) -> Record:
    """The object of a line. Raises Rejected: ``encoding``, ``not-json``, ``not-object``."""
    line = line.removeprefix(BOM_UTF8)
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        record = _parse_again(line, where, notes, error.pos)
    if not isinstance(record, dict):
        raise Rejected("not_object", where, what=json_kind(record))
    return record


def _parse_again(line: bytes, where: str, notes: Notes, good: int) -> Any:
    """A line with bad bytes or half characters; both are repaired to U+FFFD and counted. ``good`` counts characters."""
    text = line.decode("utf-8", "replace")
    repairable = "\ufffd" in text or _HALF.search(line)
    if not is_utf8(line):
        raise Rejected("other_encoding", where)
    if repairable:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            pass
        else:
            notes.repairs[Repair("byte")] += 1
            return found
    raise Rejected("broken_json", where, at=good + 1)
