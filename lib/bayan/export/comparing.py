"""Packages made again and compared."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bayan.errors import BadSelection, UsageError
from bayan.export.columns import TABLES, choose_columns
from bayan.export.package import chosen_blocks
from bayan.queries import parse_selection
from bayan.store import Store

_PIECE = 1 << 20
_STATED = ("made_by", "selection", "tables", "corpus", "extractors", "not_annotated", "reviewed")
"""What two manifests must agree on before the files can."""


def remade_blocks(store: Store, package: Path, *, made_by: str, created: datetime) -> Iterator[bytes]:
    """The package that its own manifest describes, made anew from a store. Raises UsageError."""
    manifest = _read_manifest(package)
    try:
        selection = parse_selection({name: [text] for name, text in manifest["selection"].items()})
        columns = {
            table: choose_columns(table, manifest["tables"][table]) for table in TABLES if table in manifest["tables"]
        }
        return chosen_blocks(store, selection, columns, made_by, created, manifest["lang"])
    except (AttributeError, KeyError, TypeError, BadSelection) as error:
        raise UsageError(f"{package}: its manifest cannot be read ({error}); make the package anew.") from None


def compare_packages(one: Path, other: Path) -> list[str]:
    """What differs between two packages, one sentence each; their dates do not count. Raises UsageError."""
    first, second = _read_manifest(one), _read_manifest(other)
    found = [
        f"{name}: {_short(first.get(name))} against {_short(second.get(name))}"
        for name in _STATED
        if first.get(name) != second.get(name)
    ]
    with zipfile.ZipFile(one) as left, zipfile.ZipFile(other) as right:
        for path in sorted({*first["files"], *second["files"]}):
            if path not in left.namelist() or path not in right.namelist():
                found.append(f"{path}: only one of the packages has it")
            elif _hash(left, path) != _hash(right, path):
                rows = [manifest["files"].get(path, {}).get("rows") for manifest in (first, second)]
                found.append(
                    f"{path}: other bytes" + ("" if rows[0] is None else f" ({rows[0]} rows against {rows[1]})")
                )
    return found


def _read_manifest(package: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(package) as archive:
            manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
    except (KeyError, ValueError, zipfile.BadZipFile):
        raise UsageError(f"{package}: this is no package of Bayan; make one with `bayan package FILE.zip`.") from None
    return manifest


def _hash(archive: zipfile.ZipFile, path: str) -> str:
    digest = hashlib.sha256()
    with archive.open(path) as part:
        while piece := part.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _short(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
