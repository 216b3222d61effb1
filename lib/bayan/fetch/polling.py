"""A round over feeds and pages: hosts side by side, each at its own pace; what came is written down, the rest named."""

from __future__ import annotations

import io
import re
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from math import ceil
from queue import Empty, SimpleQueue
from urllib.parse import urljoin

import feedparser

from bayan.errors import Rejected
from bayan.fetch.addresses import read_address
from bayan.fetch.archive import Archive, Writers, write_answer
from bayan.fetch.robots import Robots
from bayan.fetch.visits import Answer, Terms, visit

_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|\w+:feed)[\s>]", re.I)
_HEAD = 4_096
_AGAIN = (429, 503)
_TRIES = 3
_PASSING = frozenset(
    {"busy_server", "slow_end", "slow_answer", "cut_answer", "not_reached", "unknown_host", "unread_robots"}
)
_FAULT_OF_SERVER = 500
"""What may go better next time: such codes of a rejection, and such states of an answer."""
_AT_ONCE = 8
"""Hosts that are asked at the same time; of one host always one address."""


@dataclass(slots=True)
class Polled:
    """How a round went: answers that came, feeds that had not changed, pages got before, and what was not got."""

    got: int = 0
    unchanged: int = 0
    known: int = 0
    rejected: list[Rejected] = field(default_factory=list)


@dataclass(slots=True)
class _Visit:
    """An address to ask for. A listed one may be a feed; the others are pages of one."""

    address: str
    listed: bool
    tries: int = 0


def poll(
    addresses: Iterable[str],
    archive: Archive,
    *,
    terms: Terms | None = None,
    on_progress: Callable[[Polled], object] = lambda _: None,
) -> Polled:
    """Ask for feeds, and for the pages of those that carry no full texts; write what comes into the archive.

    A host is left alone between two visits, and as long as it asks for where it is busy. Its robots.txt is obeyed.
    """
    round_ = _Round(archive, terms or Terms())
    with archive.writing() as writers:
        for address in addresses:
            round_.add(_Visit(address, listed=True))
        for _ in round_.run(writers):
            on_progress(round_.polled)
    return round_.polled


