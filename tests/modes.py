"""Files and folders that nothing may be written to, for processes of root as well."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_DROP_FROM_BOUNDING_SET, _DAC_OVERRIDE = 24, 1
"""PR_CAPBSET_DROP and CAP_DAC_OVERRIDE of Linux: what lets root write where modes forbid it."""


def heed_modes() -> None:
    """Between fork and exec: the new program may do what the modes of files allow, even as root."""
    if os.geteuid() == 0 and ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, _DAC_OVERRIDE, 0, 0, 0) != 0:
        os._exit(77)


@contextmanager
def closed(*paths: Path) -> Iterator[None]:
    """Let nothing be written to files or folders. Only programs that ``heed_modes`` notice it."""
    if sys.platform != "linux" and os.geteuid() == 0:
        pytest.skip("root writes everywhere on this system")
    modes = {path: path.stat().st_mode for path in paths}
    try:
        for path, mode in modes.items():
            path.chmod(mode & ~0o222)
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
