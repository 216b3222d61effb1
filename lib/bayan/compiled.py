"""Compiled modules: `make compiled` puts them beside their sources, and Python prefers them, however old they are."""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from bayan.errors import UsageError

_PACKAGE = Path(__file__).parent


def count_compiled(package: Path = _PACKAGE) -> int:
    """How many modules run compiled. Raises UsageError where a source is newer than what was compiled of it, or gone:
    half of the engine would be another one."""
    built = [path for path in package.glob("*/*") if path.name.endswith(EXTENSION_SUFFIXES[-1])]
    for path in built:
        source = path.with_name(f"{path.name.partition('.')[0]}.py")
        if not source.exists() or source.stat().st_mtime > path.stat().st_mtime:
            raise UsageError(
                f"{source}: what was compiled of this file is older than the file; run `make compiled` again, or "
                "`make pure` to run the sources as they are."
            )
    return len(built)
