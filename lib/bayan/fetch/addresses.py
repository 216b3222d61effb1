"""Addresses: which are asked for, and which machine on the network an answer may come from."""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import NamedTuple

import httpx

from bayan.errors import Rejected, UsageError

_LONGEST = 4_000
_BROKEN = re.compile(r"[\s\x00-\x1f\x7f]")
_MOST = 10_000


class Place(NamedTuple):
    """An address with the machine that is going to be asked, so that no second look at the name can lead elsewhere."""

    url: httpx.URL
    ip: str

    @property
    def host(self) -> str:
        """Whom the pace and the rules of robots hold for."""
        return f"{self.url.scheme}://{self.url.netloc.decode('ascii')}"


def read_addresses(path: Path) -> list[str]:
    """The addresses in a file, one a line; blank lines and what follows ``#`` at the beginning of a line are nothing.

    Raises UsageError for a file that cannot be read or holds what is no http or https address.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        cause = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise UsageError(f"{path}: this file cannot be read ({cause}).") from None
    found = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip() and line.strip()[0] != "#"]
    for number, address in found:
        if read_address(address) is None:
            raise UsageError(f"{path}:{number}: this is no http or https address; write one address a line.")
    if not found or len(found) > _MOST:
        raise UsageError(f"{path}: {len(found):,} addresses are in this file; give one at least, {_MOST:,} at most.")
    return list(dict.fromkeys(address for _, address in found))


def read_address(text: str) -> httpx.URL | None:
    """An http or https address with a host and no password, its fragment left out; None for what is none."""
    if len(text) > _LONGEST or _BROKEN.search(text):
        return None
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        return None
    return url.copy_with(fragment=None) if url.scheme in ("http", "https") and url.host and not url.userinfo else None


def find_place(url: httpx.URL, *, private: bool) -> Place:
    """The machine behind an address. Raises Rejected: ``unreachable``, ``private-address``.

    Every machine that the name stands for must be a public one, unless private ones are allowed.
    """
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Rejected("unknown_host", str(url)) from None
    machines = [str(entry[4][0]) for entry in found]
    if not private and (inside := [machine for machine in machines if not _is_public(machine)]):
        raise Rejected("not_public", str(url), address=inside[0])
    return Place(url, machines[0])


def _is_public(machine: str) -> bool:
    address: IPv4Address | IPv6Address = ip_address(machine.partition("%")[0])
    hidden = (getattr(address, name, None) for name in ("ipv4_mapped", "sixtofour"))
    inner = next((one for one in hidden if one), None)
    return all(one.is_global and not one.is_multicast for one in (address, inner) if one)
