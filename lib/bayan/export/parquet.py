"""Rows as Parquet: typed columns that carry their meaning, a group of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from bayan.export.cells import WRITE
from bayan.export.codebook import tell_meaning
from bayan.export.columns import Column, Table, Value
from bayan.export.sink import Sink

_GROUP = 2_500
"""Rows that are held at once: some 10 MB of articles with their texts."""
_TYPES: dict[Value, str] = {"day": "date32", "number": "int32", "share": "float64", "truth": "bool_"}


def parquet_blocks(table: Table, columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[bytes]:
    """A Parquet file in blocks."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    schema = pyarrow.schema(
        [
            pyarrow.field(column.name, _type(column.value), metadata={"description": tell_meaning(table, column.name)})
            for column in columns
        ]
    )
    sink = Sink()
    found = iter(rows)
    with ParquetWriter(pyarrow.PythonFile(sink, "w"), schema, compression="zstd") as writer:
        while group := list(islice(found, _GROUP)):
            arrays = [
                pyarrow.array(_values(column, group), type=field.type)
                for column, field in zip(columns, schema, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
            yield from sink.take()
    yield from sink.take()


def _type(value: Value) -> Any:
    import pyarrow

    if value == "list":
        return pyarrow.list_(pyarrow.string())
    return getattr(pyarrow, _TYPES.get(value, "string"))()


def _values(column: Column, group: Sequence[Any]) -> list[Any]:
    """The values of a column; a time is written out, for its zone is a part of it."""
    if column.value == "time":
        return [WRITE["time"](column.read(row)) for row in group]
    return [column.read(row) for row in group]
