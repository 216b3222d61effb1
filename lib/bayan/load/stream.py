"""JSON Lines of articles → JSON Lines of statements and mentions, in the same order, in constant memory."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from itertools import islice
from typing import Any, NamedTuple

import orjson

from bayan.errors import Rejected
from bayan.ingest import Limits, Notes, exact_article, parse_line, split_lines
from bayan.load.workers import engine, extract, rare_garbage, run_in_order
from bayan.records import Mention, Statement

_LINES_A_TASK = 64
_CHUNK = 1 << 16
_LIMIT = Limits().record
_FIELDS = (
    "field", "cue", "content", "kind", "speaker", "speaker_id", "speaker_surface", "speaker_kind", "role", "via",
    "said_on", "act", "confidence",
)  # fmt: skip


class Line(NamedTuple):
    """A line of the input: where it stands, its bytes (None over the limit), whether its statements are explained."""

    where: str
    data: bytes | None
    explain: bool


def extract_lines(
    stream: BufferedReader, name: str, *, workers: int = 1, explain: bool = False
) -> Iterator[bytes | Rejected]:
    """One line of JSON for each article, ending in a line feed, and a Rejected in the place of each bad line.

    Blank lines are nothing. With ``explain`` each statement names the lexicon entries and rules that found it.
    """
    numbered = enumerate(split_lines(iter(lambda: stream.read1(_CHUNK), b""), _LIMIT), start=1)
    whole = (Line(f"{name}:{n}", data, explain) for n, data in numbered if data is None or data.strip())
    if workers <= 1:
        engine()  # what it consists of is no garbage
        with rare_garbage():
            yield from map(_extract_line, whole)
        return
    for batch in run_in_order(_extract_batch, _batches(whole), workers):
        yield from batch


def _batches(lines: Iterator[Line]) -> Iterator[list[Line]]:
    while batch := list(islice(lines, _LINES_A_TASK)):
        yield batch


def _extract_batch(batch: list[Line]) -> list[bytes | Rejected]:
    return [_extract_line(line) for line in batch]


def _extract_line(line: Line) -> bytes | Rejected:
    try:
        if line.data is None:
            raise Rejected("large_line", line.where, limit=_LIMIT)
        record = parse_line(line.data, line.where, Notes())
        extraction = extract(engine(), exact_article(record, line.where))
    except Rejected as rejected:
        return rejected
    row = {
        "id": record.get("id"),
        "statements": [_statement_row(one, explain=line.explain) for one in extraction.statements],
        "mentions": [_mention_row(one) for one in extraction.mentions],
    }
    return orjson.dumps(row, default=list, option=orjson.OPT_APPEND_NEWLINE)


def _statement_row(statement: Statement, *, explain: bool) -> dict[str, Any]:
    row = {field: getattr(statement, field) for field in _FIELDS}
    return row | {"evidence": statement.evidence} if explain else row


def _mention_row(mention: Mention) -> dict[str, Any]:
    return {"field": mention.field, "span": mention.span, "actor_id": mention.actor_id, "name": mention.name}
