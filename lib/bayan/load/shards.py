"""What was found in some articles, as a Parquet file: one row an article, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import orjson

from bayan.errors import BayanError, Rejected
from bayan.load.batches import Found
from bayan.records import Act, Article, Extraction, Kind, Mention, Span, SpeakerKind, Statement

_READERS: Mapping[str, Any] = {
    "cue": lambda pair: Span(*pair),
    "content": lambda pair: Span(*pair),
    "span": lambda pair: Span(*pair),
    "kind": Kind,
    "act": Act,
    "speaker_kind": SpeakerKind,
    "topics": tuple,
    "evidence": tuple,
}


def write_shard(path: Path, articles: Sequence[Article], found: Sequence[Found]) -> None:
    """Write what was found in each article, or why the engine failed there."""
    import pyarrow
    import pyarrow.parquet

    columns = {
        "article": [article.content_hash for article in articles],
        "found": [orjson.dumps(_row(one), default=list) for one in found],
    }
    pyarrow.parquet.write_table(pyarrow.table(columns), path)


def read_shard(path: Path, articles: Sequence[Article]) -> list[Found]:
    """What was found in these articles. Raises BayanError where the file is of others."""
    import pyarrow.parquet

    rows = pyarrow.parquet.read_table(path).to_pydict()
    if rows["article"] != [article.content_hash for article in articles]:
        raise BayanError(f"{path}: this file is not what a worker wrote of these articles; remove it and run again.")
    return [_found(orjson.loads(row)) for row in rows["found"]]


def _row(found: Found) -> dict[str, Any]:
    if isinstance(found, Rejected):
        return {"rejected": [found.reason, found.detail, found.where]}
    return {name: [_values(one) for one in getattr(found, name)] for name in ("statements", "mentions")}


def _values(record: Statement | Mention) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _found(row: Mapping[str, Any]) -> Found:
    if "rejected" in row:
        return Rejected(*row["rejected"])
    statements = tuple(Statement(**_read(values)) for values in row["statements"])
    return Extraction(statements, tuple(Mention(**_read(values)) for values in row["mentions"]))


def _read(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _READERS.get(name, lambda value: value)(value) for name, value in values.items()}
