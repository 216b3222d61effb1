"""What a run did not take → a file of records that can be mended and read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from bayan.errors import Rejected


def reject_lines(rejections: Iterable[Rejected]) -> Iterator[bytes]:
    """JSON Lines: each record as it was, with the reason under ``rejected``.

    Where no single record was meant, as for a file that is no text, the line names the file alone.
    """
    for one in rejections:
        told = {"reason": one.reason, "detail": one.detail, "where": one.where}
        line = json.dumps({**(one.record or {}), "rejected": told}, ensure_ascii=False)
        yield f"{line}\n".encode("utf-8", "replace")


def write_rejects(path: Path, rejections: Iterable[Rejected]) -> int:
    """Write these lines; how many there are. The file gets its name when it is whole."""
    started = path.with_name(f".{path.name}.part")
    count = 0
    try:
        with started.open("wb") as stream:
            for line in reject_lines(rejections):
                stream.write(line)
                count += 1
        started.replace(path)
    finally:
        started.unlink(missing_ok=True)
    return count
