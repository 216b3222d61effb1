"""The one HTML page of the dashboard: its language and direction, its style and script, and what it may load."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import parse_qs

from starlette.datastructures import URL, Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bayan.show import WEB

_PRELOADED_FONT = re.compile(r"<link\s+rel=\"preload\"[^>]*>\s*")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_DROPPED = ("accept-encoding", "if-none-match", "if-modified-since")


def wants_page(scope: Scope) -> bool:
    """Does a browser ask for a page, and not for a part of one?"""
    return scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", "")


async def rewrite_page(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let the app answer, and dress the page in the language of its address before it leaves."""
    if (path := f"/{scope['path'].strip('/')}") != scope["path"]:
        # Streamlit's page names its files from where it stands, and would find none below a page.
        await RedirectResponse(URL(scope=scope).replace(path=path))(scope, receive, send)
        return
    kept = [(name, value) for name, value in scope["headers"] if name.decode("latin-1") not in _DROPPED]
    start: Message = {}
    parts: list[bytes] = []

    async def gather(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start":
            start = message
            return
        if "text/html" not in Headers(raw=start["headers"]).get("content-type", ""):
            await _pass_on(start, message, send)
            return
        parts.append(message.get("body", b""))
        if message.get("more_body"):
            return
        if _is_deep(scope):
            await _send({**start, "status": 404}, WEB.tell_lost(_words(scope)), send)
        else:
            await _send(start, _dress(b"".join(parts).decode("utf-8"), language_of(scope)), send)

    await app({**scope, "headers": kept}, receive, gather)


def language_of(scope: Scope) -> str:
    """The language that the address names."""
    return WEB.language_of(_words(scope))


def _words(scope: Scope) -> dict[str, list[str]]:
    return parse_qs(scope["query_string"].decode("latin-1"))


def _is_deep(scope: Scope) -> bool:
    """Has the address several parts? Pages have one, and Streamlit's names its files from there."""
    return "/" in str(scope["path"]).strip("/")


async def _pass_on(start: Message, message: Message, send: Send) -> None:
    if not start.get("sent"):
        start["sent"] = True
        await send({key: value for key, value in start.items() if key != "sent"})
    await send(message)


def _dress(page: str, language: str) -> str:
    """Streamlit's page with the language, the direction, the style and the script that are ours."""
    page = _PRELOADED_FONT.sub("", page)
    page = page.replace('<html lang="en">', f'<html lang="{language}" dir="{WEB.directions[language]}">', 1)
    page = page.replace("<title>Streamlit</title>", "<title>Bayan</title>", 1)
    return page.replace("</head>", f"{WEB.head}</head>", 1)


async def _send(start: Message, page: str, send: Send) -> None:
    body = page.encode()
    headers = MutableHeaders(raw=list(start["headers"]))
    del headers["etag"]
    headers["content-length"] = str(len(body))
    headers["content-security-policy"] = _policy(page)
    await send({**start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": body})


def _policy(page: str) -> str:
    """Everything from this server alone; inline scripts only those that Streamlit's page brings."""
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in _INLINE_SCRIPT.findall(page)
    )
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' {hashes}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {value.strip()}" for name, value in rules.items())
