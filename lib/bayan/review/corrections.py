"""Corrections of statements as JSON Lines: an article a line, in the form in which articles are annotated by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from bayan.errors import Rejected
from bayan.records import Article, Correction, Span, Verdict, first_day, read_statement, tell_statement
from bayan.store import Store

_DAYS = (len("2020-07"), len("2020-07-08"))
_EARLIEST = "1970-01-01T00:00:00+00:00"


def write_corrections(store: Store) -> Iterator[bytes]:
    """The corrected articles of a store, a line each. Articles that the store does not have are left out.

    ``statements`` are those that people confirmed or corrected, ``rejected`` what they found to be none; each with its
    ``review``. `bayan evaluate` reads the lines, and takes what nobody has reviewed for a mistake of the engine.
    """
    for article, corrections in store.corrected_articles():
        if article is not None:
            yield orjson.dumps(_line(article, corrections), default=list, option=orjson.OPT_APPEND_NEWLINE)


def _line(article: Article, corrections: Iterable[Correction]) -> dict[str, Any]:
    told: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for one in corrections:
        review = {"verdict": one.verdict, "by": one.by, "at": one.at}
        told[one.verdict is not Verdict.WRONG].append({**tell_statement(one.statement), "review": review})
    published = article.published.isoformat() if article.published else None
    texts = {"outlet": article.outlet, "published": published, "title": article.title, "body": article.body}
    return {"id": article.id, **texts, "statements": told[True], "rejected": told[False]}


def read_corrections(lines: Iterable[bytes], name: str) -> Iterator[Correction | Rejected]:
    """The corrections of such a file, or of any file of articles annotated by hand; a Rejected for each bad line.

    A statement without a review is confirmed by nobody in particular, and yields to every other correction.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield from list(_corrections(json.loads(line), name))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield Rejected("bad_correction", f"{name}:{number}", cause=repr(error))


def _corrections(row: Mapping[str, Any], name: str) -> Iterator[Correction]:
    texts = {"title": row["title"], "body": row["body"]}
    content_hash = Article(outlet=row["outlet"], **texts).content_hash
    for verdict, told in (
        *((Verdict.CONFIRMED, one) for one in row["statements"]),
        *((Verdict.WRONG, one) for one in row.get("rejected", ())),
    ):
        statement = read_statement(told)
        for span in (statement.cue, statement.content):
            _check(span, len(texts[statement.field]))
        _check_day(statement.said_on)
        review = {"verdict": verdict, "by": name, "at": _EARLIEST} | told.get("review", {})
        yield Correction(content_hash, statement, Verdict(review["verdict"]), str(review["by"]), str(review["at"]))


def _check(span: Span, length: int) -> None:
    if not 0 <= span.start < span.end <= length:
        raise ValueError(f"a range {span.start}–{span.end} outside of a text of {length} characters")


def _check_day(said_on: str | None) -> None:
    if said_on and (len(said_on) not in _DAYS or first_day(said_on).isoformat()[: len(said_on)] != said_on):
        raise ValueError(f"{said_on} is neither a day nor a month")
