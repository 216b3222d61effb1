"""A web server on this machine that serves what a test lays into it, faults included."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NONE: Mapping[str, str] = {}
Page = Callable[["Handler"], None]
TEXT = "قال سيرغي لافروف إن الحل في ليبيا سياسي، وأضاف أن وقف إطلاق النار ضروري قبل أي حوار بين الأطراف المعنية."


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.server.asked[self.path] += 1
        self.server.times.append((self.path, time.monotonic()))
        page = self.server.pages.get(self.path)
        if page is None:
            self.answer(404, b"nothing here")
        else:
            page(self)

    def answer(self, status: int, data: bytes, headers: Mapping[str, str] = NONE, length: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def handle(self) -> None:
        with suppress(ConnectionError):  # who asked has hung up
            super().handle()


@dataclass
class Site(ThreadingHTTPServer):
    """What is served: a function a path; how often each was asked for, and when."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    times: list[tuple[str, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.daemon_threads = True
        super().__init__(("127.0.0.1", 0), Handler)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


@contextmanager
def serve() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        site.shutdown()
        thread.join()
        site.server_close()


def html(title: str, text: str = TEXT) -> bytes:
    paragraphs = "".join(f"<p>{text} ({number})</p>" for number in range(4))
    page = (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )
    return page.encode()


def feed(site: Site, *paths: str, full: bool = False) -> bytes:
    content = f"<content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded>" if full else ""
    items = "".join(
        f"<item><title>{path}</title><link>{site.address(path)}</link><description>ملخص</description>{content}</item>"
        for path in paths
    )
    space = "http://purl.org/rss/1.0/modules/content/"
    return f'<?xml version="1.0"?><rss version="2.0" xmlns:content="{space}"><channel>{items}</channel></rss>'.encode()


def say(data: bytes, status: int = 200, **headers: str) -> Page:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.answer(status, data, named)


def packed(data: bytes) -> Page:
    return say(gzip.compress(data), Content_Encoding="gzip", Content_Type="text/html; charset=utf-8")


def with_etag(data: bytes, tag: str) -> Page:
    def page(handler: Handler) -> None:
        if handler.headers["If-None-Match"] == tag:
            handler.answer(304, b"", {"ETag": tag})
        else:
            handler.answer(200, data, {"ETag": tag, "Content-Type": "application/rss+xml"})

    return page


def busy(page: Page, times: int, after: str | None = "0", status: int = 429) -> Page:
    """Busy so many times, then the page."""
    left = iter(range(times))

    def answer(handler: Handler) -> None:
        if next(left, None) is None:
            page(handler)
        else:
            handler.answer(status, b"", {"Retry-After": after} if after else {})

    return answer


def cut(data: bytes) -> Page:
    """Half of what was promised."""
    return lambda handler: handler.answer(200, data[: len(data) // 2], {"Content-Type": "text/html"}, len(data))


def dripping(data: bytes, pause: float, *, head: bool = False) -> Page:
    """Some letters now and then, for ever; in the headers with ``head``."""

    def page(handler: Handler) -> None:
        start = b"HTTP/1.1 200 OK\r\nX-A: " if head else b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
        handler.wfile.write(start)
        for at in range(200):
            handler.wfile.write(data[at : at + 1] or b"x")
            handler.wfile.flush()
            time.sleep(pause)

    return page


def leading_to(target: str) -> Page:
    return say(b"", 302, Location=target)
