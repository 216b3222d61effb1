"""Bayan: who said what, about what, when, through whom, in which article, at which characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bayan.corpus import open as open
    from bayan.queries import Selection as Selection

__version__ = "0.1.0"
__all__ = ["Selection", "__version__", "open"]


def __getattr__(name: str) -> Any:
    """``bayan.open`` and ``bayan.Selection`` load their rooms when they are asked for: importing Bayan stays quick."""
    if name == "open":
        from bayan.corpus import open as found

        return found
    if name == "Selection":
        from bayan.queries import Selection

        return Selection
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
