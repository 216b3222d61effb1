"""Changing what is shown: who may, and the store that takes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st

from bayan.errors import BayanError, StoreError
from bayan.review import name_reviewer
from bayan.show.asking import forget_state, shown_store
from bayan.show.receiving import may_receive
from bayan.store import Store, open_store

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
"""What a proxy adds to a request: behind one, the address of this machine says nothing of who asks."""
_REFUSED = "refused"


def may_write() -> bool:
    """Whether this visitor may change the store, where it takes changes: who has signed in, or sits at the machine
    that serves it."""
    return (_is_signed_in() or _is_here()) and not is_read_only()


def may_hand_in() -> bool:
    """Whether this visitor may hand in files."""
    return may_receive() and may_write()


def is_read_only() -> bool:
    """Whether the store takes no changes from anybody here; a store that cannot be opened is told of elsewhere."""
    try:
        return _takes_nothing(shown_store())
    except StoreError:
        return False


@lru_cache(maxsize=1)
def _takes_nothing(shown: Store) -> bool:
    return shown.is_read_only()


def writer_name() -> str:
    """Who changes the store: the address of who has signed in, else the account of this machine."""
    return owner_name() or name_reviewer()


def owner_name() -> str | None:
    """The address or the name of who has signed in, None for everybody else."""
    user = st.user.to_dict()
    return (str(user.get("email") or user.get("name") or "") or None) if _is_signed_in() else None


def _is_signed_in() -> bool:
    return bool(st.user.to_dict().get("is_logged_in"))


def _is_here() -> bool:
    """Whether the server listens to this machine alone, and the browser asked it by such an address and directly."""
    headers = {name.lower(): value for name, value in st.context.headers.items()}
    asked = urlsplit(f"//{headers.get('host', '')}").hostname or ""
    direct = not any(name in headers for name in _FORWARDED)
    return direct and is_loopback(asked) and is_loopback(str(st.get_option("server.address") or ""))


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, reached from itself alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def change(write: Callable[[Store], object]) -> bool:
    """Let a visitor who may change the store, and say whether it was changed; ``take_refusal`` tells why not."""
    if not may_write():
        return False
    try:
        write(_open(shown_store()))
    except BayanError as error:
        st.session_state[_REFUSED] = error
        return False
    forget_state()
    return True


def take_refusal() -> BayanError | None:
    """Why the last change was refused, told once."""
    refused: BayanError | None = st.session_state.pop(_REFUSED, None)
    return refused


@lru_cache(maxsize=1)
def _open(shown: Store) -> Store:
    """The store that is shown, for writing: kept open, since closing it makes a database look at all of its tables."""
    return open_store(shown.address, write=True)
