"""What the filter bar asks while something is typed: the actors that it offers, and where typing leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bayan.errors import BadSelection, BayanError
from bayan.show import WEB


def suggest(request: Request) -> Response:
    """Actors for ``text``, typed on the page at the address ``here``: a list of objects with name and href.

    ``word`` and ``subject`` say what they are for, where that is no filter.
    """
    asked = request.query_params
    here = asked.get("here", "/")
    given = [asked.get(name, "") for name in ("text", "word", "subject")]
    return _answer(here, lambda: list(WEB.suggest(here, *given)))


def retype(request: Request) -> Response:
    """Where ``text``, typed for a ``word`` of the address ``here``, leads: an object with href."""
    asked = request.query_params
    return _answer(
        asked.get("here", "/"),
        lambda: {"href": WEB.retype(asked.get("here", "/"), asked.get("word", "q"), asked.get("text", ""))},
    )


def _answer(here: str, ask: Callable[[], Any]) -> Response:
    """The answer, or why there is none in the language of the page at the address ``here``."""
    words = parse_qs(urlsplit(here).query)
    try:
        return JSONResponse(ask(), headers={"Cache-Control": "no-store"})
    except BadSelection as error:
        return PlainTextResponse(f"{WEB.tell_fault(words, error)}\n", 400)
    except BayanError as error:
        return PlainTextResponse(f"{WEB.tell_fault(words, error)}\n", 503)
