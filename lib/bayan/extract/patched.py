"""A sequence read with one item otherwise, without a copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")


class Patched(Sequence[Item]):
    """A sequence with one item replaced."""

    def __init__(self, base: Sequence[Item], at: int, item: Item) -> None:
        self._base, self._at, self._item = base, at, item

    def __len__(self) -> int:
        return len(self._base)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        if isinstance(index, slice):
            return tuple(self[k] for k in range(*index.indices(len(self))))
        return self._item if index == self._at else self._base[index]
