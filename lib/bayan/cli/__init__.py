"""The command line: words go in, the rooms' functions are called, results and one-line errors come out. No logic.

``main(arguments=None)`` runs a command and ends the process: 0 done, 1 done but something was left out, 2 not done.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command. Its rooms are loaded now: the processes that a run starts import the program, and need none."""
    from bayan.compiled import count_compiled
    from bayan.errors import UsageError

    try:
        count_compiled()  # raises where half of the engine would be another one
    except UsageError as error:
        print(f"bayan: {error}", file=sys.stderr)
        sys.exit(2)

    from bayan.cli.commands import main as run

    run(arguments)
