"""WARC crawls → the pages in them. Answers that are no page are counted, records that are cut are named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from bayan.errors import Rejected
from bayan.ingest.addresses import safe_address
from bayan.ingest.sources import Member, Source, Terms
from bayan.ingest.streams import CHUNK, ChunkReader

_PAGES = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/json")
_ANSWERS = frozenset({"response", "resource", "conversion"})


def read_crawl(chunks: Iterator[bytes], source: Source, terms: Terms) -> Iterator[Member | Rejected]:
    """The pages of an unpacked WARC, in order: each is to be read before the next is asked for."""
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(ChunkReader(chunks)), start=1):
            where = f"{source.name}:{number}"
            if _is_page(record, terms):
                address = safe_address(record.rec_headers.get_header("WARC-Target-URI") or "")
                inner = source.inside(where, source.outlet, "", address)
                yield Member(inner, _body(record, where, terms))
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        detail = f"the WARC is cut or damaged after record {number:,} ({' '.join(str(error).split())[:200]})."
        raise Rejected("truncated", detail, source.name) from error


def _is_page(record: Any, terms: Terms) -> bool:
    """Whether a record holds what may be an article; answers that do not are counted by reason."""
    if record.rec_type not in _ANSWERS:
        return False
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        terms.notes.repairs[f"a record that is no page (status {status[:3]})"] += 1
        return False
    headers = record.http_headers or record.rec_headers
    kind = (headers.get_header("Content-Type") or "text/html").split(";")[0].strip().lower()
    if not kind.startswith(_PAGES):
        terms.notes.repairs[f"a record that is no page ({kind[:40]})"] += 1
        return False
    return True


def _body(record: Any, where: str, terms: Terms) -> Iterator[bytes]:
    """What a record holds, unpacked. Raises Rejected: ``truncated``."""
    packed = record.http_headers is not None and record.http_headers.get_header("Content-Encoding")
    stream = record.content_stream()
    try:
        while chunk := stream.read(CHUNK):
            if packed:
                terms.budget.spend(len(chunk), where)
            yield chunk
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        raise Rejected("truncated", f"the record is damaged ({error}).", where) from error
    _check_whole(record, where)


def _check_whole(record: Any, where: str) -> None:
    """Raises Rejected where the file ends before the record does."""
    left = getattr(record.raw_stream, "limit", 0)
    if left and not record.raw_stream.read(1):
        raise Rejected("truncated", f"the record is cut: {left:,} bytes are missing.", where)
