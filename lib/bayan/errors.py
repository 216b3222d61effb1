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
    """The root: catching it catches everything that Bayan raises on purpose.

    ``code`` and ``values`` are for the dashboard, which says the same in its own languages; where there is no code, it
    says what commands say.
    """

    def __init__(self, told: str, code: str = "", **values: str | int) -> None:
        super().__init__(told)
        self.code = code
        self.values: Mapping[str, str | int] = values


class Rejected(BayanError):
    """One record that is not taken.

    ``code`` is one of DETAILS and ``values`` complete its sentence, the ``detail``: the dashboard says the same in its
    own languages. ``reason`` is what is counted (see REASONS), ``where`` names file and record. ``record`` is what was
    not taken, as an object that can be mended and read again; None where it is no single record.
    """

    def __init__(self, code: str, where: str, record: Mapping[str, Any] | None = None, **values: str | int) -> None:
        reason, sentence = DETAILS[code]
        self.reason = reason or str(values["reason"])
        self.detail = sentence.format(**{name: _in_words(name, value) for name, value in values.items()})
        self.where = where
        self.record = record
        super().__init__(f"{where}: {self.detail}", code, **values)

    def __reduce__(self) -> tuple[Any, ...]:
        """Rejections come back from worker processes whole."""
        return _make_again, (self.code, self.where, self.record, self.values)


def _make_again(code: str, where: str, record: Mapping[str, Any] | None, values: Mapping[str, str | int]) -> Rejected:
    return Rejected(code, where, record, **values)


def _in_words(name: str, value: str | int) -> str:
    """A value in an English sentence: bytes as megabytes, counts with separators, things that have a name by it."""
    if isinstance(value, str):
        return _NAMED[name][value] if name in _NAMED else value
    if name in SIZES and value >= MEGABYTE:
        return f"{value / MEGABYTE:,.0f} MB"
    return f"{value:,} bytes" if name in SIZES else f"{value:,}"


class StoreError(BayanError):
    """A store that cannot be used, with the cure."""


class MissingStore(StoreError):
    """There is no store yet, and how to make one."""


class BadSelection(BayanError):
    """A filter whose value cannot be read.

    ``code`` is one of FAULTS and ``values`` complete its sentence: the dashboard says the same in its own languages.
    """

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(FAULTS[code].format(**values), code, **values)


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

MEGABYTE = 1_000_000
SIZES = frozenset({"limit", "size"})
"""Names of values that count bytes."""
THINGS: dict[str, str] = {
    "png": "a PNG picture",
    "jpeg": "a JPEG picture",
    "gif": "a GIF picture",
    "riff": "a picture or a recording",
    "program": "a program",
    "database": "a database",
    "boolean": "true or false",
    "number": "a number",
    "string": "a string",
    "array": "an array",
    "object": "an object",
    "null": "null",
}
"""What the value ``what`` of a rejection stands for."""
HARMS: dict[str, str] = {
    "cut": "it ends too early",
    "sum": "its bytes do not fit their checksum",
    "packed": "its packed bytes cannot be unpacked",
    "names": "the list of its files cannot be read",
    "method": "it is packed in a way that is not read",
    "parts": "a part of it is missing or no XML",
    "other": "what it holds cannot be read",
}
"""What the value ``harm`` of a rejection stands for: how a file is damaged."""
_NAMED = {"what": THINGS, "harm": HARMS}
_READABLE = "text, HTML, MHTML, mail, feeds, JSON, CSV, XLSX, WARC, zip, tar and gzip are read"

