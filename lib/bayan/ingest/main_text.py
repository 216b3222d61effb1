"""The blocks of a page → those that are the article: the paragraphs of the place where most running text stands."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from bayan.ingest.furniture import line_key, load_furniture
from bayan.ingest.markup import Block, Page

_PARAGRAPH = 60  # characters outside links from which a block counts as running text
_SENTENCE = 25  # and from which one that ends as a sentence does, on a page without any paragraph
_ENDS = (".", "!", "؟", "…", ":", "»", '"', "”")
_MOST_LINKS = 0.3
_LINK_LINE = 0.5
_LEAST_LABELLED = 0.25
_MOST = 0.8
_LEAD = 90  # characters from which a heading below the first is a lead
_MOST_OF_BOX = 0.6  # of the text of an article that a box of other articles may hold
_SHARE = 0.6  # of the running text of a place that a place inside it must hold to be looked into
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LEVELS = 3  # from a list item or the paragraph of a quotation to the paragraphs beside the list
_LEAVES = _HEADINGS | {"p", "li", "blockquote", "pre"}


class MainText(NamedTuple):
    """The blocks of an article, and the places among all blocks from the first to behind the last one."""

    blocks: list[Block]
    start: int
    stop: int


def find_main(page: Page) -> MainText | None:
    """The blocks of the article, in order, and where they begin; None where there is no running text."""
    for size in (_sizes(page.blocks, _PARAGRAPH), _sizes(page.blocks, _SENTENCE)):
        if any(size):
            return _find(page, size)
    return None


def _find(page: Page, size: list[int]) -> MainText:
    weights = _weights(page, size)
    place = _descend(page, weights, _labelled(page, weights))
    good = [n for n, block in enumerate(page.blocks) if size[n] and page.holds(place, block.element)]
    first = _first(page, size, good[0])
    good = good[: bisect_left(good, _next_title(page, first))]
    last = _last(page, good[-1], page.parents[place])
    homes: set[int] = set()
    for n in range(first, last + 1):
        if size[n]:
            element = page.blocks[n].element
            homes |= {element, page.parents[element]}
    kept = [page.blocks[n] for n in range(first, last + 1) if size[n] or _belongs(page, page.blocks[n], homes)]
    kept = _without_boxes(page, kept, place)
    while kept[-1].tag in _HEADINGS and len(kept) > 1:
        kept.pop()
    return MainText(kept, first, last + 1)


def _next_title(page: Page, first: int) -> int:
    """Where another article begins, below one that has a title itself: some sites append the next one."""
    titles = [n for n, block in enumerate(page.blocks) if block.tag == "h1"]
    after = bisect_left(titles, first)
    return titles[after] if 0 < after < len(titles) else len(page.blocks)


def _without_boxes(page: Page, blocks: list[Block], place: int) -> list[Block]:
    """The blocks without boxes inside the article whose heading tells of other articles."""
    ends, weights = load_furniture().end, _weights(page, [len(block.text) for block in page.blocks])
    counts = _counts(page)
    boxes: list[int] = []
    for block in blocks:
        if line_key(block.text) in ends:
            box = block.element
            while box > place and counts[box] < 2:
                box = page.parents[box]
            if box > place and page.holds(place, box) and weights[box] < weights[place] * _MOST_OF_BOX:
                boxes.append(box)
    kept = [block for block in blocks if not any(page.holds(box, block.element) for box in boxes)]
    return kept or blocks


def _sizes(blocks: list[Block], least: int) -> list[int]:
    """How many characters of running text each block holds; nothing where it is short, a heading or mostly links."""
    return [_size(block, least) for block in blocks]


def _size(block: Block, least: int) -> int:
    size = len(block.text) - block.links
    if size < least or block.links > len(block.text) * _MOST_LINKS:
        return 0
    if block.tag in _HEADINGS and (size < _LEAD or block.tag == "h1"):
        return 0
    return size if least == _PARAGRAPH or block.text.endswith(_ENDS) else 0


def _weights(page: Page, size: list[int]) -> list[int]:
    """The running text of each element and all that lies in it."""
    weights = [0] * len(page.parents)
    for block, own in zip(page.blocks, size, strict=True):
        weights[block.element] += own
    for element in range(len(weights) - 1, 0, -1):
        weights[page.parents[element]] += weights[element]
    return weights


def _labelled(page: Page, weights: list[int]) -> int:
    """The innermost element around most of what is labelled as the article's text; the whole page without a label."""
    labelled = set(page.labelled)
    inside = [weights[element] if element in labelled else 0 for element in range(len(weights))]
    sums = [0] * len(weights)
    for element in range(len(weights) - 1, 0, -1):
        sums[page.parents[element]] += inside[element] or sums[element]
    if not weights or sums[0] < max(1, weights[0] * _LEAST_LABELLED):
        return 0
    place = 0
    children = _children(page)
    while place not in labelled:
        inner = max(children.get(place, []), key=lambda element: inside[element] or sums[element], default=None)
        if inner is None or (inside[inner] or sums[inner]) < sums[place] * _MOST:
            return place
        place = inner
    return place


def _children(page: Page) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for element, parent in enumerate(page.parents):
        children.setdefault(parent, []).append(element)
    return children


def _descend(page: Page, weights: list[int], place: int) -> int:
    """The innermost element that holds most of the running text, but never a paragraph alone."""
    children = _children(page)
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


def _first(page: Page, size: list[int], first: int) -> int:
    """Where the article begins: at a lead between the heading and the place of its text, if there is one."""
    heading = max((n for n in range(first) if page.blocks[n].tag == "h1"), default=None)
    if heading is not None:
        first = next((n for n in range(heading + 1, first) if size[n]), first)
    own = page.blocks[first].element
    home = page.parents[own]
    while first > 0 and first - 1 != heading:
        block = page.blocks[first - 1]
        if block.element != own and (block.tag != "p" or page.parents[block.element] != home):
            break
        first -= 1
    return first - _opens_a_part(page, first, heading)


def _opens_a_part(page: Page, first: int, heading: int | None) -> bool:
    """Whether a heading before the text is one of several by which the text is parted, below the page's own."""
    before = page.blocks[first - 1] if first else None
    if before is None or heading is None or first - 1 == heading or before.tag not in _HEADINGS:
        return False
    depth = _depth(page, before.element)
    return any(block.tag == before.tag and _depth(page, block.element) == depth for block in page.blocks[first:])


def _depth(page: Page, element: int) -> int:
    depth = 0
    while element > 0:
        element, depth = page.parents[element], depth + 1
    return depth


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
    """Whether a short line stands beside running text and is no line of links, or is the heading of what follows it."""
    if block.tag in _HEADINGS and line_key(block.text) in load_furniture().end:
        return True
    if not line_key(block.text) or block.links > len(block.text) * _LINK_LINE:
        return False
    element = block.element
    for _ in range(_LEVELS if block.tag in _LEAVES else 2):
        if element < 0 or element in homes:
            return element >= 0
        element = page.parents[element]
    return False
