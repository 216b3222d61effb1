"""Columns as Arrow arrays, laid out here: pyarrow's own way loads pandas, 46 MB, to see whether a list is a series."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import date
from itertools import accumulate, chain
from typing import Any

from bayan.export.cells import WRITE
from bayan.export.columns import Value

_TYPES: dict[Value, str] = {"day": "date32", "number": "int32", "share": "float64", "truth": "bool_"}
_FIRST_DAY = date(1970, 1, 1).toordinal()


def type_of(value: Value) -> Any:
    """The Arrow type of a column; a time is text, for its zone is a part of it."""
    import pyarrow

    arrow: Any = pyarrow
    made = getattr(arrow, _TYPES.get(value, "string"))()
    return arrow.list_(made) if value == "list" else made


def make_array(value: Value, cells: Sequence[Any]) -> Any:
    """The cells of a column, None where there is no value."""
    return _MAKE[value](type_of(value), cells)


def _texts(kind: Any, cells: Sequence[str | None]) -> Any:
    written = [(cell or "").encode() for cell in cells]
    return _build(kind, cells, _offsets(written), b"".join(written))


def _times(kind: Any, cells: Sequence[Any]) -> Any:
    return _texts(kind, [WRITE["time"](cell) for cell in cells])


def _lists(kind: Any, cells: Sequence[Sequence[str] | None]) -> Any:
    items = [cell or () for cell in cells]
    return _build(kind, cells, _offsets(items), children=[_texts(kind.value_type, list(chain.from_iterable(items)))])


def _days(kind: Any, cells: Sequence[date | None]) -> Any:
    return _build(kind, cells, array("i", [cell.toordinal() - _FIRST_DAY if cell else 0 for cell in cells]))


def _numbers(kind: Any, cells: Sequence[int | None]) -> Any:
    return _build(kind, cells, array("i", [cell or 0 for cell in cells]))


def _shares(kind: Any, cells: Sequence[float | None]) -> Any:
    return _build(kind, cells, array("d", [cell or 0.0 for cell in cells]))


def _truths(kind: Any, cells: Sequence[bool | None]) -> Any:
    return _build(kind, cells, _bits([bool(cell) for cell in cells]))


_MAKE: dict[Value, Callable[[Any, Sequence[Any]], Any]] = {
    "text": _texts, "link": _texts, "time": _times, "list": _lists, "day": _days,
    "number": _numbers, "share": _shares, "truth": _truths,
}  # fmt: skip


def _build(kind: Any, cells: Sequence[Any], *parts: Any, children: Sequence[Any] = ()) -> Any:
    import pyarrow

    known = _bits([cell is not None for cell in cells])
    buffers = [pyarrow.py_buffer(part) for part in (known, *parts)]
    return pyarrow.Array.from_buffers(kind, len(cells), buffers, children=children)


def _offsets(parts: Sequence[Sequence[Any]]) -> array[int]:
    """Where each part begins in all of them joined, and where the last one ends."""
    return array("i", accumulate(map(len, parts), initial=0))


def _bits(flags: Sequence[bool]) -> bytes:
    """A bit for each flag, the first lowest."""
    number = int("0" + "".join("1" if flag else "0" for flag in reversed(flags)), 2)
    return number.to_bytes((len(flags) + 7) // 8, "little")
