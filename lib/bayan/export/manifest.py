"""What a package says of itself: for people, for programs (Data Package of Frictionless Data), and to make it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from bayan.export.codebook import load_codebook, tell_meaning
from bayan.export.columns import Column, Table, Value
from bayan.queries import Selection, print_selection, rows

_TYPES: dict[Value, dict[str, str]] = {
    "text": {"type": "string"},
    "link": {"type": "string"},
    "day": {"type": "date"},
    "time": {"type": "datetime", "format": "any"},
    "number": {"type": "integer"},
    "share": {"type": "number"},
    "truth": {"type": "boolean"},
    "list": {"type": "string"},
}
"""What columns hold, in the words of Table Schema. A list is a text in CSV; addresses may hold Arabic, URIs may not."""
_DIGITS = 12


@dataclass(slots=True)
class File:
    """A file of a package. ``table`` and ``form`` are None for one that explains, the rest follows its writing."""

    path: str
    table: Table | None = None
    form: str | None = None
    rows: int | None = None
    bytes: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """How a package was made."""

    made_by: str
    created: datetime
    selection: Selection
    chosen: Mapping[Table, Sequence[Column]]
    corpus: rows.CorpusState
    files: Sequence[File]
    lang: str

    @property
    def data(self) -> list[File]:
        """The files that programs read."""
        return [file for file in self.files if file.form == "csv"]

    @property
    def day(self) -> str:
        return self.created.date().isoformat()


_FLAGS = ("diplomatic", "originals")
"""Filters that are options without a value."""


def tell_command(made: Made) -> str:
    """The command that makes the package."""
    options = [f"--table {table}" for table in made.chosen]
    for name, value in print_selection(made.selection).items():
        options.append(f"--{name}" if name in _FLAGS else f"--{name} {_quoted(value)}")
    return " ".join(["bayan package FILE.zip", *options])


def _quoted(value: str) -> str:
    plain = all(letter.isalnum() or letter in "-_.,~" for letter in value) and not value.startswith("~")
    return value if plain else "'" + value.replace("'", "'\\''") + "'"


def tell_selection(selection: Selection) -> str:
    """The filters by their words."""
    words = print_selection(selection)
    return ", ".join(f"{name}={value}" for name, value in words.items()) or "none"


def tell_citation(made: Made) -> str:
    """How the package is cited."""
    counted = ", ".join(f"{file.rows:,} {file.table}" for file in made.data)
    return (
        f"{made.made_by}: {counted}; filters: {tell_selection(made.selection)}; corpus of {made.corpus.articles:,} "
        f"articles ({made.corpus.sha256[:_DIGITS]}), {_engines(made.corpus)}. Made {made.day}."
    )


def _engines(corpus: rows.CorpusState) -> str:
    told = [f"engine {name} ({count:,} articles)" for name, count in corpus.extractors.items()]
    told += [f"not annotated ({corpus.unread:,} articles)"] if corpus.unread else []
    told += [f"{corpus.corrections:,} corrections of statements"] if corpus.corrections else []
    told += [f"{corpus.decisions:,} decisions about actors"] if corpus.decisions else []
    return ", ".join(told)


def print_readme(made: Made) -> bytes:
    """What the package is, in both languages."""
    files = "\n".join(
        f"| `{file.path}` | {'' if file.rows is None else f'{file.rows:,} rows, '}{file.bytes:,} bytes |"
        for file in made.files
    )
    values = {
        "cite": tell_citation(made),
        "files": files,
        "selection": f"`{tell_selection(made.selection)}`",
        "articles": f"{made.corpus.articles:,}",
        "sha256": made.corpus.sha256,
        "engines": _engines(made.corpus),
        "made_by": made.made_by,
        "created": made.day,
        "table": next(iter(made.chosen)),
        "command": tell_command(made),
    }
    texts: Mapping[str, str] = load_codebook()["package"]
    return "\n".join(text.format(**values) for text in texts.values()).encode()


def print_descriptor(made: Made) -> bytes:
    """datapackage.json: the tables and their columns for programs."""
    corpus = made.corpus
    return _json(
        {
            "profile": "tabular-data-package",
            "name": f"bayan-{'-'.join(made.chosen)}",
            "title": f"Bayan: {', '.join(made.chosen)}",
            "description": tell_citation(made),
            "created": made.created.isoformat(),
            "sources": [{"title": f"corpus of {corpus.articles} articles, SHA-256 {corpus.sha256}"}],
            "resources": [_resource(file, made.chosen[file.table]) for file in made.data if file.table],
        }
    )


def _resource(file: File, columns: Sequence[Column]) -> dict[str, Any]:
    table = file.table
    assert table is not None
    fields = [
        {"name": column.name, **_TYPES[column.value], "description": tell_meaning(table, column.name)}
        for column in columns
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": file.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"delimiter": ",", "doubleQuote": True, "lineTerminator": "\r\n"},
        "schema": {"fields": fields, "missingValues": [""]},
    }


def print_manifest(made: Made) -> bytes:
    """manifest.json: all that the package was made from, so that it can be made again."""
    corpus = made.corpus
    return _json(
        {
            "made_by": made.made_by,
            "created": made.created.isoformat(),
            "cite": tell_citation(made),
            "command": tell_command(made),
            "selection": print_selection(made.selection),
            "lang": made.lang,
            "tables": {table: [column.name for column in columns] for table, columns in made.chosen.items()},
            "corpus": {"articles": corpus.articles, "sha256": corpus.sha256},
            "extractors": dict(corpus.extractors),
            "not_annotated": corpus.unread,
            "reviewed": {"corrections": corpus.corrections, "decisions": corpus.decisions},
            "files": {
                file.path: {"rows": file.rows, "bytes": file.bytes, "sha256": file.sha256} for file in made.files
            },
        }
    )


def _json(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
