"""What the box of actors offers while a name is typed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bayan.errors import BadSelection, BayanError
from bayan.show import WEB


def suggest(request: Request) -> Response:
    """Actors for ``text``, typed on the page at the address ``here``: a list of objects with name and href."""
    try:
        found = WEB.suggest(request.query_params.get("here", "/"), request.query_params.get("text", ""))
    except BadSelection as error:
        return PlainTextResponse(f"{error}\n", 400)
    except BayanError as error:
        return PlainTextResponse(f"{error}\n", 503)
    return JSONResponse(list(found), headers={"Cache-Control": "no-store"})
