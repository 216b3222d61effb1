"""One visit to a server: what it answers within the limits, or why that is not taken."""

from __future__ import annotations

import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx

from bayan.errors import Rejected
from bayan.fetch.addresses import Place, find_place, read_address

AGENT = "bayan"
_HEADERS = {
    "User-Agent": f"{AGENT} (reads news feeds for one analyst)",
    "Accept": "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_REDIRECTS = 5
_CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Terms:
    """How politely and how much is asked: seconds between two visits to a host, bytes and seconds of an answer,
    pages of a run, seconds that a host may ask us to wait, and whether private addresses may be asked."""

    pace: float = 1.0
    page: int = 10_000_000
    seconds: float = 30.0
    pages: int = 1_000
    patience: float = 60.0
    private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the address asked in the end, the status, the headers, the bytes as they came."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    data: bytes = field(repr=False)

    def header(self, name: str) -> str | None:
        """A header by its name in small letters."""
        return next((value for key, value in self.headers if key.lower() == name), None)

    def unpacked(self, limit: int) -> bytes:
        """The bytes without the packing of the way. Raises Rejected: ``too-large``, ``encoding``."""
        coding = (self.header("content-encoding") or "identity").strip().lower()
        if coding == "identity":
            return self.data
        if coding not in ("gzip", "x-gzip", "deflate"):
            raise Rejected("other_packing", self.url, packing=coding[:20])
        try:
            unpacked = zlib.decompressobj(47).decompress(self.data, limit + 1)
        except zlib.error:
            raise Rejected("damaged_packing", self.url) from None
        if len(unpacked) > limit:
            raise Rejected("large_unpacked_answer", self.url, limit=limit)
        return unpacked


def visit(
    address: str, terms: Terms, may: Callable[[Place], None], *, headers: Mapping[str, str] | None = None
) -> Answer:
    """Ask for an address and follow where it leads, each step of the way checked by ``may`` and for private places.

    Raises Rejected: ``unreachable``, ``private-address``, ``redirects``, ``slow``, ``too-large``, ``truncated``.
    """
    end = time.monotonic() + terms.seconds
    seen: set[str] = set()
    url = read_address(address)
    while url is not None and str(url) not in seen and len(seen) <= _REDIRECTS:
        seen.add(str(url))
        place = find_place(url, private=terms.private)
        may(place)
        answer = _ask(place, terms, end, {**_HEADERS, **(headers or {})})
        target = answer.header("location")
        if answer.status not in (301, 302, 303, 307, 308) or not target:
            return answer
        url = _follow(url, target)
    raise Rejected("redirects_nowhere" if url is None else "redirects_on", address)


def _follow(url: httpx.URL, target: str) -> httpx.URL | None:
    try:
        return read_address(str(url.join(target)))
    except httpx.InvalidURL:
        return None


def _ask(place: Place, terms: Terms, end: float, headers: Mapping[str, str]) -> Answer:
    """The answer of one machine. It is asked by its number, so that it is the one that was checked."""
    url = place.url
    asked = url.copy_with(host=place.ip)
    names = {**headers, "Host": url.netloc.decode("ascii")}
    clock = _Clock(end)
    told, timeout = _told(str(url), clock), min(_CONNECT_SECONDS, terms.seconds)
    with clock, told, httpx.Client(trust_env=False, timeout=timeout) as client:
        extensions = {"sni_hostname": url.host, "trace": clock.watch}
        answer = client.send(client.build_request("GET", asked, headers=names, extensions=extensions), stream=True)
        try:
            data = b"".join(_limited(answer, terms, str(url)))
        finally:
            answer.close()
        if clock.over:  # an answer without a length ends where the line is cut
            raise Rejected("slow_end", str(url))
    pairs = tuple((key.decode("latin-1"), value.decode("latin-1")) for key, value in answer.headers.raw)
    return Answer(str(url), answer.status_code, answer.reason_phrase, pairs, data)


class _Clock:
    """Hangs up when the time is over, even on a server that sends a letter now and then."""

    def __init__(self, end: float) -> None:
        self._timer = threading.Timer(max(0.0, end - time.monotonic()), self._hang_up)
        self._socket: socket.socket | None = None
        self.over = False

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def watch(self, event: str, info: Mapping[str, Any]) -> None:
        """Note the connection when it is made."""
        if event == "connection.connect_tcp.complete":
            self._socket = info["return_value"].get_extra_info("socket")

    def _hang_up(self) -> None:
        self.over = True
        if self._socket:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _limited(answer: httpx.Response, terms: Terms, where: str) -> Iterator[bytes]:
    size = 0
    for chunk in answer.iter_raw():
        size += len(chunk)
        if size > terms.page:
            raise Rejected("large_answer", where, limit=terms.page)
        yield chunk


@contextmanager
def _told(where: str, clock: _Clock) -> Iterator[None]:
    """What goes wrong on the way, in words. Raises Rejected."""
    try:
        yield
    except (httpx.HTTPError, OSError) as error:
        if clock.over or isinstance(error, httpx.TimeoutException):
            raise Rejected("slow_answer", where) from None
        if isinstance(error, httpx.RemoteProtocolError):
            raise Rejected("cut_answer", where, cause=str(error)) from None
        raise Rejected("not_reached", where, cause=str(error) or type(error).__name__) from None
