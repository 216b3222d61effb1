"""What writers of binary files write into, where the file leaves in blocks while it is made."""

from __future__ import annotations

from collections.abc import Iterator

BLOCK = 64 * 1024
"""About so many bytes leave at once."""


class Sink:
    """A file that cannot be read or sought: what was written is taken out as bytes."""

    closed = False
    mode = "wb"

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:
        part = bytes(data)
        self._parts.append(part)
        self.size += len(part)
        return len(part)

    def flush(self) -> None:
        """Nothing is kept back."""

    def close(self) -> None:
        """What was written stays to be taken."""

    def take(self, least: int = 1) -> Iterator[bytes]:
        """What was written since the last time, as one block, if it is at least so much."""
        if self.size >= least:
            block = b"".join(self._parts)
            self._parts.clear()
            self.size = 0
            yield block
