"""Bytes as they come: files opened safely, gzip unpacked under limits, lines cut out of chunks."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from bayan.errors import Rejected
from bayan.ingest.limits import Limits, Notes, in_megabytes

CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"


def open_regular(path: Path, where: str) -> BinaryIO:
    """A regular file for reading; never waits for a pipe. Raises Rejected."""
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise Rejected("unreadable", f"the file cannot be opened ({error.strerror}).", where) from error
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise Rejected("not-regular", "this is no regular file.", where)
    return os.fdopen(number, "rb")


def read_chunks(stream: BinaryIO, where: str, notes: Notes) -> Iterator[bytes]:
    """The bytes of a stream, counted in ``notes``. Raises Rejected where reading fails."""
    try:
        while chunk := stream.read(CHUNK):
            notes.bytes += len(chunk)
            yield chunk
    except OSError as error:
        raise Rejected("unreadable", f"reading failed ({error.strerror}).", where) from error


def peek(chunks: Iterator[bytes], size: int = CHUNK) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes (at least ``size`` where there are as many), and the whole stream with them."""
    taken: list[bytes] = []
    length = 0
    while length < size and (chunk := next(chunks, b"")):
        taken.append(chunk)
        length += len(chunk)
    head = b"".join(taken)
    return head, chain([head] if head else [], chunks)


def is_gzip(head: bytes) -> bool:
    return head.startswith(_GZIP)


def unpack(chunks: Iterable[bytes], limits: Limits, where: str) -> Iterator[bytes]:
    """The unpacked bytes of a gzip stream, members in a row included. Raises Rejected at a limit or a cut."""
    packed = unpacked = 0
    decoder = zlib.decompressobj(wbits=31)
    for chunk in chunks:
        packed += len(chunk)
        while chunk:
            if decoder.eof:
                if not chunk.strip(b"\0"):  # tape padding after the last member
                    break
                decoder = zlib.decompressobj(wbits=31)
            piece = _inflate(decoder, chunk, where)
            unpacked += len(piece)
            _check_size(packed, unpacked, limits, where)
            yield piece
            chunk = decoder.unused_data if decoder.eof else decoder.unconsumed_tail
    if not decoder.eof:
        raise Rejected("truncated", "the gzip file is cut; what came before the cut was read.", where)


def _inflate(decoder: zlib._Decompress, chunk: bytes, where: str) -> bytes:
    try:
        return decoder.decompress(chunk, 16 * CHUNK)
    except zlib.error as error:
        raise Rejected("truncated", f"the gzip file is damaged ({error}).", where) from error


def _check_size(packed: int, unpacked: int, limits: Limits, where: str) -> None:
    if unpacked > limits.unpacked:
        detail = f"it unpacks to more than the limit of {in_megabytes(limits.unpacked)}."
    elif unpacked > limits.ratio_from and unpacked > packed * limits.ratio:
        detail = f"it unpacks to more than {limits.ratio} times its size, the limit for packed files."
    else:
        return
    raise Rejected("too-large", detail, where)


def split_lines(chunks: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    """The lines of a stream without their ends; None for a line over the limit."""
    rest: list[bytes] = []
    size = 0
    for chunk in chunks:
        *whole, tail = chunk.split(b"\n")
        for line in whole:
            size += len(line)
            yield b"".join([*rest, line]) if size <= limit else None
            rest, size = [], 0
        size += len(tail)
        if size <= limit:
            rest.append(tail)
        else:
            rest = []
    if size:
        yield b"".join(rest) if size <= limit else None
