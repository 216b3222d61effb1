"""The tab-separated files of actors: rows with their line numbers, each checked by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bayan.errors import BadData
from bayan.records import Actor, SpeakerKind, Tenure

ACTOR_COLUMNS = (
    "id", "kind", "name_ar", "aliases", "contextual", "capitals", "name_en", "principal", "wikidata", "source",
)  # fmt: skip
TENURE_COLUMNS = ("actor_id", "role_ar", "role_en", "body", "since", "until", "source")
NATIONALITY_COLUMNS = ("actor_id", "adjectives")
SURROUNDING_COLUMNS = ("actor_id", "spoken_of", "words")

KINDS = tuple(kind for kind in SpeakerKind if kind is not SpeakerKind.UNNAMED)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with its place for messages."""

    where: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several, separated by a bar."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())


def read_header(path: Path) -> tuple[str, ...]:
    """The column names of a table. Raises BadData."""
    return _lines(path)[0]


def read_table(path: Path, columns: Sequence[str], problems: list[str]) -> Iterator[Row]:
    """The rows of a table; a row that is too short or too long is told in ``problems`` and left out.

    Columns may stand in any order; of the known ones only those that a row needs must be there. Raises BadData for a
    file that cannot be read or has unknown or missing columns.
    """
    header, *lines = _lines(path)
    unknown = [name for name in header if name not in columns]
    missing = [name for name in columns[:2] if name not in header]
    if unknown or missing:
        what = f"unknown column {unknown[0]!r}" if unknown else f"no column {missing[0]!r}"
        raise BadData(f"{path.name}, line 1: {what}; the columns are {', '.join(columns)}.")
    for number, cells in enumerate(lines, start=2):
        where = f"{path.name}, line {number}"
        if cells == ("",):
            continue
        if len(cells) != len(header):
            problems.append(f"{where}: {len(cells)} cells instead of {len(header)}; separate cells by one tab.")
            continue
        yield Row(where, dict.fromkeys(columns, "") | dict(zip(header, cells, strict=True)))


def read_actor(row: Row) -> Actor:
    """One actor, without tenures. Raises BadData naming file, line, reason and fix."""
    if not _ID.fullmatch(row["id"]):
        raise BadData(f"{row.where}: {row['id']!r} is no id; write lower-case Latin letters, digits and hyphens.")
    if row["kind"] not in KINDS:
        raise BadData(f"{row.where}: {row['kind']!r} is no kind of actor; write one of {', '.join(KINDS)}.")
    if not row["name_ar"]:
        raise BadData(f"{row.where}: {row['id']} has no Arabic name; fill name_ar.")
    if row["wikidata"] and not _WIKIDATA.fullmatch(row["wikidata"]):
        raise BadData(f"{row.where}: {row['wikidata']!r} is no Wikidata id; write it as Q4712 or leave it empty.")
    return Actor(
        id=row["id"],
        kind=SpeakerKind(row["kind"]),
        name_ar=row["name_ar"],
        name_en=row["name_en"],
        aliases=row.many("aliases"),
        contextual=row.many("contextual"),
        capitals=row.many("capitals"),
        principal=row["principal"] or None,
        wikidata=row["wikidata"] or None,
    )


def read_tenure(row: Row) -> Tenure:
    """One tenure. Raises BadData naming file, line, reason and fix."""
    if not row["role_ar"]:
        raise BadData(f"{row.where}: the tenure of {row['actor_id']} names no office; fill role_ar.")
    for column in ("since", "until"):
        if row[column] and not _DAY.fullmatch(row[column]):
            raise BadData(f"{row.where}: {column} {row[column]!r} is no date; write 2020-07-08, 2020-07 or 2020.")
    since, until = row["since"], row["until"]
    if since and until and since[: len(until)] > until[: len(since)]:
        raise BadData(f"{row.where}: the tenure ends ({until}) before it begins ({since}); correct one of them.")
    return Tenure(row["role_ar"], row["role_en"], row["body"] or None, since or None, until or None, row["source"])


def _lines(path: Path) -> list[tuple[str, ...]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadData(f"{path}: the file is missing; give the path of a table of actors.") from None
    except (UnicodeDecodeError, OSError):
        raise BadData(f"{path}: the file cannot be read as UTF-8 text; save it as UTF-8.") from None
    lines = [tuple(cell.strip() for cell in line.split("\t")) for line in text.split("\n")]
    if lines[-1] == ("",):
        lines.pop()
    if not lines:
        raise BadData(f"{path}: the file is empty; its first line must name the columns.")
    return lines
