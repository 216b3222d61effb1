"""Bytes in, articles and rejections out: the format is told by content."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bayan.errors import Rejected
from bayan.ingest.encodings import find_encoding, read_text, to_utf8
from bayan.ingest.files import File, find_files
from bayan.ingest.formats import find_format, refuse_binary
from bayan.ingest.limits import Limits, Notes, in_megabytes
from bayan.ingest.lines import read_lines
from bayan.ingest.pages import read_page
from bayan.ingest.streams import is_gzip, open_regular, peek, read_chunks, unpack
from bayan.records import Article

STANDARD_INPUT = File(Path("-"), "standard input", "standard-input")
_REPAIRED = "a byte that is no text was replaced by U+FFFD"


def read(
    path: str | Path, *, outlet: str | None = None, limits: Limits | None = None, notes: Notes | None = None
) -> Iterator[Article | Rejected]:
    """Every article of a file, a folder or standard input (``-``), in a fixed order, and what is not taken.

    Raises UsageError where the path is not there.
    """
    if str(path) == "-":
        yield from read_file(STANDARD_INPUT, outlet=outlet, limits=limits, notes=notes)
        return
    for file in find_files(Path(path)):
        if isinstance(file, Rejected):
            yield file
        else:
            yield from read_file(file, outlet=outlet, limits=limits, notes=notes)


def read_file(
    file: File, *, outlet: str | None = None, limits: Limits | None = None, notes: Notes | None = None
) -> Iterator[Article | Rejected]:
    """Every article of one file; ``outlet`` is used where neither record nor address names one."""
    limits, notes = limits or Limits(), notes or Notes()
    try:
        if file is STANDARD_INPUT:
            chunks = read_chunks(sys.stdin.buffer, file.name, notes)
            yield from _read_stream(chunks, file, outlet or file.outlet, limits, notes)
        else:
            with closing(open_regular(file.path, file.name)) as stream:
                chunks = read_chunks(stream, file.name, notes)
                yield from _read_stream(chunks, file, outlet or file.outlet, limits, notes)
    except Rejected as rejected:
        yield rejected


def _read_stream(
    chunks: Iterator[bytes], file: File, outlet: str, limits: Limits, notes: Notes
) -> Iterator[Article | Rejected]:
    head, chunks = peek(chunks)
    if is_gzip(head):
        head, chunks = peek(unpack(chunks, limits, file.name))
    if not head:
        raise Rejected("empty", "the file is empty.", file.name)
    refuse_binary(head, file.name)
    encoding, mark = find_encoding(head, file.name)
    if find_format(head[mark:].decode(encoding, "replace"), file.path.name, file.name) == "jsonl":
        chunks = _without_mark(chunks, mark)
        if encoding != "utf-8":
            chunks = to_utf8(chunks, encoding)
        yield from read_lines(chunks, file.name, outlet, limits, notes)
    else:
        text, _ = read_text(_read_whole(chunks, file.name, limits), file.name)
        if "\ufffd" in text:
            notes.repairs[_REPAIRED] += 1
        yield read_page(text, outlet, file.name)


def _without_mark(chunks: Iterator[bytes], mark: int) -> Iterator[bytes]:
    yield next(chunks, b"")[mark:]
    yield from chunks


def _read_whole(chunks: Iterator[bytes], where: str, limits: Limits) -> bytes:
    """A page as a whole. Raises Rejected over the limit."""
    pieces: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limits.page:
            raise Rejected("too-large", f"the page is over the limit of {in_megabytes(limits.page)}.", where)
        pieces.append(chunk)
    return b"".join(pieces)
