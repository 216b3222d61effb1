"""Decisions about actors as JSON Lines, in the order in which they are replayed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import orjson

from bayan.actors import Decision, read_decision
from bayan.errors import BadData, Rejected
from bayan.store import Store


def write_decisions(store: Store) -> Iterator[bytes]:
    """Every decision of a store, a line each."""
    for one in store.decisions():
        yield orjson.dumps(one.tell(), option=orjson.OPT_APPEND_NEWLINE)


def read_decisions(lines: Iterable[bytes], name: str) -> Iterator[Decision | Rejected]:
    """The decisions of such a file; a Rejected in the place of a line that is none."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            yield read_decision(told if isinstance(told, dict) else {})
        except ValueError:
            yield Rejected("no_json_line", f"{name}:{number}")
        except BadData as error:
            yield Rejected("bad_decision", f"{name}:{number}", cause=str(error))
