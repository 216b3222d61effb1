"""The command line: words go in, the rooms' functions are called, results and one-line errors come out. No logic.

``main(arguments=None)`` runs a command and ends the process: 0 done, 1 done but something was left out, 2 not done.
"""

from bayan.cli.commands import main

__all__ = ["main"]
