"""What the filter bar asks while something is typed: the actors that it offers, and where typing leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bayan.errors import BadSelection, BayanError
from bayan.show import WEB


def suggest(request: Request) -> Response:
    """Actors for ``text``, typed on the page at the address ``here``: a list of objects with name and href.

    ``word`` and ``subject`` say what they are for, where that is no filter.
    """
    asked = request.query_params
    given = [asked.get(name, "") for name in ("text", "word", "subject")]
    return _answer(lambda: list(WEB.suggest(asked.get("here", "/"), *given)))


def retype(request: Request) -> Response:
    """Where ``text``, typed for a ``word`` of the address ``here``, leads: an object with href."""
    asked = request.query_params
    return _answer(lambda: {"href": WEB.retype(asked.get("here", "/"), asked.get("word", "q"), asked.get("text", ""))})


def _answer(ask: Callable[[], Any]) -> Response:
    try:
        return JSONResponse(ask(), headers={"Cache-Control": "no-store"})
    except BadSelection as error:
        return PlainTextResponse(f"{error}\n", 400)
    except BayanError as error:
        return PlainTextResponse(f"{error}\n", 503)
