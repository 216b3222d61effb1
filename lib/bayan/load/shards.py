"""What was found in some articles, as a Parquet file: one row an article, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from bayan.errors import BayanError, Rejected
from bayan.load.workers import Found
from bayan.records import Article, Extraction, Mention, Span, read_statement, tell_statement


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
        return {"rejected": [found.code, found.where], "values": dict(found.values)}
    return {
        "statements": [tell_statement(one) for one in found.statements],
        "mentions": [[one.field, one.span, one.actor_id, one.name] for one in found.mentions],
    }


def _found(row: Mapping[str, Any]) -> Found:
    if "rejected" in row:
        return Rejected(*row["rejected"], **row["values"])
    mentions = (Mention(field, Span(*span), actor_id, name) for field, span, actor_id, name in row["mentions"])
    return Extraction(tuple(read_statement(told) for told in row["statements"]), tuple(mentions))
