"""What a web page says about itself: title, day, author, site and address, from meta elements and JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bayan.ingest.furniture import line_key
from bayan.ingest.hygiene import clean_line
from bayan.ingest.markup import page_words

_LONGEST_AUTHOR = 60
_MOST_NODES = 2_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page says, each list with the best value first."""

    titles: list[str]
    published: list[str]
    authors: list[str]
    sites: list[str]
    addresses: list[str]
    body: str


def read_metadata(tree: LexborHTMLParser) -> Metadata:
    """The metadata of a page; to be read before its blocks, which take the tree apart."""
    meta = _meta(tree)
    found = [item for script in tree.css('script[type="application/ld+json"]') for item in _articles(script.text())]
    canonical = [node.attributes.get("href") or "" for node in tree.css('link[rel="canonical"]')]
    return Metadata(
        titles=_texts(item.get("headline") for item in found) + _named(meta, "title"),
        published=_texts(item.get("datePublished") for item in found) + _named(meta, "published"),
        authors=_texts(name for item in found for name in _names(item.get("author"))) + _named(meta, "author"),
        sites=_named(meta, "site") + _texts(name for item in found for name in _names(item.get("publisher"))),
        addresses=[*canonical, *_named(meta, "address"), *_texts(item.get("url") for item in found)],
        body=max(_texts(item.get("articleBody") for item in found), key=len, default=""),
    )


def find_author(names: list[str], site: str) -> str | None:
    """The first author field that is a person's name: no address, no account, no site."""
    nobody = {line_key(name) for name in [*page_words()["no_author"], site]}
    for name in map(clean_line, names):
        plain = len(name) <= _LONGEST_AUTHOR and not any(sign in name for sign in "@/_<{") and not _digits(name)
        if plain and line_key(name) not in nobody and line_key(name):
            return name
    return None


def _digits(name: str) -> bool:
    return any(letter.isdigit() for letter in name)


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    """The first value of each meta element, and of elements that carry a date for machines."""
    values: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        value = clean_line(attributes.get("content") or "")
        if value:
            values.setdefault(name.strip().lower(), value)
    for node in tree.css("[itemprop=datePublished], time[pubdate]"):
        value = node.attributes.get("datetime") or node.attributes.get("content") or node.text()
        if value:
            values.setdefault("datepublished", clean_line(value))
    return values


def _named(meta: dict[str, str], kind: str) -> list[str]:
    return [meta[name] for name in page_words()[kind] if name in meta]


def _articles(script: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script that are articles. What is no JSON is nothing."""
    try:
        waiting: list[Any] = [json.loads(script.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    types = frozenset(page_words()["types"])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            named = node.get("@type")
            if any(str(name).lower() in types for name in (named if isinstance(named, list) else [named])):
                yield node
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _names(value: Any) -> Iterator[Any]:
    """The names of a person, an organisation or a list of them."""
    for one in value if isinstance(value, list) else [value]:
        yield one.get("name") if isinstance(one, dict) else one


def _texts(values: Iterator[Any]) -> list[str]:
    return [value for value in values if isinstance(value, str) and value.strip()]
