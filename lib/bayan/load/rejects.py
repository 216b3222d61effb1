"""What a run did not take → a file of records that can be mended and read again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from bayan.errors import Rejected


def write_rejects(path: Path, rejections: Iterable[Rejected]) -> int:
    """Write JSON Lines: each record as it was, with the reason under ``rejected``; how many there are.

    Where no single record was meant, as for a file that is no text, the line names the file alone. The file gets its
    name when it is whole.
    """
    started = path.with_name(f".{path.name}.part")
    count = 0
    try:
        with started.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
            for one in rejections:
                count += 1
                told = {"reason": one.reason, "detail": one.detail, "where": one.where}
                stream.write(json.dumps({**(one.record or {}), "rejected": told}, ensure_ascii=False) + "\n")
        started.replace(path)
    finally:
        started.unlink(missing_ok=True)
    return count
