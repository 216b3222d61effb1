"""What happens to an error that nobody expected: an id on the page, everything else in the log."""

from __future__ import annotations

import logging
import secrets

from bayan.show import WEB

_LOG = logging.getLogger("bayan")


def log_error(error: Exception) -> bool:
    """Write an error with an id to the log, and show the id in its place on the page."""
    code = secrets.token_hex(4)
    _LOG.error("error %s", code, exc_info=error)
    WEB.draw_failure(code)
    return True
