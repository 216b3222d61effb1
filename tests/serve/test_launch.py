"""What is refused before a server starts."""

from __future__ import annotations

import socket

import pytest

from bayan.errors import UsageError
from bayan.serve import serve


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::", "bayan.example.org"])
def test_an_address_that_others_reach_needs_leave(host: str) -> None:
    with pytest.raises(UsageError, match="--allow-host"):
        serve("bayan.db", host)


def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"127.0.0.1:{port} cannot be used"):
            serve("bayan.db", "127.0.0.1", port)
