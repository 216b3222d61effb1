"""Plain text pages → Article: title, date line and author apart, site furniture left out."""

from __future__ import annotations

from bayan.errors import Rejected
from bayan.ingest.days import day_of_dateline, day_of_text
from bayan.ingest.furniture import main_lines
from bayan.ingest.heads import take_author, take_day, without_title
from bayan.ingest.hygiene import clean_body, has_words
from bayan.ingest.language import find_language
from bayan.records import Article

_LONGEST_TITLE = 300


def read_page(text: str, outlet: str, where: str) -> Article:
    """One article from a page saved as text. Its day is that of a date line, of the dateline, or of a dated sentence of
    the lead.

    Raises Rejected: ``empty``, ``no-text``.
    """
    whole = clean_body(text)
    if not whole:
        raise Rejected("empty_file", where)
    lines = main_lines(whole.split("\n"))
    if not has_words("\n".join(lines)):
        raise Rejected("no_text", where)
    title, lines = _take_title(lines)
    published, lines = take_day(lines)
    author, lines = take_author(lines)
    published = published or day_of_dateline(lines[0] if lines else "")
    basis = "dateline"
    if published is None:
        published = day_of_text(lines)
        basis = "text"
    body = "\n".join(lines)
    return Article(
        outlet=outlet,
        title=title,
        body=body,
        published=published,
        published_basis=basis if published else None,
        author=author,
        language=find_language(f"{title}\n{body}"),
        source=where,
    )


def _take_title(lines: list[str]) -> tuple[str, list[str]]:
    """The first line, unless it is a paragraph; a title that the page repeats stands once."""
    if len(lines[0]) > _LONGEST_TITLE:
        return "", lines
    title, *rest = lines
    return title, without_title(rest, title)
