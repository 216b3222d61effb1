"""One tree of errors. A message is one sentence that names what is wrong, why, and what to do.

BayanError
├── Rejected       one record, file or row that is not taken; the run goes on
├── StoreError     a store that is missing, damaged, foreign, newer or locked
├── BadSelection   a filter that cannot be read
├── TooSlow        a question that was stopped after its time
├── BadData        a data file of Bayan (lexicon, actors, topics) that breaks its schema
└── UsageError     an option or a path that makes the command impossible
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class BayanError(Exception):
    """The root: catching it catches everything that Bayan raises on purpose."""


class Rejected(BayanError):
    """One record that is not taken.

    ``reason`` is a fixed code that is counted (see REASONS), ``detail`` is for people, ``where`` names file and record.
    ``record`` is what was not taken, as an object that can be mended and read again; None where it is no single record.
    """

    def __init__(self, reason: str, detail: str, where: str, record: Mapping[str, Any] | None = None) -> None:
        super().__init__(f"{where}: {detail}")
        self.reason = reason
        self.detail = detail
        self.where = where
        self.record = record

    def __reduce__(self) -> tuple[type[Rejected], tuple[str, str, str, Mapping[str, Any] | None]]:
        """Rejections come back from worker processes whole."""
        return type(self), (self.reason, self.detail, self.where, self.record)


class StoreError(BayanError):
    """A store that cannot be used, with the cure."""


class BadSelection(BayanError):
    """A filter whose value cannot be read.

    ``code`` is one of FAULTS and ``values`` complete its sentence: the dashboard says the same in its own languages.
    """

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(FAULTS[code].format(**values))
        self.code = code
        self.values = values


class TooSlow(BayanError):
    """A question that was stopped after its time, with what makes it faster."""


class BadData(BayanError):
    """A lexicon, actor or topic file that breaks its schema: file, entry and reason."""


class UsageError(BayanError):
    """An option, a path or an address that makes the command impossible."""


FAULTS: dict[str, str] = {
    "no_day": "{text!r} is no day: write it as 2020-07-08.",
    "day_of_news": "{text!r} is no day of news: give one between {first} and {last}.",
    "no_moment": "{text!r} is no day and no minute: write it as 2020-07-08 or 2020-07-08T06:30.",
    "no_act": "{text!r} is no act: choose one of {allowed}.",
    "no_kind": "{text!r} is no kind: choose one of {allowed}.",
    "no_dated": "{text!r} is no date: choose one of {allowed}.",
    "no_flag": "{text!r} is neither 1 nor 0.",
    "reversed_days": "the selection ends ({until}) before it begins ({since}).",
    "long_search": "the search has {count:,} characters, at most {most:,} are taken; shorten it.",
    "many_words": "the search has {count} words, at most {most} are taken; shorten it.",
    "no_words": "the search {text!r} holds no word to look for; write one.",
    "no_place": "{text!r} is no place in this list; begin at its first page.",
    "no_lanes": "{text!r} are no lanes: choose one of {allowed}.",
    "no_mirror": "{text!r} is nothing to mirror: choose one of {allowed}.",
    "no_sort": "{text!r} is no order of articles: choose one of {allowed}.",
    "no_copies": "{text!r} does not say whether copies are folded: write copies={allowed}, or leave it out.",
    "no_against": "{text!r} is nothing to compare with: write against={allowed}, or leave it out.",
    "no_point": "{text!r} is no mark of the timeline: click a mark again.",
    "no_extract": "there is no extract {text} as {form}: choose another.",
    "no_columns": "this extract has no columns: choose at least one.",
}
"""Every code of BadSelection, with its sentence."""

REASONS: dict[str, str] = {
    "empty": "the file or the text is empty",
    "binary": "the file is not text",
    "format": "the format is not supported",
    "encoding": "the bytes are no text in any encoding that Arabic news uses",
    "not-json": "the line is not valid JSON",
    "not-object": "the line is JSON but no object",
    "wrong-type": "a field has a type that it cannot have",
    "no-text": "the record has neither title nor body, or the page no article",
    "no-columns": "no column of the table is known as title or body",
    "bad-row": "the row of the table cannot be read or does not fit its header",
    "entities": "the XML declares entities of its own",
    "too-large": "the page, record or archive is over a stated limit",
    "truncated": "the file ends in the middle of a record",
    "not-regular": "the path is no regular file",
    "unreachable": "the server of an address cannot be reached",
    "private-address": "the address leads to a machine that is not public",
    "robots": "the server's robots.txt forbids the address, or cannot be read",
    "redirects": "the address leads on without an end",
    "status": "the server answered with an error",
    "slow": "the server did not answer in time",
    "engine": "the engine failed on the article; it is kept without statements",
    "unreadable": "the file cannot be opened",
}
"""Every reason code of Rejected, with its meaning."""
