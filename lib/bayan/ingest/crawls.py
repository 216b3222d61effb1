"""WARC crawls → the pages in them. Answers that are no page are counted, records that are cut are named."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from warcio.recordloader import ArcWarcRecordLoader

from bayan.errors import Rejected
from bayan.ingest.addresses import safe_address
from bayan.ingest.harms import find_harm
from bayan.ingest.limits import Repair
from bayan.ingest.sources import Member, Source, Terms
from bayan.ingest.streams import CHUNK, ChunkReader

_PAGES = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/json")
_ANSWERS = frozenset({"response", "resource", "conversion"})
_BEGIN = b"WARC/"

# It prints headers as they are, and they may steer a terminal.
logging.getLogger("warcio").addHandler(logging.NullHandler())


def read_crawl(chunks: Iterator[bytes], source: Source, terms: Terms) -> Iterator[Member | Rejected]:
    """The pages of an unpacked WARC, in order: each is to be read before the next is asked for.

    After a record that is damaged reading goes on with the next line that begins one.
    """
    stream = _Stream(ChunkReader(chunks), CHUNK)
    loader = ArcWarcRecordLoader(arc2warc=False)
    number = 0
    while line := _next_line(stream):
        number += 1
        where = f"{source.name}:{number}"
        try:
            record = _load(loader, stream, line, where)
        except Rejected as rejected:
            yield rejected
            continue
        if _is_page(record, terms):
            address = safe_address(record.rec_headers.get_header("WARC-Target-URI") or "")
            yield Member(source.inside(where, source.outlet, "", address), _body(record, where, terms))
        while record.raw_stream.read(CHUNK):
            pass


class _Stream(io.BufferedReader):
    """A stream whose lines are never longer than a chunk."""

    def readline(self, size: int | None = -1, /) -> bytes:
        return super().readline(CHUNK if size is None or size < 0 else min(size, CHUNK))


def _next_line(stream: _Stream) -> bytes:
    """The line that begins a record, after blank lines; at another line the record before it was damaged."""
    while (line := stream.readline()) and not line.strip():
        pass
    return line


def _load(loader: ArcWarcRecordLoader, stream: _Stream, line: bytes, where: str) -> Any:
    """The record that a line begins. Raises Rejected, after which the stream stands where another record begins."""
    code = "no_record"
    if line.startswith(_BEGIN):
        try:
            record = loader.parse_record_stream(stream, line, "warc")
            if record.length is not None and record.rec_type:
                return record
            code = "unclear_record"
        except Rejected:
            raise
        except Exception:  # cut headers end in errors of many types
            code = "unread_headers"
    while (head := stream.peek(len(_BEGIN))) and not head.startswith(_BEGIN):
        stream.readline()
    raise Rejected(code, where)


def _is_page(record: Any, terms: Terms) -> bool:
    """Whether a record holds what may be an article; answers that do not are counted by reason."""
    if record.rec_type not in _ANSWERS:
        return False
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        terms.notes.repairs[Repair("status", status[:3])] += 1
        return False
    headers = record.http_headers or record.rec_headers
    kind = (headers.get_header("Content-Type") or "text/html").split(";")[0].strip().lower()
    if not kind.startswith(_PAGES):
        terms.notes.repairs[Repair("kind", kind[:40])] += 1
        return False
    return True


def _body(record: Any, where: str, terms: Terms) -> Iterator[bytes]:
    """What a record holds, unpacked. Raises Rejected: ``truncated``."""
    packed = record.http_headers is not None and record.http_headers.get_header("Content-Encoding")
    try:
        stream = record.content_stream()
        while chunk := stream.read(CHUNK):
            if packed:
                terms.budget.spend(len(chunk), where)
            yield chunk
    except Rejected:
        raise
    except Exception as error:
        raise Rejected("damaged_record", where, harm=find_harm(error)) from error
    if (missing := record.raw_stream.limit) and not record.raw_stream.read(1):
        raise Rejected("cut_record", where, missing=missing)
