"""The filters of a Selection as options of a command, generated from the one table of filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from bayan.queries import REVIEWS, WORDS, Selection, parse_selection
from bayan.records import Act, Kind

Command = TypeVar("Command", bound=Callable[..., Any])

_HELP = {
    "actor": "Statements by this actor (id, or ~name); repeat or separate by commas.",
    "for": "Statements by this actor and everyone who speaks for it.",
    "act": f"What the words do: {', '.join(Act)}.",
    "kind": f"How they are reported: {', '.join(Kind)}.",
    "topic": "Statements on this topic.",
    "outlet": "Articles of this outlet.",
    "from": "First day, as 2020-07-08.",
    "to": "Last day, included.",
    "dated": "Which day counts: said (the default) or published.",
    "q": 'Words in the text; "…" is a phrase, -word excludes.',
    "diplomatic": "Only statements on affairs between states.",
    "reviewed": f"What people did with it: {', '.join(REVIEWS)} (extracted: nobody has looked yet).",
    "arrived": "Only what came into the store since a day or a minute (UTC): 2020-07-08, 2020-07-08T06:30.",
    "originals": "Of near copies in several outlets only the first published.",
}
_FLAGS = frozenset({"diplomatic", "originals"})


def selection_options(command: Command) -> Command:
    """Add one option for each filter; the command receives them as ``filters`` for ``read_selection``."""
    for word in reversed(WORDS):
        flag = word.name in _FLAGS
        option = click.option(
            f"--{word.name}",
            f"filter_{word.name}",
            multiple=word.many,
            is_flag=flag,
            metavar=None if flag else word.name.upper(),
            help=_HELP[word.name],
        )
        command = option(command)
    return command


def read_selection(options: dict[str, Any]) -> Selection:
    """The selection of a command's filter options. Raises BadSelection."""
    texts: dict[str, list[str]] = {}
    for word in WORDS:
        value = options.get(f"filter_{word.name}")
        if value is True:
            texts[word.name] = ["1"]
        elif value:
            texts[word.name] = list(value) if word.many else [value]
    return parse_selection(texts)