class _Round:
    """Addresses by host, with the time from which each host may be asked again.

    Threads only ask; what they bring is dealt with one after the other. They end with the process, so that nobody who
    presses Ctrl-C waits for a slow server.
    """

    def __init__(self, archive: Archive, terms: Terms) -> None:
        self.polled = Polled()
        self._archive = archive
        self._terms = terms
        self._robots = Robots(lambda address: visit(address, terms, lambda _: None))
        self._waiting: dict[str, deque[_Visit]] = {}
        self._ready: dict[str, float] = {}
        self._asked: set[str] = set()
        self._brought: SimpleQueue[tuple[_Visit, str, Answer | Exception]] = SimpleQueue()
        self._pages: set[str] = set()
        self._missed: set[str] = set()
        self._feeds: list[tuple[str, Answer, list[str]]] = []

    def add(self, wanted: _Visit) -> None:
        """Put an address in the row of its host."""
        url = read_address(wanted.address)
        if url is None:
            self.polled.rejected.append(Rejected("no_address", wanted.address))
            return
        host = f"{url.scheme}://{url.netloc.decode('ascii')}"
        self._waiting.setdefault(host, deque()).append(wanted)

    def run(self, writers: Writers) -> Iterator[None]:
        """Ask hosts side by side, those first that may be asked first."""
        while self._waiting or self._asked:
            wait = self._ask_hosts()
            try:
                wanted, host, brought = self._brought.get(timeout=wait)
            except Empty:
                continue
            self._asked.remove(host)
            try:
                self._settle(wanted, host, brought, writers)
            except Rejected as rejected:
                self._reject(wanted, rejected)
            pause = max(self._terms.pace, self._robots.pause(host))
            self._ready[host] = max(self._ready.get(host, 0.0), time.monotonic() + pause)
            yield
        self._note_feeds()

    def _note_feeds(self) -> None:
        """Remember how fresh feeds are, but not those of which a page is to be asked for again."""
        for address, answer, links in self._feeds:
            if self._missed.isdisjoint(links):
                self._archive.note(address, answer)

    def _reject(self, wanted: _Visit, rejected: Rejected) -> None:
        self.polled.rejected.append(rejected)
        status = rejected.values.get("status", 0)
        if rejected.code in _PASSING or (isinstance(status, int) and status >= _FAULT_OF_SERVER):
            self._missed.add(wanted.address)

    def _ask_hosts(self) -> float | None:
        """Ask every host whose time has come; the seconds until that of another comes, None where none can."""
        now = time.monotonic()
        for host in sorted(self._waiting.keys() - self._asked, key=lambda one: self._ready.get(one, 0.0)):
            if len(self._asked) >= _AT_ONCE:
                return None
            if self._ready.get(host, 0.0) > now:
                return self._ready[host] - now
            wanted = self._waiting[host].popleft()
            if not self._waiting[host]:
                del self._waiting[host]
            self._asked.add(host)
            headers = self._archive.freshness(wanted.address) if wanted.listed else {}
            threading.Thread(target=self._ask, args=(wanted, host, headers), daemon=True).start()
        return None

    def _ask(self, wanted: _Visit, host: str, headers: dict[str, str]) -> None:
        try:
            answer: Answer | Exception = visit(wanted.address, self._terms, self._robots.check, headers=headers)
        except Exception as error:  # also what nobody expects: the round must not wait for it for ever
            answer = error
        self._brought.put((wanted, host, answer))

    def _settle(self, wanted: _Visit, host: str, answer: Answer | Exception, writers: Writers) -> None:
        if isinstance(answer, Exception):
            raise answer
        if answer.status in _AGAIN:
            self._put_off(wanted, host, answer)
        elif answer.status == 304:
            self.polled.unchanged += 1
        elif answer.status != 200:
            raise Rejected("error_status", wanted.address, status=answer.status, phrase=answer.reason)
        else:
            self._take(wanted, answer, writers)

    def _put_off(self, wanted: _Visit, host: str, answer: Answer) -> None:
        """Ask again as late as a busy server says, or later and later; not at all where that is too late."""
        wanted.tries += 1
        wait = _seconds(answer.header("retry-after"))
        wait = self._terms.pace * 2**wanted.tries if wait is None else wait
        if wanted.tries >= _TRIES or wait > self._terms.patience:
            raise Rejected("busy_server", wanted.address, status=answer.status, seconds=ceil(wait))
        self._ready[host] = time.monotonic() + wait
        self._waiting.setdefault(host, deque()).appendleft(wanted)

    def _take(self, wanted: _Visit, answer: Answer, writers: Writers) -> None:
        data = answer.unpacked(self._terms.page)
        self.polled.got += 1
        if wanted.listed and _FEED.search(data[:_HEAD]):
            links, full = read_links(data, answer.url)
            write_answer(writers.pages if full else writers.polls, answer)
            pages = [] if full else links
            self._feeds.append((wanted.address, answer, pages))
            for link in pages:
                self._add_page(link)
        else:
            write_answer(writers.pages, answer)
            if not wanted.listed:
                self._archive.note_page(wanted.address)

    def _add_page(self, address: str) -> None:
        if address in self._pages:
            return
        self._pages.add(address)
        if self._archive.has_page(address):
            self.polled.known += 1
        elif len(self._pages) > self._terms.pages:
            self.polled.rejected.append(Rejected("many_pages", address, most=self._terms.pages))
            self._missed.add(address)
        else:
            self.add(_Visit(address, listed=False))


def read_links(data: bytes, base: str) -> tuple[list[str], bool]:
    """The addresses of a feed's entries, and whether it carries the full text of each."""
    if b"<!ENTITY" in data:
        raise Rejected("own_entities", base)
    # Bytes in a stream are never taken for an address or a path.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    full = bool(feed.entries) and all(any(part.get("value") for part in one.get("content", [])) for one in feed.entries)
    found = (str(one.get("link") or "").strip() for one in feed.entries)
    return list(dict.fromkeys(urljoin(base, link) for link in found if link)), full


def _seconds(told: str | None) -> float | None:
    """The seconds of a Retry-After header: a number, or the time until a date."""
    if not told:
        return None
    if told.strip().isdigit():
        return float(told)
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    except (ValueError, TypeError):
        return None
