"""docs/performance.md: one part a benchmark, each written anew by its own."""

from __future__ import annotations

import platform
import re
from datetime import date
from pathlib import Path

from bayan import __version__
from bayan.compiled import count_compiled

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
_HEAD = "# Performance\n\nPrinted by `make bench`, each part in one run; compare the rows with each other.\n"


def stamp() -> str:
    """When and on what a part was measured."""
    return f"{date.today()} · Bayan {__version__} · Python {platform.python_version()} · {_processor()}"


def _processor() -> str:
    """The name of the processor, where the system tells it."""
    told = Path("/proc/cpuinfo")
    names = re.findall(r"^model name\s*:\s*(.+)", told.read_text(), flags=re.MULTILINE) if told.exists() else []
    return names[0] if names else platform.machine()


def of_engine(title: str) -> str:
    """The title of a part whose figures the engine makes: compiled, it has a part of its own."""
    return f"{title}, compiled" if count_compiled() else title


def write_part(title: str, text: str) -> None:
    """Put a part into the page, in the place of the part of this title; parts are in the order of their titles."""
    page = _PAGE.read_text(encoding="utf-8") if _PAGE.exists() else ""
    parts = dict(re.findall(r"^## (.+)\n\n((?:(?!^## ).*\n)*)", page, flags=re.MULTILINE))
    parts[title] = f"{text.strip()}\n"
    told = [f"## {name}\n\n{parts[name].strip()}\n" for name in sorted(parts)]
    _PAGE.write_text("\n".join([_HEAD, *told]), encoding="utf-8")
