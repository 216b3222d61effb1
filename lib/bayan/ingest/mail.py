"""Pages that a browser saved in one file (MHTML) and mails → the page or text among their parts.

Parts are cut out one at a time: the parser of ``email`` would keep each line of a file, and parts that lie in one
another a thousand deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from typing import Literal, NamedTuple

from bayan.errors import Rejected
from bayan.ingest.addresses import safe_address
from bayan.ingest.limits import Limits

Form = Literal["html", "text"]

_BLANK = re.compile(rb"(?:\A|\n)\r?\n")
_HEADER = re.compile(rb"([!-9;-~]{1,76}):|[ \t]")
_OF_PARTS = re.compile(rb"content-type:\s*multipart/", re.I)
_USED = re.compile(rb"(?im)^(?:snapshot-)?content-[a-z-]+:.*(?:\n[ \t].*)*\n?")
_SENDER, _SENT = {b"from", b"subject"}, {b"date", b"to", b"message-id", b"received"}
_MBOX = b"From "
_LONGEST_HEAD = 64_000
_LONGEST_USED = 4_000
_LONGEST_CODE = 3  # bytes that stand for one in quoted-printable, the longest way to write a part
_DEEPEST = 10
_MOST_PARTS = 2_000
_FORMS: dict[str, Form] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}


class Letter(NamedTuple):
    """What is read of a file: a page or a text, the address that it was saved from, and whether it is cut."""

    form: Form
    data: bytes
    address: str | None
    is_cut: bool


class _Part(NamedTuple):
    """A part as it stands, with what its headers say."""

    head: Message
    body: bytes
    is_cut: bool

    @property
    def form(self) -> Form | None:
        attached = self.head.get_content_disposition() == "attachment"
        return None if attached else _FORMS.get(self.head.get_content_type())

    def address(self, name: str) -> str | None:
        return safe_address(str(self.head.get(name, "")))

    def decoded(self, where: str, limit: int) -> bytes:
        """What the part holds. Raises Rejected (``too-large``) over the limit."""
        body = self.body
        if str(self.head.get("content-transfer-encoding", "")).strip().lower() == "base64":
            body = body.translate(None, b"\r\n")
        if len(body) <= limit * _LONGEST_CODE:
            self.head.set_payload(body.decode("ascii", "surrogateescape"))
            data = self.head.get_payload(decode=True)
            if isinstance(data, bytes) and len(data) <= limit:
                return data
        raise Rejected("large_page", where, limit=limit)


def is_mail(head: bytes) -> bool:
    """Whether a file begins with the headers of a mail, as MHTML does."""
    lines = _split(head)[0].rstrip().splitlines()
    found = [_HEADER.match(line) for line in lines]
    if not all(found):
        return False
    names = {(match[1] or b"").lower() for match in found if match}
    sent = names >= _SENDER and not names.isdisjoint(_SENT)
    return b"mime-version" in names or sent or any(map(_OF_PARTS.match, lines))


def refuse_mails(head: bytes, where: str) -> None:
    """Raises Rejected (``format``) for a file of many mails."""
    if head.startswith(_MBOX) and is_mail(head.partition(b"\n")[2]):
        raise Rejected("other_format", where, form="mbox")


def read_mail(data: bytes, where: str, limits: Limits) -> Letter:
    """The first page of HTML in a file, else the first plain text; what is attached is neither.

    Raises Rejected: ``no-text``, ``too-large``.
    """
    found: dict[Form, _Part] = {}
    saved = _described(_split(data)[0]).get("snapshot-content-location")
    for part in _parts(data, where, iter(range(_MOST_PARTS))):
        if part.form:
            found.setdefault(part.form, part)
        if "html" in found:
            break
    if not found:
        raise Rejected("no_text", where)
    form: Form = "html" if "html" in found else "text"
    part = found[form]
    address = part.address("content-location") or safe_address(str(saved or ""))
    return Letter(form, part.decoded(where, limits.page), address, part.is_cut)


def _parts(data: bytes, where: str, places: Iterator[int], *, is_open: bool = True, depth: int = 0) -> Iterator[_Part]:
    """Every part that holds no others, in order, while there are ``places`` for them.

    One that ``is_open`` goes on to where the file ends or is cut.
    """
    if next(places, None) is None:
        raise Rejected("many_members", where, most=_MOST_PARTS)
    head, body = _split(data)
    described = _described(head)
    if described.get_content_maintype() != "multipart":
        yield _Part(described, body, is_open and depth > 0)
        return
    if depth == _DEEPEST:
        raise Rejected("deep_parts", where, most=_DEEPEST)
    for piece, is_last in _pieces(body, described.get_boundary("")):
        yield from _parts(piece, where, places, is_open=is_open and is_last, depth=depth + 1)


def _pieces(body: bytes, boundary: str) -> Iterator[tuple[bytes, bool]]:
    """What stands between the boundaries, and whether no boundary follows."""
    if not boundary:
        return
    sign = re.compile(rb"(?m)^--%s(--)?[ \t]*\r?(?:\n|\Z)" % re.escape(boundary.encode("ascii", "surrogateescape")))
    start: int | None = None
    for found in sign.finditer(body):
        if start is not None:
            yield body[start : found.start()], False
        start = None if found[1] else found.end()
        if start is None:
            return
    if start is not None:
        yield body[start:], True


def _split(data: bytes) -> tuple[bytes, bytes]:
    """The headers and what they stand above."""
    found = _BLANK.search(data)
    return (data[: found.start() + 1], data[found.end() :]) if found else (data, b"")


def _described(head: bytes) -> Message:
    """The headers that tell what a part is; none where these are no headers, or longer than any are."""
    used = b"".join(line.rstrip(b"\n") + b"\n" for line in _USED.findall(head[:_LONGEST_HEAD]))
    try:
        message = BytesHeaderParser(policy=compat32).parsebytes(used if len(used) <= _LONGEST_USED else b"")
        message.get_content_type(), message.get_boundary(), message.get_content_disposition()
    except Exception:  # what others wrote ends in errors of many types
        return Message()
    return message
