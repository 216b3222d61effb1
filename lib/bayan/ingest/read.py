"""Bytes in, articles and rejections out: the format is told by content, and what lies in archives is read alike."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from bayan.errors import Rejected
from bayan.ingest.archives import open_zip, read_tar, read_zip, refuse_book, spool
from bayan.ingest.arrays import read_array, read_object
from bayan.ingest.crawls import read_crawl
from bayan.ingest.encodings import find_encoding, read_text, to_utf8
from bayan.ingest.feeds import read_feed
from bayan.ingest.fields import plain_name
from bayan.ingest.files import File, find_files
from bayan.ingest.formats import Format, Packing, find_format, find_packing, is_mostly_lines, refuse_binary
from bayan.ingest.limits import Limits, Notes, Repair
from bayan.ingest.lines import read_lines
from bayan.ingest.mail import is_mail, read_mail, refuse_mails
from bayan.ingest.mojibake import mended_text
from bayan.ingest.pages import read_page
from bayan.ingest.sources import Member, Source, Terms
from bayan.ingest.streams import open_regular, peek, read_chunks, read_whole, unpack
from bayan.ingest.tables import read_table
from bayan.ingest.web_pages import read_web_page
from bayan.ingest.workbooks import check_parts, is_workbook, read_workbook
from bayan.records import Article

Items = Iterator[Article | Rejected]

STANDARD_INPUT = File(Path("-"), "standard input", "standard-input")
_ZIP = b"PK"


def read(
    path: str | Path,
    *,
    outlet: str | None = None,
    limits: Limits | None = None,
    notes: Notes | None = None,
    columns: Mapping[str, str] | None = None,
) -> Items:
    """Every article of a file, a folder or standard input (``-``), in a fixed order, and what is not taken.

    Raises UsageError where the path is not there.
    """
    files: Iterable[File | Rejected] = [STANDARD_INPUT] if str(path) == "-" else find_files(Path(path))
    for file in files:
        if isinstance(file, Rejected):
            yield file
        else:
            yield from read_file(file, outlet=outlet, limits=limits, notes=notes, columns=columns)


def read_file(
    file: File,
    *,
    outlet: str | None = None,
    limits: Limits | None = None,
    notes: Notes | None = None,
    columns: Mapping[str, str] | None = None,
) -> Items:
    """Every article of one file; ``outlet`` is used where neither record nor address names one.

    ``columns`` names the column or field that holds each of ours, as in ``{"body": "Text of the story"}``.
    """
    named = {plain_name(name): field for field, name in (columns or {}).items()}
    terms = Terms(limits or Limits(), notes or Notes(), named)
    source = Source(file.name, outlet or file.outlet, file.path.name, fixed=outlet is not None)
    try:
        if file is STANDARD_INPUT:
            yield from _read(read_chunks(sys.stdin.buffer, file.name, terms), source, terms)
        else:
            with closing(open_regular(file.path, file.name)) as stream:
                yield from _read_regular(stream, source, terms)
    except Rejected as rejected:
        yield rejected


def _read_regular(stream: BinaryIO, source: Source, terms: Terms) -> Items:
    """A regular file. A zip is read where it lies: it needs to go back and forth."""
    if stream.read(len(_ZIP)) == _ZIP:
        terms.budget.packed = stream.seek(0, 2)
        yield from _read_zip(stream, source, terms)
    else:
        stream.seek(0)
        yield from _read(read_chunks(stream, source.name, terms), source, terms)


def _read(chunks: Iterator[bytes], source: Source, terms: Terms) -> Items:
    head, chunks = peek(chunks)
    if not head:
        raise Rejected("empty_file", source.name)
    packing = find_packing(head) or ("mail" if is_mail(head) else None)
    if packing is None:
        yield from _read_plain(head, chunks, source, terms)
    elif source.nesting >= terms.limits.nesting:
        raise Rejected("deep_archives", source.name, most=source.nesting)
    else:
        yield from _read_packed(packing, chunks, source, terms)


def _read_packed(packing: Packing, chunks: Iterator[bytes], source: Source, terms: Terms) -> Items:
    match packing:
        case "gzip":
            unpacked = unpack(chunks, terms.budget, source.name)
            yield from _read(unpacked, replace(source, nesting=source.nesting + 1), terms)
        case "tar":
            yield from _read_members(read_tar(chunks, source, terms), terms)
        case "warc":
            yield from _read_members(read_crawl(chunks, source, terms), terms)
        case "mail":
            yield from _read_mail(chunks, source, terms)
        case "zip":
            with closing(spool(chunks, terms.limits.unpacked, source.name)) as file:
                yield from _read_zip(file, source, terms)


def _read_mail(chunks: Iterator[bytes], source: Source, terms: Terms) -> Items:
    """The page or the text of a mail, or of a page that was saved in parts."""
    letter = read_mail(read_whole(chunks, terms.limits.mail, source.name), source.name, terms.limits)
    if not letter.data.strip():
        raise Rejected("empty_file", source.name)
    source = replace(source, address=letter.address or source.address)
    yield from _read_document(letter.form, _whole_text(letter.data, source, terms), source, terms)
    if letter.is_cut:
        raise Rejected("cut_mail", source.name)


def _read_zip(file: BinaryIO, source: Source, terms: Terms) -> Items:
    """The files of a zip, or the sheets of a workbook, which is one too."""
    with open_zip(file, source.name) as archive:
        refuse_book(archive, source.name)
        if is_workbook(archive, source.name):
            check_parts(archive, source.name, terms)
            file.seek(0)
            yield from read_workbook(file, source, terms)
        else:
            yield from _read_members(read_zip(archive, source, terms), terms)


def _read_members(members: Iterator[Member | Rejected], terms: Terms) -> Items:
    """What each file in an archive holds. One that is not taken is named; the others go on while the budget lasts."""
    for member in members:
        if isinstance(member, Rejected):
            yield member
            continue
        try:
            yield from _read(member.chunks, member.source, terms)
        except Rejected as rejected:
            yield rejected
            if terms.budget.spent:
                return


def _read_plain(head: bytes, chunks: Iterator[bytes], source: Source, terms: Terms) -> Items:
    refuse_binary(head, source.name)
    refuse_mails(head, source.name)
    encoding, mark = _encoding(head, source.name)
    text = head[mark:].decode(encoding, "replace")
    form = find_format(text, source.file_name, source.name, terms.columns)
    if form in ("jsonl", "json", "table"):
        chunks = _without_mark(chunks, mark)
        if encoding != "utf-8":
            chunks = to_utf8(chunks, encoding)
        yield from _read_records(form, text, chunks, source, terms)
    else:
        data = read_whole(chunks, terms.limits.page, source.name)
        yield from _read_document(form, _whole_text(data, source, terms), source, terms)


def _whole_text(data: bytes, source: Source, terms: Terms) -> str:
    """The text of a page; what was mended is noted."""
    text = mended_text(read_text(data, source.name)[0], terms.notes)
    if "\ufffd" in text:
        terms.notes.repairs[Repair("byte")] += 1
    return text


def _encoding(head: bytes, where: str) -> tuple[str, int]:
    """The encoding of a file and the length of its mark. Lines that are no text in any spoil nothing but themselves."""
    try:
        return find_encoding(head, where)
    except Rejected as rejected:
        if rejected.code == "unknown_encoding" and is_mostly_lines(head):
            return "utf-8", 0
        raise


def _read_records(form: Format, head: str, chunks: Iterator[bytes], source: Source, terms: Terms) -> Items:
    if form == "jsonl":
        return read_lines(chunks, source, terms)
    if form == "table":
        return read_table(chunks, source, terms)
    return (read_array if head.lstrip().startswith("[") else read_object)(chunks, source, terms)


def _read_document(form: Format, text: str, source: Source, terms: Terms) -> Items:
    if form == "feed":
        yield from read_feed(text, source, terms)
    elif form == "html":
        yield read_web_page(text, source, terms)
    else:
        yield read_page(text, source.outlet, source.name)


def _without_mark(chunks: Iterator[bytes], mark: int) -> Iterator[bytes]:
    yield next(chunks, b"")[mark:]
    yield from chunks
