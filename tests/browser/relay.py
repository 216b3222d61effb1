"""A proxy before the dashboard, as teams put one: it passes everything on and says for whom it asks."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from urllib.parse import urlsplit

CHUNK = 65536


@contextmanager
def forwarding(address: str, visitor: str) -> Iterator[str]:
    """The address of a proxy of a server; the first request of each connection gets X-Forwarded-For, the one that opens
    the page's socket among them."""
    target = urlsplit(address)

    class Forward(BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection((str(target.hostname), int(target.port or 80))) as going, suppress(OSError):
                first = self.request.recv(CHUNK)
                going.sendall(first.replace(b"\r\n", f"\r\nX-Forwarded-For: {visitor}\r\n".encode(), 1))
                back = Thread(target=_pass_on, args=(going, self.request))
                back.start()
                _pass_on(self.request, going)
                back.join()

    with ThreadingTCPServer(("127.0.0.1", 0), Forward) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _pass_on(here: socket.socket, there: socket.socket) -> None:
    with suppress(OSError):
        while chunk := here.recv(CHUNK):
            there.sendall(chunk)
    with suppress(OSError):
        there.shutdown(socket.SHUT_WR)
