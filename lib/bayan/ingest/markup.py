"""HTML → the blocks of text that a reader sees, each with its place in the tree; scripts and menus are left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bayan.data import data_path
from bayan.errors import Rejected
from bayan.ingest.limits import Limits

_UNSEEN = (
    "script, style, noscript, template, nav, footer, aside, iframe, figure, figcaption, button, svg, select, textarea, "
    "canvas, video, audio, object, dialog, [hidden], amp-ad, amp-sidebar, amp-social-share, [itemprop=publisher], "
    "[itemprop=image], [itemprop=logo]"
)
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "center", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_FORMATTING = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
})  # fmt: skip
_NEVER_OPEN = frozenset({
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "param", "source", "td", "th", "tr", "track", "wbr",
})  # fmt: skip
_MOST_FORMATTING = 400  # elements that a parser opens again in each paragraph: 2,000 in 35 kB became 2 million nodes
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_MOST = 0.4
_MOST_EFFORT = 20  # times that the text of a page may be measured for elements in one another
_LONG_LINK = 60
_LONGEST_LINK = 400
_OPENED_AGAIN = 3
_WHOLE = frozenset({"html", "body", "main", "article"})


class Block(NamedTuple):
    """A run of text that stands by itself; ``links`` of its characters are links, ``element`` is its place."""

    text: str
    links: int
    tag: str
    element: int


@dataclass(slots=True)
class Page:
    """The blocks of a page in order, and its elements: the parent of each (a lower number), which are labelled body.

    ``times`` are the values of time elements, each with the number of blocks before it.
    """

    blocks: list[Block] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    labelled: list[int] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)

    def holds(self, place: int, element: int) -> bool:
        """Whether an element is the one at a place or lies in it."""
        while element > place:
            element = self.parents[element]
        return element == place


def parse_html(text: str, limits: Limits, where: str) -> LexborHTMLParser:
    """The tree of a page. Raises Rejected (``too-large``) for more elements, or more in one another, than allowed."""
    tags = nested = formatting = 0
    for tags, found in enumerate(_TAG.finditer(text), start=1):
        close, name = found.groups()
        tag = name.lower()
        step = -1 if close else 1
        if tag not in _NEVER_OPEN:
            nested = max(0, nested + step)
        if tag in _FORMATTING:
            formatting = max(0, formatting + step)
        if nested > limits.depth or formatting > _MOST_FORMATTING:
            most = limits.depth if nested > limits.depth else _MOST_FORMATTING
            raise Rejected("deep_page", where, most=most)
        if tags > limits.tags:
            raise Rejected("many_tags", where, most=limits.tags)
    return LexborHTMLParser(text)


def read_blocks(tree: LexborHTMLParser, *, by_class: bool = True) -> Page:
    """The blocks of a page; ``by_class`` also leaves out elements whose class or id says that they are no article."""
    for node in tree.css(_UNSEEN):
        node.decompose()
    page = Page()
    if tree.body is not None:
        _Walk(page, len(tree.body.text()) if by_class else None, _never_closed(tree)).run(tree.body)
    return page


def inner_text(html: str, limits: Limits, where: str) -> str:
    """The text of a fragment, one line a block. Raises Rejected as parse_html does."""
    return "\n".join(block.text for block in read_blocks(parse_html(html, limits, where)).blocks)


def _never_closed(tree: LexborHTMLParser) -> frozenset[str]:
    """The targets of links that were not closed: such a link goes round paragraphs, or is opened again in each."""
    long: Counter[str] = Counter()
    for node in tree.css("a"):
        size = len(node.text())
        if size > _LONG_LINK:
            long[node.attributes.get("href") or ""] += _OPENED_AGAIN if size > _LONGEST_LINK else 1
    return frozenset(target for target, count in long.items() if count >= _OPENED_AGAIN)


class _Walk:
    """One pass over a tree in the order of the text, without recursion."""

    def __init__(self, page: Page, whole: int | None, never_closed: frozenset[str]) -> None:
        self.page = page
        self.whole = whole
        self.never_closed = never_closed
        self.pieces: list[str] = []
        self.links = self.effort = 0
        self.owner = (0, "body")

    def run(self, body: LexborNode) -> None:
        stack: list[tuple[LexborNode | None, int, str, bool]] = [(body, -1, "", False)]
        while stack:
            node, element, block, linked = stack.pop()
            if node is None:
                self.flush()
                continue
            tag = node.tag or ""
            if tag == "-text":
                self.add(node.text_content or "", (element, block), linked)
            elif tag in ("br", "hr"):
                self.flush()
            elif not tag.startswith("-") and not self.left_out(node, tag):
                if tag not in _INLINE:
                    element, block = self.open(node, element, tag), tag
                    stack.append((None, 0, "", False))
                linked = linked or (tag == "a" and (node.attributes.get("href") or "") not in self.never_closed)
                children = list(node.iter(include_text=True))
                stack += [(child, element, block, linked) for child in reversed(children)]
        self.flush()

    def open(self, node: LexborNode, parent: int, tag: str) -> int:
        self.flush()
        self.page.parents.append(parent)
        element = len(self.page.parents) - 1
        if tag not in ("body", "html") and (node.attributes.get("itemprop") == "articleBody" or _is_body(_label(node))):
            self.page.labelled.append(element)
        return element

    def add(self, text: str, owner: tuple[int, str], linked: bool) -> None:
        self.pieces.append(text)
        self.owner = owner
        if linked:
            self.links += len(text.strip())

    def flush(self) -> None:
        text = " ".join("".join(self.pieces).split())
        if text:
            element, tag = self.owner
            self.page.blocks.append(Block(text, min(self.links, len(text)), tag, element))
        self.pieces.clear()
        self.links = 0

    def left_out(self, node: LexborNode, tag: str) -> bool:
        if tag == "time":
            value = node.attributes.get("datetime") or node.text()
            self.page.times.append((len(self.page.blocks), value))
        if self.whole is None or tag in _WHOLE:
            return False
        if _HIDDEN.search(node.attributes.get("style") or ""):
            return True
        label = _label(node)
        if not label or self.effort > self.whole * _MOST_EFFORT:
            return False
        never = _words().never.search(label) is not None
        if not never and not _words().rarely.search(label):
            return False
        size = len(node.text())
        self.effort += size
        return (never or size < self.whole * _MOST) and node.css_first("h1") is None


class _Words(NamedTuple):
    body: re.Pattern[str]
    never: re.Pattern[str]
    rarely: re.Pattern[str]


@cache
def page_words() -> dict[str, list[str]]:
    """The lists of data/pages.yaml."""
    lists: dict[str, list[str]] = yaml.safe_load(data_path("pages.yaml").read_text(encoding="utf-8"))
    return lists


@cache
def _words() -> _Words:
    lists = page_words()
    return _Words(*(_any_of(lists[kind]) for kind in ("body", "never", "rarely")))


def _any_of(entries: list[str]) -> re.Pattern[str]:
    words = sorted((" ".join(_split(entry)) for entry in entries), key=len, reverse=True)
    return re.compile(rf"(?<![a-z])(?:{'|'.join(words)})(?![a-z])")


def _is_body(label: str) -> bool:
    return bool(label) and _words().body.search(label) is not None


def _label(node: LexborNode) -> str:
    """The words of an element's class and id."""
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return _label_of(names) if len(names) > 1 else ""


@lru_cache(4096)
def _label_of(names: str) -> str:
    return " ".join(_split(names))


def _split(names: str) -> Iterator[str]:
    return (word.lower() for word in _WORD.findall(names))
