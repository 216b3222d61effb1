"""The columns of tables: which header is meant, which separator parts its cells, and what each column is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bayan.errors import Rejected
from bayan.ingest.csv_rows import split_row
from bayan.ingest.fields import Record, field_of, plain_name
from bayan.ingest.limits import Notes

SEPARATORS = ",;\t|"
_TEXTS = frozenset({"title", "body"})
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a table's columns; ``headed`` tells whether its first row holds them."""

    names: tuple[str, ...]
    headed: bool

    def record(self, cells: Sequence[object], where: str) -> Record:
        """The record of a row. Raises Rejected (``bad-row``) where the row does not fit the header."""
        full = [place for place, cell in enumerate(cells) if cell not in (None, "")]
        if len(cells) < len(self.names) or (full and full[-1] >= len(self.names)):
            raise Rejected("uneven_row", where, cells=len(cells), columns=len(self.names))
        record: dict[str, object] = {}
        for name, cell in zip(self.names, cells, strict=False):
            record.setdefault(name, cell)
        return record


def find_columns(first: Sequence[object], mapped: Mapping[str, str], where: str, notes: Notes) -> Columns:
    """The columns of a table by its first row. ``mapped`` names columns by hand; numbers alone mean: no header.

    What was taken for what is noted. Raises Rejected (``no-columns``) where no column holds a title or a text.
    """
    if _numbered(mapped):
        columns = Columns(tuple(str(number) for number in range(1, len(first) + 1)), headed=False)
    else:
        names = [str(cell).strip() if cell is not None else "" for cell in first]
        columns = Columns(tuple(name or f"column {n}" for n, name in enumerate(names, start=1)), headed=True)
    known = {name: field for name in columns.names if (field := field_of(name, mapped))}
    shown = ", ".join(name[:30] for name in columns.names[:_SHOWN])
    if absent := sorted(set(mapped) - {plain_name(name) for name in columns.names}):
        raise Rejected("absent_columns", where, fields=", ".join(mapped[name] for name in absent), shown=shown)
    if not _TEXTS & set(known.values()):
        raise Rejected("unknown_columns", where, shown=shown)
    pairs = [f"{field} = {name}" for name, field in known.items() if field != "ignored"]
    notes.columns[", ".join(pairs)] += 1
    return columns


def find_separator(line: str, mapped: Mapping[str, str]) -> str:
    """The separator that gives the header most of the columns that are known, else most cells."""
    return max(SEPARATORS, key=lambda mark: _known(split_row(line, mark), mapped))


def looks_like_table(text: str, mapped: Mapping[str, str], *, named: bool) -> bool:
    """Whether the first line of a text is the header of a table: known names, at least two unless the name says so.

    Without a header, where columns are ``mapped`` by number, a line with as many cells is enough.
    """
    line = next((line for line in text.split("\n", 20) if line.strip()), "").strip("\ufeff\r")
    cells = split_row(line, find_separator(line, mapped))
    if _numbered(mapped):
        return len(cells) >= max(1 if named else 2, *map(int, mapped))
    fields = {field_of(cell.strip(), mapped) for cell in cells}
    if named:
        return len(cells) > 1 or bool(fields & _TEXTS)
    return len(cells) > 1 and bool(fields & _TEXTS) and len(fields - {None}) > 1


def _numbered(mapped: Mapping[str, str]) -> bool:
    return bool(mapped) and all(name.isdecimal() for name in mapped)


def _known(cells: list[str], mapped: Mapping[str, str]) -> tuple[int, int]:
    return sum(field_of(cell.strip(), mapped) is not None for cell in cells), len(cells)
