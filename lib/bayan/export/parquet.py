"""Rows as Parquet: typed columns that carry their meaning, a group of rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from bayan.export.arrays import make_array, type_of
from bayan.export.codebook import tell_meaning
from bayan.export.columns import Column, Table
from bayan.export.sink import Sink

_GROUP = 2_500
"""Rows that are held at once: some 10 MB of articles with their texts."""


def parquet_blocks(table: Table, columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[bytes]:
    """A Parquet file in blocks."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    fields = [
        pyarrow.field(column.name, type_of(column.value), metadata={"description": tell_meaning(table, column.name)})
        for column in columns
    ]
    schema = pyarrow.schema(fields)
    sink = Sink()
    found = iter(rows)
    with ParquetWriter(pyarrow.PythonFile(sink, "w"), schema, compression="zstd") as writer:
        while group := list(islice(found, _GROUP)):
            arrays = [make_array(column.value, [column.read(row) for row in group]) for column in columns]
            writer.write_batch(pyarrow.RecordBatch.from_arrays(arrays, schema=schema))
            yield from sink.take()
    yield from sink.take()
