"""Places in a list: where the next page begins, as a short text in an address."""

from __future__ import annotations

import re

from bayan.errors import BadSelection

_NUMBER = re.compile(r"-?[0-9]{1,17}")


def print_place(*numbers: int) -> str:
    """The text of a place."""
    return ".".join(map(str, numbers))


def read_place(text: str, length: int) -> tuple[int, ...]:
    """The numbers of a place. Raises BadSelection."""
    parts = text.split(".")
    if len(parts) != length or not all(_NUMBER.fullmatch(part) for part in parts):
        raise BadSelection("no_place", text=text[:40])
    return tuple(map(int, parts))
