"""JSON Lines → records → Article. A bad line is named by its number and reason, the rest goes on."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import orjson
import yaml

from bayan.data import data_path
from bayan.errors import Rejected
from bayan.ingest.addresses import outlet_of, safe_address
from bayan.ingest.days import Published, day_of_address, read_published
from bayan.ingest.encodings import is_utf8
from bayan.ingest.hygiene import clean_body, clean_line, has_words
from bayan.ingest.language import find_language
from bayan.ingest.limits import Limits, Notes, in_megabytes
from bayan.ingest.streams import split_lines
from bayan.records import Article

Record = Mapping[str, Any]

_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
_PLAIN = re.compile(r"[\W_]+")


def read_lines(
    chunks: Iterable[bytes], name: str, outlet: str, limits: Limits, notes: Notes
) -> Iterator[Article | Rejected]:
    """Every record of a UTF-8 stream, in order; blank lines are nothing."""
    for number, line in enumerate(split_lines(chunks, limits.record), start=1):
        where = f"{name}:{number}"
        if line is not None and not line.strip():
            continue
        try:
            if line is None:
                raise Rejected("too-large", f"the line is over the limit of {in_megabytes(limits.record)}.", where)
            yield article_of(parse_line(line, where, notes), outlet, where, notes)
        except Rejected as rejected:
            yield rejected


def parse_line(line: bytes, where: str, notes: Notes) -> Record:
    """The object of a line. Raises Rejected: ``encoding``, ``not-json``, ``not-object``."""
    line = line.removeprefix(BOM_UTF8)
    try:
        record = orjson.loads(line)
    except ValueError as error:
        record = _parse_again(line, where, notes, str(error))
    if not isinstance(record, dict):
        raise Rejected("not-object", f"the line is JSON but no object (it is {_kind(record)}).", where)
    return record


def _parse_again(line: bytes, where: str, notes: Notes, reason: str) -> Any:
    """A line with bad bytes or half characters; both are repaired to U+FFFD and counted."""
    text = line.decode("utf-8", "replace")
    repairable = "\ufffd" in text or _HALF.search(line)
    if not is_utf8(line):
        raise Rejected("encoding", "the line is not UTF-8 as the rest of the file is.", where)
    if repairable:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            pass
        else:
            notes.repairs["a byte that is no text was replaced by U+FFFD"] += 1
            return found
    raise Rejected("not-json", f"the line is not valid JSON ({reason}).", where)


def article_of(record: Record, outlet: str, where: str, notes: Notes) -> Article:
    """The article of a record; ``outlet`` is used where neither the record nor its address names one.

    Raises Rejected: ``wrong-type`` for a title or body that is no text, ``no-text`` for a record with neither.
    """
    fields = _find_fields(record, notes)
    title = clean_line(_required(fields, "title", where))
    body = clean_body(_required(fields, "body", where))
    if not has_words(title) and not has_words(body):
        raise Rejected("no-text", "the record has neither title nor body.", where)
    url = _address(fields.get("url"), notes)
    named = clean_line(_optional(fields, "outlet", notes))
    published = read_published(fields.get("published"), notes)
    if published.day is None and url:
        day = day_of_address(url)
        published = Published(day, None, "url") if day else published
    return Article(
        outlet=named or (outlet_of(url) if url else outlet),
        title=title,
        body=body,
        published=published.day,
        published_at=published.moment,
        published_basis=published.basis,
        url=url,
        author=clean_line(_optional(fields, "author", notes)) or None,
        language=find_language(f"{title}\n{body}"),
        source=where,
    )


def exact_article(record: Record, where: str) -> Article:
    """The article of a record with title and body letter for letter, so that ranges count in the given strings.

    Raises Rejected as article_of does.
    """
    notes = Notes()
    fields = _find_fields(record, notes)
    title, body = _required(fields, "title", where), _required(fields, "body", where)
    if not title.strip() and not body.strip():
        raise Rejected("no-text", "the record has neither title nor body.", where)
    day = read_published(fields.get("published"), notes).day
    return Article(
        outlet=_optional(fields, "outlet", notes),
        title=title,
        body=body,
        published=day,
        language=find_language(f"{title}\n{body}"),
        source=where,
    )


@cache
def _names() -> dict[str, tuple[str, int]]:
    """Each name under which a field may stand → our field, and its rank among the field's names."""
    rows: dict[str, list[str]] = yaml.safe_load(data_path("fields.yaml").read_text(encoding="utf-8"))
    return {_plain(name): (field, rank) for field, names in rows.items() for rank, name in enumerate(names)}


@cache
def _plain(name: str) -> str:
    return _PLAIN.sub("", name).lower()


def _find_fields(record: Record, notes: Notes) -> dict[str, Any]:
    """Our fields in a record: of several names for one field the best one that holds something."""
    found: dict[str, tuple[int, Any]] = {}
    for name, value in record.items():
        field, rank = _names().get(_plain(name) if len(name) < 40 else "", ("", 0))
        if not field:
            notes.fields[name[:40]] += 1
        elif value not in (None, "") and (field not in found or rank < found[field][0]):
            found[field] = (rank, value)
    return {field: value for field, (_, value) in found.items()}


def _required(fields: Record, field: str, where: str) -> str:
    value = fields.get(field, "")
    if not isinstance(value, str):
        raise Rejected("wrong-type", f"the field {field} is {_kind(value)}, not text.", where)
    return value


def _optional(fields: Record, field: str, notes: Notes) -> str:
    value = fields.get(field, "")
    if isinstance(value, str):
        return value
    notes.repairs[f"a field {field} that is no text was left out"] += 1
    return ""


def _address(value: Any, notes: Notes) -> str | None:
    if not value:
        return None
    address = safe_address(value) if isinstance(value, str) else None
    if address is None:
        notes.repairs["an address that is not http or https was left out"] += 1
    return address


def _kind(value: object) -> str:
    """The JSON name of a value's type."""
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "an array",
        dict: "an object",
    }
    return names.get(type(value), "null")
