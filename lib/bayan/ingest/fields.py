"""Records → Article: a record is a row, an object or an entry whose fields have names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import cache, lru_cache
from typing import Any

import yaml

from bayan.data import data_path
from bayan.errors import Rejected
from bayan.ingest.addresses import outlet_of, safe_address
from bayan.ingest.days import BASES, UNREAD, Published, day_of_address, day_of_dateline, read_published
from bayan.ingest.hygiene import clean_body, clean_line, has_words
from bayan.ingest.language import find_language
from bayan.ingest.limits import Notes, Repair
from bayan.ingest.mojibake import mended_text
from bayan.ingest.sources import Source, Terms
from bayan.records import Article
from bayan.text import fold_text

Record = Mapping[str, Any]

MOST_KEPT = 100_000
"""Bytes of a record that was not taken and is kept to be mended."""
_PLAIN = re.compile(r"[\W_]+")
_LONGEST_NAME = 40
_BETWEEN_ZONES = timedelta(days=1)


def article_of(record: Record, where: str, source: Source, terms: Terms) -> Article:
    """The article of a record; the source's outlet counts where neither the record nor its address names one.

    Raises Rejected: ``wrong-type`` for a title or body that is no text, ``no-text`` for a record with neither.
    """
    notes = terms.notes
    fields = _find_fields(record, notes, terms.columns)
    title = clean_line(mended_text(_required(fields, "title", where), notes))
    body = clean_body(mended_text(_required(fields, "body", where), notes))
    if not has_words(title) and not has_words(body):
        raise Rejected("no_title_no_body", where)
    url = _address(fields.get("url"), notes)
    named = clean_line(_optional(fields, "outlet", notes))
    published = _published(fields, notes)
    if published.day is None and (fields.get("published") or fields.get("published_at")):
        notes.places.setdefault(UNREAD, where)
    if published.day is None and url:
        day = day_of_address(url)
        published = Published(day, None, "url") if day else published
    if published.day is None and (day := day_of_dateline(body)):
        published = Published(day, None, "dateline")
    return Article(
        outlet=named or (outlet_of(url) if url else source.outlet),
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


def _published(fields: Record, notes: Notes) -> Published:
    """The day of a record; beside it a moment, and what the day rests on, where an extract of ours is read again."""
    published = read_published(fields.get("published") or fields.get("published_at"), notes)
    moment = read_published(fields.get("published_at"), Notes()).moment
    if moment and published.day and abs(moment.date() - published.day) <= _BETWEEN_ZONES:
        published = published._replace(moment=moment)
    basis = fields.get("published_basis")
    return published._replace(basis=basis) if published.day and basis in BASES else published


def mendable(record: Record, source: Source) -> dict[str, Any]:
    """A record that was not taken, as an object that is read alike elsewhere: it names its outlet."""
    given = {field_of(name) for name, value in record.items() if value}
    return {**record} if given & {"outlet", "url"} else {"outlet": source.outlet, **record}


def exact_article(record: Record, where: str) -> Article:
    """The article of a record with title and body letter for letter, so that ranges count in the given strings.

    Raises Rejected as article_of does.
    """
    notes = Notes()
    fields = _find_fields(record, notes, {})
    title, body = _required(fields, "title", where), _required(fields, "body", where)
    if not title.strip() and not body.strip():
        raise Rejected("no_title_no_body", where)
    day = _published(fields, notes).day
    return Article(
        outlet=_optional(fields, "outlet", notes),
        title=title,
        body=body,
        published=day,
        language=find_language(f"{title}\n{body}"),
        source=where,
    )


def field_of(name: str, columns: Mapping[str, str] | None = None) -> str | None:
    """Which of our fields stands under a name; None for a name that is not known."""
    key = plain_name(name)
    return (columns or {}).get(key) or _names().get(key, (None, 0))[0]


@cache
def field_words(kind: str) -> frozenset[str]:
    """One list of data/fields.yaml."""
    return frozenset(_lists()[kind])


@lru_cache(4_096)
def plain_name(name: str) -> str:
    """A name without case, marks, spaces and spelling variants; nothing for what is too long for a name."""
    return fold_text(_PLAIN.sub("", name)).lower() if len(name) < _LONGEST_NAME else ""


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = yaml.safe_load(data_path("fields.yaml").read_text(encoding="utf-8"))
    return lists


@cache
def _names() -> dict[str, tuple[str, int]]:
    """Each name under which a field may stand → our field, and its rank among the field's names."""
    rows = [(field, names) for field, names in _lists().items() if field != "records"]
    return {plain_name(name): (field, rank) for field, names in rows for rank, name in enumerate(names)}


def _find_fields(record: Record, notes: Notes, columns: Mapping[str, str]) -> dict[str, Any]:
    """Our fields in a record: of several names for one field the best one that holds something.

    A name of ``columns`` is better than all others.
    """
    found: dict[str, tuple[int, Any]] = {}
    for name, value in record.items():
        key = plain_name(name)
        field, rank = (columns[key], -1) if key in columns else _names().get(key, ("", 0))
        if not field:
            notes.fields[name[:_LONGEST_NAME]] += 1
        elif value not in (None, "") and (field not in found or rank < found[field][0]):
            found[field] = (rank, value)
    return {field: value for field, (_, value) in found.items()}


def _required(fields: Record, field: str, where: str) -> str:
    value = fields.get(field, "")
    if not isinstance(value, str):
        raise Rejected("not_text", where, field=field, what=json_kind(value))
    return value


def _optional(fields: Record, field: str, notes: Notes) -> str:
    value = fields.get(field, "")
    if isinstance(value, str):
        return value
    notes.repairs[Repair("field", field)] += 1
    return ""


def _address(value: Any, notes: Notes) -> str | None:
    if not value:
        return None
    address = safe_address(value) if isinstance(value, str) else None
    if address is None:
        notes.repairs[Repair("address")] += 1
    return address


def json_kind(value: object) -> str:
    """The JSON name of a value's type."""
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")
