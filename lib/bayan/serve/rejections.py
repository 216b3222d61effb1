"""What a run did not take, as JSON Lines: to be mended and read again."""

from __future__ import annotations

from itertools import chain

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from bayan.errors import BayanError
from bayan.load import reject_lines
from bayan.show import WEB


def rejections(request: Request) -> Response:
    """The records that a run left out; a sentence where it left out none, or there is no such run."""
    run = request.path_params["run"]
    try:
        lines = reject_lines(WEB.store().rejections(run))
        first = next(lines, None)  # what cannot be answered is said instead of a broken file
    except BayanError as error:
        return PlainTextResponse(f"{error}\n", 503)
    if first is None:
        return PlainTextResponse(f"Run {run} left nothing out.\n", 404)
    headers = {"Content-Disposition": f'attachment; filename="bayan-left-out-{run}.jsonl"', "Cache-Control": "no-store"}
    return StreamingResponse(chain((first,), lines), media_type="application/x-ndjson", headers=headers)
