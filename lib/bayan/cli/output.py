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
        stream.writelines(blocks)


@contextmanager
def _output(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that gets its name when it is whole."""
    if path is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if path.exists() and not path.is_file():  # a device or a pipe: it is written to, never replaced
        with path.open("wb") as stream:
            yield stream
        return
    started = path.with_name(f".{path.name}.part")
    try:
        with started.open("wb") as stream:
            yield stream
        started.replace(path)
    finally:
        started.unlink(missing_ok=True)
