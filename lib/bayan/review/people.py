"""Who reviews."""

from __future__ import annotations

import getpass


def name_reviewer() -> str:
    """The account of this machine that decides; corrections and decisions keep the name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return "unknown"
