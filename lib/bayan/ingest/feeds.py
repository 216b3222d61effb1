"""RSS and Atom files → Article, one an entry: the full text where the feed carries it, else the summary, marked so."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from xml.sax import SAXParseException

import feedparser

from bayan.errors import Rejected
from bayan.ingest.fields import article_of
from bayan.ingest.limits import Limits, Repair
from bayan.ingest.markup import inner_text
from bayan.ingest.sources import Source, Terms
from bayan.records import SUMMARY, Article

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY", re.I)
_MARKUP = re.compile(r"<[a-zA-Z/!][^<>]*>|&#?\w{1,20};")


def read_feed(text: str, source: Source, terms: Terms) -> Iterator[Article | Rejected]:
    """Every entry of a feed, in order. Nothing is fetched, and no entity is expanded.

    Raises Rejected: ``entities`` for a feed that declares its own, ``truncated`` after the entries of one that is cut.
    """
    if _ENTITY.search(text):
        raise Rejected("own_entities", source.name)
    feed = _parse(text)
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _article(entry, f"{source.name}:{number}", source, terms)
        except Rejected as rejected:
            yield rejected
    if not feed.entries:
        terms.notes.repairs[Repair("no_entries")] += 1
    if feed.bozo and isinstance(feed.bozo_exception, SAXParseException):
        _tell_broken(text, source, terms)


def _parse(text: str) -> Any:
    """The feed of a text. A text handed over as such would be opened as an address or a path: bytes never are."""
    data = _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    return feedparser.parse(
        io.BytesIO(data),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )


def _tell_broken(text: str, source: Source, terms: Terms) -> None:
    """Raises Rejected where a feed has no end; one that is no well-formed XML was read as far as it goes."""
    if re.search(r"</(?:rss|feed|(?:\w+:)?RDF|\w+:feed)\s*>\s*(?:<!--.*)?\Z", text[-1_000:], re.I | re.S) is None:
        raise Rejected("cut_feed", source.name)
    terms.notes.repairs[Repair("broken_feed")] += 1


def _article(entry: Any, where: str, source: Source, terms: Terms) -> Article:
    contents = [part.get("value", "") for part in entry.get("content", [])]
    summary = entry.get("summary", "")
    full = max(contents, key=len, default="")
    body = full if len(full) >= len(summary) else summary
    if body and body == summary and not full:
        terms.notes.repairs[Repair("summary")] += 1
        where = f"{where} {SUMMARY}"
    record = {
        "title": _title(entry, terms.limits, where),
        "body": _text(body, terms.limits, where),
        "url": entry.get("link") or None,
        "author": entry.get("author", ""),
        "published": _day(entry),
    }
    return article_of(record, where, source, terms)


def _day(entry: Any) -> str | None:
    """The day of publication, or of the last change where only that is given."""
    values = (dict.get(entry, name) for name in ("published", "updated"))  # its own get gives one for the other
    return next(filter(None, values), None)


def _title(entry: Any, limits: Limits, where: str) -> str:
    """A title; what looks like markup in it stays, unless the feed says that it is markup."""
    title = str(entry.get("title", ""))
    detail = entry.get("title_detail", {})
    if "html" in str(detail.get("type", "")) and "<" in title:
        return inner_text(title, limits, where).replace("\n", " ")
    return unescape(title)


def _text(html: str, limits: Limits, where: str) -> str:
    return inner_text(html, limits, where) if _MARKUP.search(html) else html