DETAILS: dict[str, tuple[str, str]] = {
    "empty_file": ("empty", "the file is empty."),
    "empty_folder": ("empty", "the folder holds no files."),
    "empty_archive": ("empty", "the archive holds no files."),
    "empty_table": ("empty", "the table has a header and no rows."),
    "empty_array": ("empty", "the JSON array holds no records."),
    "no_text_file": ("binary", "this is no text file; it is no format that Bayan reads."),
    "other_file": ("binary", "this is {what}, no text."),
    "other_format": ("format", f"format not supported ({{form}}); {_READABLE}."),
    "other_xml": ("format", f"format not supported (XML that is no feed); {_READABLE}."),
    "other_office": ("format", "format not supported ({form}); save tables as XLSX or CSV, texts as HTML."),
    "no_workbook": ("format", "this is no workbook that can be read: {harm}."),
    "unknown_encoding": ("encoding", "the bytes are no Arabic text in UTF-8, UTF-16, windows-1256 or ISO-8859-6."),
    "other_encoding": ("encoding", "the line is not UTF-8 as the rest of the file is."),
    "other_packing": ("encoding", "the answer is packed in a way that was not asked for ({packing})."),
    "broken_json": ("not-json", "the line is not valid JSON from its character {at} on."),
    "not_json": ("not-json", "the line is not valid JSON ({cause})."),
    "no_json_line": ("not-json", "the line is no JSON."),
    "after_array": ("not-json", "something follows the end of the JSON array."),
    "no_extract_line": ("not-json", "this is no line of `bayan extract`; give its output."),
    "not_object": ("not-object", "the line is JSON but no object (it is {what})."),
    "not_text": ("wrong-type", "the field {field} is {what}, not text."),
    "bad_decision": ("wrong-type", "{cause}"),
    "bad_correction": (
        "wrong-type",
        "this is no annotated article ({cause}); give what `bayan corrections export` writes.",
    ),
    "no_title_no_body": ("no-text", "the record has neither title nor body."),
    "no_text": ("no-text", "there is no article text in it."),
    "no_text_in_page": ("no-text", "there is no article text in the page."),
    "no_records": ("no-text", "the JSON object is no article and holds no list of articles."),
    "unknown_columns": (
        "no-columns",
        "no column is known as title or body (the first row is: {shown}); name them, as in --map title=NAME "
        "--map body=NAME, or by number where there is no header.",
    ),
    "absent_columns": (
        "no-columns",
        "the table has no column that --map names for {fields} (the first row is: {shown}); write it as there.",
    ),
    "uneven_row": ("bad-row", "the row has {cells} cells where the header has {columns}."),
    "large_row": ("too-large", "the row is over the limit of {limit}."),
    "open_quote": ("bad-row", "a quotation mark is not closed before the end of the file."),
    "long_quote": ("bad-row", "a quotation mark is not closed within {limit}."),
    "stray_quote": ("bad-row", "a quotation mark stands inside a cell, so its end cannot be told."),
    "unpaired_quotes": (
        "bad-row",
        "a quoted cell holds what looks like {count} rows; its quotation marks are not paired.",
    ),
    "own_entities": ("entities", "the XML declares entities of its own, which are never expanded."),
    "entities_in_workbook": ("entities", "a part of the workbook has a document type."),
    "large_page": ("too-large", "the page is over the limit of {limit}."),
    "large_line": ("too-large", "the line is over the limit of {limit}."),
    "large_record": ("too-large", "a record is over the limit of {limit}."),
    "large_cell": ("too-large", "a cell is over the limit of {limit}."),
    "large_archive": ("too-large", "the archive is over the limit of {limit}."),
    "large_unpacked": ("too-large", "it unpacks to more than the limit of {limit}."),
    "large_ratio": ("too-large", "it unpacks to more than {ratio} times its size, the limit for packed files."),
    "large_workbook": ("too-large", "the workbook unpacks to {size}, over the limit of {limit}."),
    "large_answer": ("too-large", "the answer is over the limit of {limit}."),
    "large_unpacked_answer": ("too-large", "the answer unpacks to more than {limit}."),
    "deep_archives": ("too-large", "archives lie in one another more than {most} deep."),
    "deep_parts": ("too-large", "parts lie in one another more than {most} deep."),
    "deep_page": ("too-large", "the page has more than {most} elements open in one another."),
    "many_tags": ("too-large", "the page has more than {most} tags."),
    "many_members": ("too-large", "it holds more files than the limit of {most}."),
    "many_cells": ("too-large", "the sheet has more than {most} cells."),
    "many_pages": ("too-large", "a run asks for {most} pages at most; the next run goes on."),
    "many_statements": (
        "too-large",
        "it holds {count} statements, so more than one article; stored without them.",
    ),
    "cut_mail": ("truncated", "the mail, or page saved in parts, is cut; what came before the cut was read."),
    "cut_gzip": ("truncated", "the gzip file is cut; what came before the cut was read."),
    "damaged_gzip": ("truncated", "the gzip file is damaged: {harm}."),
    "damaged_zip": ("truncated", "the zip file is cut or damaged: {harm}."),
    "damaged_tar": ("truncated", "the tar file is cut or damaged: {harm}."),
    "damaged_member": ("truncated", "this file in the archive is cut or damaged: {harm}."),
    "damaged_workbook": ("truncated", "the workbook is cut or damaged: {harm}."),
    "cut_array": ("truncated", "the JSON array is cut; what came before the cut was read."),
    "cut_feed": ("truncated", "the feed is cut; the entries before the cut were read."),
    "no_record": ("truncated", "the record is damaged: no record begins where one should."),
    "unclear_record": ("truncated", "the record is damaged: the record has no length or no type."),
    "unread_headers": ("truncated", "the record is damaged: its headers cannot be read."),
    "damaged_record": ("truncated", "the record is damaged: {harm}."),
    "cut_record": ("truncated", "the record is cut: {missing} bytes are missing."),
    "cut_answer": ("truncated", "the answer is cut or no HTTP ({cause})."),
    "damaged_packing": ("truncated", "the packed answer is damaged."),
    "not_regular": ("not-regular", "this is no regular file."),
    "outside_link": ("not-regular", "this link leaves the folder."),
    "unopened": ("unreadable", "the file cannot be opened ({cause})."),
    "failed_reading": ("unreadable", "reading failed ({cause})."),
    "encrypted": ("unreadable", "this file in the archive is encrypted."),
    "no_address": ("unreachable", "this is no http or https address."),
    "unknown_host": ("unreachable", "this host is not known."),
    "not_reached": ("unreachable", "the server cannot be reached ({cause})."),
    "not_public": ("private-address", "{address} is no public address; --allow-private lets it be asked."),
    "forbidden": ("robots", "its robots.txt forbids this address."),
    "unread_robots": ("robots", "its robots.txt cannot be read ({cause}), so nothing is asked of it."),
    "redirects_nowhere": ("redirects", "it leads to what is no address."),
    "redirects_on": ("redirects", "it leads in a circle, or on and on."),
    "error_status": ("status", "the server answered {status} {phrase}."),
    "busy_server": ("status", "the server is busy ({status}) and asks for {seconds} seconds; try again later."),
    "slow_answer": ("slow", "the server did not answer in time."),
    "slow_end": ("slow", "the answer did not end in time."),
    "engine_failed": ("engine", "the engine failed ({cause}); please report the article."),
    "as_told": ("", "{detail}"),
}
"""Every code of Rejected: the reason that it counts as, and its sentence. ``not_json`` and ``as_told`` are what older
stores hold; the latter kept reason and sentence alone."""
