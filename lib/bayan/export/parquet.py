"""Rows as Parquet: typed columns that carry their meaning, a group of rows at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from bayan.export.arrays import make_array, type_of
from bayan.export.codebook import tell_meaning
from bayan.export.columns import Column, Table
from bayan.export.sink import Sink

_ROWS = 250
"""Rows that are held as they came; what is held beyond them are arrays, far smaller."""
_GROUP = 1 << 20
"""Bytes of arrays that become one group of rows: some 1,700 statements, or 500 articles with their texts. The writer
keeps 1.6 KB of each column of a group until the file ends, so groups of few rows cost as well: those of 1,000
statements 12 MB for 200,000."""
_POOL = "ARROW_DEFAULT_MEMORY_POOL"
"""Where Arrow takes memory from. Its own way keeps what it once had: 13 MB more."""


def parquet_blocks(table: Table, columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[bytes]:
    """A Parquet file in blocks."""
    os.environ.setdefault(_POOL, "system")  # is read when the library is loaded
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    fields = [
        pyarrow.field(column.name, type_of(column.value), metadata={"description": tell_meaning(table, column.name)})
        for column in columns
    ]
    schema = pyarrow.schema(fields)
    sink = Sink()
    with ParquetWriter(pyarrow.PythonFile(sink, "w"), schema, compression="zstd") as writer:
        for group in _groups(_batches(columns, iter(rows), schema)):
            writer.write_table(pyarrow.Table.from_batches(group, schema=schema))
            yield from sink.take()
    yield from sink.take()


def _batches(columns: Sequence[Column], rows: Iterator[Any], schema: Any) -> Iterator[Any]:
    import pyarrow

    while held := list(islice(rows, _ROWS)):
        arrays = [make_array(column.value, [column.read(row) for row in held]) for column in columns]
        yield pyarrow.RecordBatch.from_arrays(arrays, schema=schema)


def _groups(batches: Iterable[Any]) -> Iterator[list[Any]]:
    """Batches that are written together: they hold the bytes of a group, or are the last."""
    group: list[Any] = []
    for batch in batches:
        group.append(batch)
        if sum(one.nbytes for one in group) >= _GROUP:
            yield group
            group = []
    if group:
        yield group
