"""The guard before the dashboard: who may ask, how many at once, and what a browser may do with the answers."""

from __future__ import annotations

import os
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bayan.serve.page import rewrite_page, wants_page
from bayan.show import WEB

LOOPBACK = ("127.0.0.1", "localhost", "::1")
ALLOWED_HOSTS = "BAYAN_ALLOWED_HOSTS"
MOST_SESSIONS = 50
"""Above about 50 sessions a process, answers take seconds (measured)."""
_HANDED_IN = "/_stcore/upload_file/"

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'self'",
}


def allowed_hosts() -> tuple[str, ...]:
    """The host names that are answered: this machine's own, and those that its keeper allowed."""
    further = os.environ.get(ALLOWED_HOSTS, "").split(",")
    return (*LOOPBACK, *(name.strip().lower() for name in further if name.strip()))


class Guard:
    """Refuses unknown hosts (421), foreign origins and files that nobody may hand in (403), sessions beyond the limit
    (503), before Streamlit."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] | None = None, sessions: int = MOST_SESSIONS) -> None:
        self.app = app
        self.hosts = frozenset(allowed_hosts() if hosts is None else hosts)
        self.sessions = sessions
        self.open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(Headers(scope=scope)) or _no_file(scope)
        if refusal:
            await _refuse(scope, send, *refusal)
        elif scope["type"] == "websocket":
            await self._session(scope, receive, send)
        elif wants_page(scope):
            await rewrite_page(self.app, scope, receive, _guarded(send))
        else:
            await self.app(scope, receive, _guarded(send))

    def _refusal(self, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if _name(host) not in self.hosts:
            return 421, "This dashboard does not answer to that host name."
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            return 403, "This dashboard does not answer to other origins."
        return None

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.open >= self.sessions:
            await _refuse(scope, send, 503, f"All {self.sessions} places are taken: try again in a minute.")
            return
        self.open += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.open -= 1


def _no_file(scope: Scope) -> tuple[int, str] | None:
    """Streamlit would hold a file in memory whether or not a page asks for one."""
    if scope["path"].startswith(_HANDED_IN) and not WEB.may_receive():
        return 403, "This dashboard takes no files: use `bayan ingest`."
    return None


def _name(host: str) -> str:
    """The host without its port, as browsers send it: ``127.0.0.1:8501``, ``[::1]:8501``."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _guarded(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return with_headers


async def _refuse(scope: Scope, send: Send, status: int, why: str) -> None:
    """Answer with one line; a websocket is refused during its handshake."""
    prefix = "http" if scope["type"] == "http" else "websocket.http"
    if prefix == "websocket.http" and "websocket.http.response" not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008, "reason": why})
        return
    body = f"{why}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": f"{prefix}.response.start", "status": status, "headers": headers})
    await send({"type": f"{prefix}.response.body", "body": body})


def guards() -> list[Middleware]:
    """The guard as Streamlit takes it."""
    return [Middleware(Guard)]
