"""Bytes as they come: files opened safely, gzip unpacked under limits, lines cut out of chunks."""

from __future__ import annotations

import io
import os
import stat
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from bayan.errors import Rejected
from bayan.ingest.harms import find_harm
from bayan.ingest.limits import Budget
from bayan.ingest.sources import Terms

CHUNK = 1 << 16


def open_regular(path: Path, where: str) -> BinaryIO:
    """A regular file for reading; never waits for a pipe. Raises Rejected."""
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise Rejected("unopened", where, cause=error.strerror or str(error)) from error
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise Rejected("not_regular", where)
    return os.fdopen(number, "rb")


def read_chunks(stream: BinaryIO, where: str, terms: Terms) -> Iterator[bytes]:
    """The bytes of a stream, counted. Raises Rejected where reading fails."""
    try:
        while chunk := stream.read(CHUNK):
            terms.notes.bytes += len(chunk)
            terms.budget.packed += len(chunk)
            yield chunk
    except OSError as error:
        raise Rejected("failed_reading", where, cause=error.strerror or str(error)) from error


def peek(chunks: Iterator[bytes], size: int = CHUNK) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes (at least ``size`` where there are as many), and the whole stream with them."""
    taken: list[bytes] = []
    length = 0
    try:
        while length < size and (chunk := next(chunks, b"")):
            taken.append(chunk)
            length += len(chunk)
    except Rejected as rejected:
        if not taken:
            raise
        chunks = _raise(rejected)
    head = b"".join(taken)
    return head, chain([head] if head else [], chunks)


def _raise(rejected: Rejected) -> Iterator[bytes]:
    """Where a stream breaks off within its first bytes, these are read before that is told."""
    raise rejected
    yield b""


def read_whole(chunks: Iterable[bytes], limit: int, where: str) -> bytes:
    """All bytes of a page. Raises Rejected (``too-large``) over the limit."""
    pieces: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise Rejected("large_page", where, limit=limit)
        pieces.append(chunk)
    return b"".join(pieces)


def unpack(chunks: Iterable[bytes], budget: Budget, where: str) -> Iterator[bytes]:
    """The unpacked bytes of a gzip stream, members in a row included. Raises Rejected at a limit or a cut."""
    decoder = zlib.decompressobj(wbits=31)
    for chunk in chunks:
        while chunk:
            if decoder.eof:
                if not chunk.strip(b"\0"):  # tape padding after the last member
                    break
                decoder = zlib.decompressobj(wbits=31)
            piece = _inflate(decoder, chunk, where)
            budget.spend(len(piece), where)
            yield piece
            chunk = decoder.unused_data if decoder.eof else decoder.unconsumed_tail
    if not decoder.eof:
        raise Rejected("cut_gzip", where)


def _inflate(decoder: zlib._Decompress, chunk: bytes, where: str) -> bytes:
    try:
        return decoder.decompress(chunk, 16 * CHUNK)
    except zlib.error as error:
        raise Rejected("damaged_gzip", where, harm=find_harm(error)) from error


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


class ChunkReader(io.RawIOBase):
    """A stream of chunks as a file that is read from its beginning to its end."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = chunk
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size
