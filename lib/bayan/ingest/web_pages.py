"""Web pages → Article: main text, title, author, day, outlet and address, site furniture left out."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from bayan.errors import Rejected
from bayan.ingest.addresses import join_address, outlet_of, safe_address
from bayan.ingest.days import Published, day_of_address, day_of_dateline, day_of_text, first_published
from bayan.ingest.furniture import find_wall, line_key, main_lines
from bayan.ingest.heads import take_author, take_day, without_title
from bayan.ingest.hygiene import clean_body, clean_line, has_words
from bayan.ingest.language import find_language
from bayan.ingest.limits import Limits, Notes, Repair
from bayan.ingest.main_text import MainText, find_main
from bayan.ingest.markup import Block, Page, parse_html, read_blocks
from bayan.ingest.metadata import Metadata, find_author, read_metadata
from bayan.ingest.sources import Source, Terms
from bayan.records import Article

_BAR = re.compile(r"\s+[|«»•·:–—-]+\s+|\s*\|\s*")
_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)")
_HEAD = 4_000
_LONGEST_SITE = 5
_SHORTEST_TITLE = 3
_LINES_ABOVE = 2


def read_web_page(text: str, source: Source, terms: Terms) -> Article:
    """One article from a page of HTML. Its outlet is its address's, else the site that it names, else the source's.

    The day is that of its metadata, its address, its date line or a dated sentence of its lead, in this order. Raises
    Rejected: ``no-text`` for a page without an article, ``too-large`` for elements nested too deeply.
    """
    where, limits = source.name, terms.limits
    tree = parse_html(text, limits, where)
    metadata = read_metadata(tree)
    site = clean_line(next(iter(metadata.sites), ""))
    url = _address(metadata, source.address or _saved_from(text), terms.notes)
    page, main = _main(text, tree, limits, where)
    title = _title(page, metadata, _plain_title(tree), site)
    lines, above = _lines(page, main, title, metadata)
    if not has_words("\n".join(lines)) or find_wall(lines):
        raise Rejected("no_text_in_page", where)
    dated, lines = take_day(lines)
    author, lines = take_author(lines)
    dated = dated or take_day(above)[0]
    published = _published(_times(page, main, title), metadata, url, dated, lines)
    body = "\n".join(lines)
    return Article(
        outlet=outlet_of(url) if url else site or source.outlet,
        title=title,
        body=body,
        published=published.day,
        published_at=published.moment,
        published_basis=published.basis,
        url=url,
        author=find_author(metadata.authors, site) or author or take_author(above)[0],
        language=find_language(f"{title}\n{body}"),
        source=where,
    )


def _main(text: str, tree: LexborHTMLParser, limits: Limits, where: str) -> tuple[Page, MainText | None]:
    """The blocks of a page and its article among them; classes are not trusted where they leave nothing."""
    page = read_blocks(tree)
    main = find_main(page)
    if main is None:
        page = read_blocks(parse_html(text, limits, where), by_class=False)
        main = find_main(page)
    return page, main


def _lines(page: Page, main: MainText | None, title: str, metadata: Metadata) -> tuple[list[str], list[str]]:
    """The lines of the article, and the short ones between its title and its text."""
    if main is None:
        return main_lines(clean_body(metadata.body).split("\n"), titled=True), []
    lines = without_title(_cleaned(main.blocks), title)
    return main_lines(lines, titled=True), _cleaned(page.blocks[_head(page, main, title) : main.start])


def _head(page: Page, main: MainText, title: str) -> int:
    """Where the head of the article begins: at its title, or at a line or two above it in the same small place.

    What else stands above is the site's, as the day of today is.
    """
    key = line_key(title)
    for place in range(main.start - 1, -1, -1):
        block = page.blocks[place]
        if block.tag == "h1" or line_key(block.text) == key:
            around = page.parents[block.element]
            above = range(max(0, place - _LINES_ABOVE), place)
            return next((n for n in above if around > 0 and page.holds(around, page.blocks[n].element)), place)
    return main.start


def _cleaned(blocks: list[Block]) -> list[str]:
    return clean_body("\n".join(block.text for block in blocks)).split("\n")


def _address(metadata: Metadata, fetched: str | None, notes: Notes) -> str | None:
    """The page's own address: canonical, else the one that it was fetched from."""
    stated = [join_address(fetched, address) for address in metadata.addresses]
    if any(safe_address(address) is None for address in stated):
        notes.repairs[Repair("address")] += 1
    return next((safe for address in [*stated, fetched or ""] if (safe := safe_address(address))), None)


def _saved_from(text: str) -> str | None:
    """The address that a browser or an extension notes in a comment when it saves a page."""
    found = _SAVED.search(text, 0, _HEAD)
    return safe_address(found[1]) if found else None


def _plain_title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("head > title") or tree.css_first("title")
    return clean_line(node.text()) if node else ""


def _title(page: Page, metadata: Metadata, plain: str, site: str) -> str:
    """The heading on the page that the metadata confirm, else what they say without the site's name."""
    stated = [clean_line(unescape(title)) for title in metadata.titles] + ([plain] if plain else [])
    headings = [clean_line(block.text) for block in page.blocks if block.tag == "h1"]
    confirmed = [heading for heading in headings if any(_confirms(title, heading) for title in stated)]
    if confirmed or not stated:
        return max(confirmed or headings, key=len, default="")
    return _without_site(stated[0], site)


def _confirms(title: str, heading: str) -> bool:
    """Whether a title of the metadata holds a heading: as its first part, or as more than a word or two."""
    key = line_key(heading)
    if len(key.split()) < _SHORTEST_TITLE:
        return bool(key) and key == line_key(_BAR.split(title)[0])
    return key in line_key(title)


def _without_site(title: str, site: str) -> str:
    """A title without the name of the site at its end or beginning."""
    parts = [part for part in _BAR.split(title) if part.strip()]
    if len(parts) < 2:
        return title
    known = line_key(site)
    for place, rest in ((-1, parts[:-1]), (0, parts[1:])):
        if known and line_key(parts[place]) == known:
            return _span(title, rest)
    short = len(parts[-1].split()) <= _LONGEST_SITE and len(" ".join(parts[:-1]).split()) >= _SHORTEST_TITLE
    return _span(title, parts[:-1]) if "|" in title and short else title


def _span(title: str, parts: list[str]) -> str:
    """A title from the first to the last of its parts, with the marks between them."""
    return title[title.index(parts[0]) : title.rindex(parts[-1]) + len(parts[-1])].strip()


def _times(page: Page, main: MainText | None, title: str) -> list[str]:
    """The time elements between the title and the end of the article."""
    if main is None:
        return []
    start = _head(page, main, title)
    return [value for place, value in page.times if start <= place <= main.stop]


def _published(
    times: list[str], metadata: Metadata, url: str | None, dated: date | None, lines: list[str]
) -> Published:
    stated = first_published([*metadata.published, *times])
    if stated.day:
        return stated
    of_url = day_of_address(url) if url else None
    dated = dated or day_of_dateline(lines[0] if lines else "")
    for day, basis in ((of_url, "url"), (dated, "dateline"), (day_of_text(lines), "text")):
        if day:
            return Published(day, None, basis)
    return stated
