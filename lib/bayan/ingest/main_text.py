"""The blocks of a page → those that are the article: the paragraphs of the place where most running text stands."""

from __future__ import annotations

from bayan.ingest.furniture import line_key
from bayan.ingest.markup import Block, Page

_RUNNING = 60  # characters outside links from which a block counts as running text
_MOST_LINKS = 0.3
_LINK_LINE = 0.5
_LEAST_LABELLED = 0.25
_SHARE = 0.6  # of the running text of a place that a place inside it must hold to be looked into
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LEVELS = 3  # from a list item or the paragraph of a quotation to the paragraphs beside the list
_LEAVES = _HEADINGS | {"p", "li", "blockquote", "pre"}


def find_main(page: Page) -> range:
    """The places among the blocks from the first to the last one of the article; empty where there is none."""
    weights = _weights(page)
    whole = weights[0] if weights else 0
    place = _labelled(page, weights, whole)
    if place is None:
        place = 0
    if not whole:
        inside = [number for number, block in enumerate(page.blocks) if place and _lies_in(page, block.element, place)]
        return range(inside[0], inside[-1] + 1) if inside else range(0)
    place = _descend(page, weights, place)
    good = [n for n, block in enumerate(page.blocks) if running(block) and _lies_in(page, block.element, place)]
    first = _first(page, good[0], place)
    return range(first, _last(page, good[-1], page.parents[place]) + 1)


def main_blocks(page: Page, main: range) -> list[Block]:
    """The blocks of the article: its running text, and short lines that stand beside running text."""
    homes: set[int] = set()
    for place in main:
        block = page.blocks[place]
        if running(block):
            homes |= {block.element, page.parents[block.element]}
    kept = [page.blocks[place] for place in main if _belongs(page, page.blocks[place], homes)]
    while kept and kept[-1].tag in _HEADINGS:
        kept.pop()
    return kept


def running(block: Block) -> int:
    """How many characters of running text a block holds; nothing where it is short or mostly links."""
    size = len(block.text)
    if size - block.links < _RUNNING or block.links > size * _MOST_LINKS or block.tag in _HEADINGS:
        return 0
    return size - block.links


def _weights(page: Page) -> list[int]:
    """The running text of each element and all that lies in it."""
    weights = [0] * len(page.parents)
    for block in page.blocks:
        weights[block.element] += running(block)
    for element in range(len(weights) - 1, 0, -1):
        weights[page.parents[element]] += weights[element]
    return weights


def _labelled(page: Page, weights: list[int], whole: int) -> int | None:
    """The element with most running text among those that are labelled as the article's text."""
    best = max(page.labelled, key=lambda element: weights[element], default=None)
    return best if best is not None and weights[best] >= whole * _LEAST_LABELLED else None


def _descend(page: Page, weights: list[int], place: int) -> int:
    """The innermost element that holds most of the running text, but never a paragraph alone."""
    children: dict[int, list[int]] = {}
    for element, parent in enumerate(page.parents):
        children.setdefault(parent, []).append(element)
    counts = _counts(page)
    while True:
        inner = max(children.get(place, []), key=lambda element: weights[element], default=None)
        if inner is None or counts[inner] < 2 or weights[inner] < weights[place] * _SHARE:
            return place
        place = inner


def _counts(page: Page) -> list[int]:
    """How many blocks lie in each element."""
    counts = [0] * len(page.parents)
    for block in page.blocks:
        counts[block.element] += 1
    for element in range(len(counts) - 1, 0, -1):
        counts[page.parents[element]] += counts[element]
    return counts


def _lies_in(page: Page, element: int, place: int) -> bool:
    while element > place:
        element = page.parents[element]
    return element == place


def _first(page: Page, first: int, place: int) -> int:
    """Where the article begins: at a lead between the heading and the place of its text, if there is one."""
    heading = max((n for n in range(first) if page.blocks[n].tag == "h1"), default=None)
    if heading is not None:
        lead = next((n for n in range(heading + 1, first) if running(page.blocks[n])), first)
        first = min(first, lead)
    home = page.blocks[first].element
    while first > 0 and (heading is None or first - 1 > heading) and page.blocks[first - 1].element == home:
        first -= 1
    return first


def _last(page: Page, last: int, around: int) -> int:
    """Where the article ends: short lines that follow in the same place belong to it.

    So do bare paragraphs ``around`` that place: a tag closed too often has put them out of it.
    """
    own = page.blocks[last].element
    home = page.parents[own]
    while last + 1 < len(page.blocks):
        block = page.blocks[last + 1]
        parent = page.parents[block.element]
        inside = block.element == own or (parent == home and block.tag in _LEAVES)
        if not inside and not (parent == around and block.tag == "p"):
            break
        last += 1
    return last


def _belongs(page: Page, block: Block, homes: set[int]) -> bool:
    if not line_key(block.text) or block.links > len(block.text) * _LINK_LINE:
        return False
    if running(block) or not homes:
        return True
    element = block.element
    for _ in range(_LEVELS if block.tag in _LEAVES else 2):
        if element in homes:
            return True
        element = page.parents[element]
    return False
