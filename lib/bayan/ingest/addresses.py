"""Web addresses: which are kept, and which outlet they belong to."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_LONGEST = 4_000
_BROKEN = re.compile('[\\s\x00-\x1f\x7f\ud800-\udfff<>"]')
_COUNTRY_SECOND = frozenset({"com", "co", "net", "org", "gov", "edu", "ac"})
_SUBDOMAINS = frozenset({"www", "m", "mobile", "amp", "arabic", "ar", "web"})


def safe_address(text: str) -> str | None:
    """An http or https address with a host, or None: nothing else may ever become a link."""
    address = text.strip()
    if len(address) > _LONGEST or _BROKEN.search(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host else None


def join_address(base: str | None, address: str) -> str:
    """An address as it is meant on the page that was fetched from ``base``."""
    try:
        return urljoin(base, address.strip()) if base else address.strip()
    except ValueError:
        return address


def outlet_of(address: str) -> str:
    """The outlet's short name in an address: ``www.alweeam.com.sa`` is ``alweeam``."""
    labels = (urlsplit(address).hostname or "").split(".")
    while len(labels) > 2 and labels[0] in _SUBDOMAINS:
        del labels[0]
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _COUNTRY_SECOND:
        return labels[-3]
    return labels[-2] if len(labels) > 1 and not labels[-1].isdigit() else ".".join(labels)
