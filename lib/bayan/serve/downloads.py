"""Extracts as files: streamed from the store as they are read, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from bayan.errors import BadSelection, BayanError
from bayan.export import Table, csv_blocks, jsonl_blocks
from bayan.queries import Selection, parse_selection, questions
from bayan.show import WEB

Blocks = Callable[[Table, Iterator[Any]], Iterator[str]]

_TABLES: dict[Table, Callable[..., Iterator[Any]]] = {
    "statements": questions.iter_statements,
    "mentions": questions.iter_mentions,
    "articles": questions.iter_articles,
}
_FORMS: dict[str, tuple[Blocks, str, str]] = {
    "excel": (lambda table, rows: csv_blocks(table, rows, excel=True), "text/csv", "excel.csv"),
    "csv": (csv_blocks, "text/csv", "csv"),
    "jsonl": (jsonl_blocks, "application/x-ndjson", "jsonl"),
}


def download(request: Request) -> Response:
    """All that the selection of the address holds, as a file; a sentence where it cannot be read."""
    table, form = request.path_params["table"], request.path_params["form"]
    if table not in _TABLES or form not in _FORMS:
        return PlainTextResponse(f"There is no extract {table} as {form}.\n", 404)
    words = {name: request.query_params.getlist(name) for name in request.query_params}
    write, kind, ending = _FORMS[form]
    try:
        selection = parse_selection(words)
        blocks = write(table, _TABLES[table](WEB.store(), selection))
        first = next(blocks)  # what cannot be answered is said instead of a broken file
    except BadSelection as error:
        return PlainTextResponse(f"{error}\n", 400)
    except BayanError as error:
        return PlainTextResponse(f"{error}\n", 503)
    headers = {
        "Content-Disposition": f'attachment; filename="{_name(table, selection)}.{ending}"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(chain((first,), blocks), media_type=f"{kind}; charset=utf-8", headers=headers)


def _name(table: str, selection: Selection) -> str:
    """A file name in Latin letters that tells the table and its span."""
    span = [day for day in (selection.since, selection.until) if day]
    return "-".join(("bayan", table, *span))
