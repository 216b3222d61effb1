"""Where commands write what they give: standard output, or a file that is whole or not there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_blocks(blocks: Iterable[bytes], path: Path | None) -> None:
    """Write blocks of bytes to a file, or to standard output where none is named."""
    with _output(path) as stream:
        for block in blocks:
            _write(stream, block, path)


def _write(stream: BinaryIO, block: bytes, path: Path | None) -> None:
    """Write all of a block. What fails, as on a full disk, names the file: the system does not."""
    rest = memoryview(block)
    try:
        while rest:
            rest = rest[stream.write(rest) :]
    except OSError as error:
        error.filename = error.filename or (path and str(path))
        raise


@contextmanager
def _output(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that gets its name when it is whole; unbuffered, so that closing it cannot fail."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if path.exists() and not path.is_file():  # a device or a pipe: it is written to, never replaced
        with path.open("wb", buffering=0) as stream:
            yield stream
        return
    started = path.with_name(f".{path.name}.part")
    try:
        with started.open("wb", buffering=0) as stream:
            yield stream
        started.replace(path)
    finally:
        started.unlink(missing_ok=True)
