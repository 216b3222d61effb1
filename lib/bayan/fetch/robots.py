"""What hosts allow robots, asked once a run."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable

from protego import Protego

from bayan.errors import Rejected
from bayan.fetch.addresses import Place
from bayan.fetch.visits import AGENT, Answer

_MOST_BYTES = 500_000
_LONGEST_PAUSE = 60.0


class Robots:
    """The rules of each host. ``ask`` fetches an address; it raises Rejected where there is no answer."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        self._ask = ask
        self._rules: dict[str, Protego | str] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def check(self, place: Place) -> None:
        """Raises Rejected (``robots``) where a host forbids an address, or its rules cannot be read."""
        rules = self._read(place.host)
        if isinstance(rules, str):
            raise Rejected("unread_robots", str(place.url), cause=rules)
        if not rules.can_fetch(str(place.url), AGENT):
            raise Rejected("forbidden", str(place.url))

    def pause(self, host: str) -> float:
        """The seconds between two visits that a host asks for, where its rules have been read."""
        rules = self._rules.get(host)
        delay = rules.crawl_delay(AGENT) if isinstance(rules, Protego) else None
        return min(delay or 0.0, _LONGEST_PAUSE)

    def _read(self, host: str) -> Protego | str:
        with self._locks[host]:  # another host may lead here at the same time
            if host not in self._rules:
                self._rules[host] = self._fetch(host)
            return self._rules[host]

    def _fetch(self, host: str) -> Protego | str:
        """A host without the file allows all; one that fails may want to forbid something."""
        try:
            answer = self._ask(f"{host}/robots.txt")
            if 400 <= answer.status < 500:
                return Protego.parse("")
            if answer.status != 200:
                return f"status {answer.status}"
            return Protego.parse(answer.unpacked(_MOST_BYTES).decode("utf-8", "replace"))
        except Rejected as rejected:
            return rejected.detail.rstrip(".")
