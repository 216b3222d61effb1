"""Extracts as files: streamed from the store as they are read, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from bayan import __version__
from bayan.errors import BadSelection, BayanError, UsageError
from bayan.export import FORMS, TABLES, Table, extract_blocks, package_blocks
from bayan.queries import Selection, parse_selection
from bayan.show import WEB

_PACKAGE = "package"
_WITHOUT = "without"


def download(request: Request) -> Response:
    """All that the selection of the address holds, as a file; a sentence where it cannot be read.

    ``without`` names columns that are left out; the form ``package`` is a zip file with all that belongs to the data.
    """
    form = request.path_params["form"]
    table = next((name for name in TABLES if name == request.path_params["table"]), None)
    if table is None or form not in (*FORMS, _PACKAGE):
        return PlainTextResponse(f"There is no extract {request.path_params['table']} as {form}.\n", 404)
    words = {name: request.query_params.getlist(name) for name in request.query_params}
    try:
        selection = parse_selection(words)
        blocks = _blocks(table, form, selection, words)
        first = next(blocks, b"")  # what cannot be answered is said instead of a broken file
    except (BadSelection, UsageError) as error:
        return PlainTextResponse(f"{WEB.tell_fault(words, error)}\n", 400)
    except BayanError as error:
        return PlainTextResponse(f"{WEB.tell_fault(words, error)}\n", 503)
    ending, media = ("zip", "application/zip") if form == _PACKAGE else (FORMS[form].ending, FORMS[form].media)
    headers = {
        "Content-Disposition": f'attachment; filename="{_name(table, selection)}.{ending}"',
        "Cache-Control": "no-store",
    }
    return _Download(first, blocks, media_type=media, headers=headers)


class _Download(StreamingResponse):
    """A file in blocks. When it is sent, or the browser has gone, the store is let go at once."""

    def __init__(self, first: bytes, blocks: Iterator[bytes], **options: Any) -> None:
        super().__init__(chain((first,), blocks), **options)
        self._blocks = blocks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await run_in_threadpool(self._blocks.close)  # type: ignore[attr-defined]


def _blocks(table: Table, form: str, selection: Selection, words: dict[str, list[str]]) -> Iterator[bytes]:
    without = [name for text in words.get(_WITHOUT, ()) for name in text.split(",") if name]
    chosen: dict[str, Any] = {"without": without, "lang": WEB.language_of(words)}
    if form != _PACKAGE:
        return extract_blocks(WEB.store(), table, form, selection, **chosen)
    now = datetime.now(UTC).replace(microsecond=0)
    return package_blocks(WEB.store(), selection, [table], made_by=f"Bayan {__version__}", created=now, **chosen)


def _name(table: str, selection: Selection) -> str:
    """A file name in Latin letters that tells the table and its span."""
    span = [day for day in (selection.since, selection.until) if day]
    return "-".join(("bayan", table, *span))
