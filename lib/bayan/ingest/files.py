"""Paths → files: folders walked in order, nothing but regular files, no link out of the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bayan.errors import Rejected, UsageError
from bayan.ingest.hygiene import whole_letters


class File(NamedTuple):
    """A file to read. Reports and ``source`` call it ``name``; ``outlet`` is what its place suggests."""

    path: Path
    name: str
    outlet: str


def find_files(path: Path) -> Iterator[File | Rejected]:
    """The file itself, or every file below a folder, by name. Raises UsageError where there is nothing.

    Hidden files are left out; links that leave the folder, pipes and devices are rejected.
    """
    if not path.exists():
        raise UsageError(f"{path}: there is no such file or folder.")
    if not path.is_dir():
        yield File(path, whole_letters(path.name), whole_letters(_stem(path)))
        return
    root = path.resolve()
    found = False
    for entry in _walk(path):
        found = True
        name = whole_letters(str(Path(root.name, entry.relative_to(path))))
        if entry.is_symlink() and not entry.resolve().is_relative_to(root):
            yield Rejected("outside_link", name)
        elif not entry.is_file():
            yield Rejected("not_regular", name)
        else:
            yield File(entry, name, whole_letters(entry.parent.resolve().name))
    if not found:
        yield Rejected("empty_folder", whole_letters(root.name))


def _walk(folder: Path) -> Iterator[Path]:
    """Every entry below a folder that is no folder, in the order of names. Links to folders count as entries."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise UsageError(f"{folder}: the folder cannot be read ({error.strerror}).") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _stem(path: Path) -> str:
    """The name without what tells the format: ``a.jsonl.gz`` is ``a``."""
    return path.name.split(".")[0] or path.name
