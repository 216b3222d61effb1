"""What was fetched, as WARC files in a folder, and beside them what servers said of its freshness.

A file is written under another name until it is whole. The state is written after the articles are stored: who is
stopped in between asks once more, and nothing is lost.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bayan.errors import UsageError
from bayan.fetch.visits import Answer

_STATE = "state.json"
_PAGES, _POLLS, _PART = "pages-", "polls-", ".part"
_ENDING = ".warc.gz"
_OF_THE_WAY = frozenset({"transfer-encoding", "connection", "keep-alive"})


class Writers(NamedTuple):
    """Where answers go: those that hold articles, and feeds that only lead to them."""

    pages: WARCWriter
    polls: WARCWriter


class Archive:
    """A folder of what was fetched."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            told = (folder / _STATE).read_text(encoding="utf-8") if (folder / _STATE).exists() else "{}"
            self._state: dict[str, Any] = {"fresh": {}, "read": [], "pages": {}, **json.loads(told)}
        except (OSError, ValueError) as error:
            cause = error.strerror if isinstance(error, OSError) else "its state.json is no JSON"
            raise UsageError(f"{folder}: this folder cannot be used ({cause}); name another with --to.") from None

    def freshness(self, url: str) -> dict[str, str]:
        """The headers that ask for an address only if it has changed."""
        found: dict[str, str] = self._state["fresh"].get(url, {})
        return dict(found)

    def has_page(self, url: str) -> bool:
        """Whether a page was got before: an article is asked for once."""
        return url in self._state["pages"]

    def note(self, url: str, answer: Answer) -> None:
        """Remember what a server said of a feed's freshness."""
        names = {"If-None-Match": answer.header("etag"), "If-Modified-Since": answer.header("last-modified")}
        self._state["fresh"][url] = {name: value for name, value in names.items() if value}

    def note_page(self, url: str) -> None:
        """Remember that a page was got."""
        self._state["pages"][url] = datetime.now(UTC).date().isoformat()

    @contextmanager
    def writing(self) -> Iterator[Writers]:
        """Two files for this run; they get their names when it is over, whatever ended it."""
        self._name_parts()
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        paths = [self._folder / f"{kind}{moment}{_ENDING}{_PART}" for kind in (_PAGES, _POLLS)]
        try:
            with paths[0].open("xb") as pages, paths[1].open("xb") as polls:
                yield Writers(WARCWriter(pages, gzip=True), WARCWriter(polls, gzip=True))
        finally:
            self._name_parts()

    def _name_parts(self) -> None:
        """Give files their names, those of a run that was killed too; one that nothing was written to goes."""
        for path in sorted(self._folder.glob(f"*{_ENDING}{_PART}")):
            if path.stat().st_size:
                path.replace(path.with_suffix(""))
            else:
                path.unlink()

    def unread(self) -> list[Path]:
        """The files with articles that have not been read yet, in order."""
        done = set(self._state["read"])
        return [path for path in sorted(self._folder.glob(f"{_PAGES}*{_ENDING}")) if path.name not in done]

    def save(self, read: list[Path]) -> None:
        """Write the state: these files have been read, and what servers said holds."""
        self._state["read"] = sorted({*self._state["read"], *(path.name for path in read)})
        started = self._folder / f"{_STATE}{_PART}"
        started.write_text(json.dumps(self._state, ensure_ascii=False, indent=1), encoding="utf-8")
        started.replace(self._folder / _STATE)


def write_answer(writer: WARCWriter, answer: Answer) -> None:
    """Write what a server sent as one record."""
    headers = [(name, value) for name, value in answer.headers if name.lower() not in _OF_THE_WAY]
    head = StatusAndHeaders(f"{answer.status} {answer.reason}", headers, protocol="HTTP/1.1")
    record = writer.create_warc_record(
        answer.url, "response", payload=io.BytesIO(answer.data), length=len(answer.data), http_headers=head
    )
    writer.write_record(record)
    writer.out.flush()
