"""Packages: data with all that is needed to read it, to cite it and to make it again, in one zip file.

The same selection of the same store gives the same bytes, but for the date, which stands in three files: README.md,
datapackage.json and manifest.json.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bayan.export.codebook import print_codebook
from bayan.export.columns import Column, Table, choose_columns
from bayan.export.forms import FORMS, ROWS
from bayan.export.manifest import File, Made, print_descriptor, print_manifest, print_readme
from bayan.export.sink import BLOCK, Sink
from bayan.export.zipping import member
from bayan.queries import Selection, questions, snapshot
from bayan.store import Store

_PARTS = {"csv": "data/{table}.csv", "xlsx": "excel/{table}.xlsx"}
"""The forms in a package, and where they lie."""
_TOLD = {"README.md": print_readme, "datapackage.json": print_descriptor, "manifest.json": print_manifest}
Chosen = Mapping[Table, Sequence[Column]]


def package_blocks(
    store: Store,
    selection: Selection,
    tables: Iterable[Table],
    *,
    made_by: str,
    created: datetime,
    columns: Sequence[str] | None = None,
    without: Sequence[str] = (),
    lang: str = "ar",
) -> Iterator[bytes]:
    """Some tables of a selection as a package, in blocks: one state of the store, whoever writes meanwhile.

    ``columns`` and ``without`` hold for each table. ``made_by`` names the program. Raises UsageError.
    """
    chosen = {table: choose_columns(table, columns, without) for table in tables}
    return chosen_blocks(store, selection, chosen, made_by, created, lang)


def chosen_blocks(
    store: Store, selection: Selection, chosen: Chosen, made_by: str, created: datetime, lang: str
) -> Iterator[bytes]:
    """A package of tables whose columns are chosen."""
    sink = Sink()
    files: list[File] = []
    with snapshot(store) as moment, zipfile.ZipFile(sink, "w") as archive:
        for form, path in _PARTS.items():
            for table, columns in chosen.items():
                rows = _Counted(ROWS[table](moment, selection))
                blocks = FORMS[form].write(table, columns, iter(rows), lang)
                file = File(path.format(table=table), table, form)
                yield from _write(archive, sink, file, blocks)
                file.rows = rows.count
                files.append(file)
        for path, language in (("codebook.md", "en"), ("codebook-ar.md", "ar")):
            file = File(path)
            yield from _write(archive, sink, file, [print_codebook(language, chosen).encode()])
            files.append(file)
        made = Made(made_by, created, selection, chosen, questions.corpus_state(moment), files, lang)
        for path, tell in _TOLD.items():
            archive.writestr(member(path), tell(made))
    yield from sink.take()


class _Counted:
    """Rows that are counted as they go by."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for row in self._rows:
            self.count += 1
            yield row


def _write(archive: zipfile.ZipFile, sink: Sink, file: File, blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Write one file of a package, of any size, and note its size and hash."""
    digest = hashlib.sha256()
    with archive.open(member(file.path), "w", force_zip64=True) as part:
        for block in blocks:
            part.write(block)
            digest.update(block)
            file.bytes += len(block)
            yield from sink.take(BLOCK)
    file.sha256 = digest.hexdigest()
