"""Starting the server: where it listens, and what it refuses to do."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Sequence
from ipaddress import ip_address

from bayan.errors import UsageError
from bayan.serve.guard import ALLOWED_HOSTS
from bayan.show import WEB

STORE = "BAYAN_DB"


def serve(db: str, host: str = "127.0.0.1", port: int = 8501, allow: Sequence[str] = ()) -> None:
    """Serve the dashboard over a store, in place of this process, until it is stopped.

    An address that other machines reach needs ``allow``: the host names under which they may ask, chosen by somebody
    who has put a sign-in before it. Files can be handed in on the corpus page only where nobody else can ask. Raises
    UsageError.
    """
    if not _is_loopback(host) and not allow:
        raise UsageError(
            f"{host} can be reached by other machines and the dashboard has no sign-in of its own: "
            "name the hosts that may ask with --allow-host, behind a proxy that signs people in, or serve on 127.0.0.1."
        )
    _check_port(host, port)
    app = WEB.app / "app.py"
    if not app.is_file():
        raise UsageError(f"{app}: the dashboard's files are missing; install Bayan again.")
    options = {"server.address": host, "server.port": str(port), "server.headless": "true"}
    words = [f"--{name}={value}" for name, value in options.items()]
    os.environ[STORE] = os.path.abspath(db) if "://" not in db else db
    os.environ[ALLOWED_HOSTS] = ",".join(allow)
    os.environ[WEB.receives] = "" if allow else "1"
    os.chdir(WEB.app)  # Streamlit would read a configuration that lies where the command was given
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", str(app), *words])


def _check_port(host: str, port: int) -> None:
    """Raises UsageError where the address cannot be listened on."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        raise UsageError(f"{host}:{port} cannot be used ({reason}); give another with --host or --port.") from None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
