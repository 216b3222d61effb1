"""zip and tar files → the files in them, as streams under limits. Nothing is ever written to a path of an archive."""

from __future__ import annotations

import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from bayan.errors import Rejected
from bayan.ingest.harms import find_harm
from bayan.ingest.hygiene import whole_letters
from bayan.ingest.sources import Member, Source, Terms
from bayan.ingest.streams import CHUNK, ChunkReader

_IN_MEMORY = 20_000_000
_ENCRYPTED = 0x1
_UTF8 = 0x800
_BOOK = b"application/epub+zip"
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
_NO_CONTENT = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


def spool(chunks: Iterator[bytes], limit: int, where: str) -> BinaryIO:
    """A stream as a file in which one can go back. Raises Rejected over the limit."""
    file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # closed by who reads it
    size = 0
    try:
        for chunk in chunks:
            size += len(chunk)
            if size > limit:
                raise Rejected("large_archive", where, limit=limit)
            file.write(chunk)
    except Rejected:
        file.close()
        raise
    file.seek(0)
    return cast(BinaryIO, file)


def open_zip(file: BinaryIO, where: str) -> zipfile.ZipFile:
    """A zip file. Raises Rejected: ``truncated``."""
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Rejected("damaged_zip", where, harm=find_harm(error)) from error


def refuse_book(archive: zipfile.ZipFile, where: str) -> None:
    """Raises Rejected (``format``) for an electronic book: its chapters are no articles."""
    with suppress(KeyError, *_DAMAGES), archive.open("mimetype") as stream:
        if stream.read(len(_BOOK)) == _BOOK:
            raise Rejected("other_office", where, form="EPUB")


def read_zip(archive: zipfile.ZipFile, source: Source, terms: Terms) -> Iterator[Member | Rejected]:
    """The files of a zip, in the order of its directory."""
    infos = archive.infolist()
    if len(infos) > terms.limits.members:
        raise Rejected("many_members", source.name, most=terms.limits.members)
    found = False
    for info in infos:
        if info.is_dir() or _is_hidden(info.filename):
            continue
        found = True
        inner = _inside(source, _name(info))
        if info.flag_bits & _ENCRYPTED:
            yield Rejected("encrypted", inner.name)
        elif _is_link(info):
            yield Rejected("not_regular", inner.name)
        else:
            if not source.nesting:
                terms.notes.bytes += info.compress_size
            yield Member(inner, _unzip(archive, info, inner.name, terms))
    if not found:
        yield Rejected("empty_archive", source.name)


def _unzip(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, terms: Terms) -> Iterator[bytes]:
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(CHUNK):
                terms.budget.spend(len(chunk), where)
                yield chunk
    except _DAMAGES as error:
        raise Rejected("damaged_member", where, harm=find_harm(error)) from error


def read_tar(chunks: Iterator[bytes], source: Source, terms: Terms) -> Iterator[Member | Rejected]:
    """The files of a tar, in order, as the stream goes by: each is to be read before the next is asked for."""
    found = 0
    try:
        with tarfile.open(fileobj=ChunkReader(chunks), mode="r|", bufsize=CHUNK) as archive:
            for info in archive:
                archive.members = []  # type: ignore[attr-defined]  # headers of a long stream must not fill the memory
                if info.isdir() or _is_hidden(info.name):
                    continue
                found += 1
                yield _tar_member(archive, info, _inside(source, info.name))
                if found > terms.limits.members:
                    raise Rejected("many_members", source.name, most=terms.limits.members)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise Rejected("damaged_tar", source.name, harm=find_harm(error)) from error
    if not found:
        yield Rejected("empty_archive", source.name)


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, inner: Source) -> Member | Rejected:
    stream = archive.extractfile(info) if info.isreg() and not info.issparse() else None
    if stream is None:
        return Rejected("not_regular", inner.name)
    return Member(inner, _read_member(stream, inner.name))


def _read_member(stream: IO[bytes], where: str) -> Iterator[bytes]:
    try:
        while chunk := stream.read(CHUNK):
            yield chunk
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise Rejected("damaged_member", where, harm=find_harm(error)) from error


def _inside(source: Source, name: str) -> Source:
    """The source of a file in an archive; its folder there suggests the outlet, as a folder on disk does."""
    name = whole_letters(name)
    path = PurePosixPath(name.replace("\\", "/"))
    folder = path.parent.name.strip()
    outlet = source.outlet if folder in ("", "..") else folder
    return source.inside(f"{source.name}:{name}", outlet, path.name)


def _name(info: zipfile.ZipInfo) -> str:
    """The name of an entry; old programs store UTF-8 without saying so."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode()
    except UnicodeError:
        return info.filename


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part in _NO_CONTENT or (part.startswith(".") and part not in (".", "..")) for part in parts)


def _is_link(info: zipfile.ZipInfo) -> bool:
    """Whether the mode that Unix programs store says that an entry is a link, a pipe or a device."""
    kind = (info.external_attr >> 16) & 0o170000
    return info.create_system == 3 and kind not in (0, 0o100000, 0o040000)
