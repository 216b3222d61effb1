"""Ingest: bytes go in; articles come out, and a named rejection for everything that is not taken.

- ``read(path, *, outlet=None, limits=None, notes=None, …)``: every ``Article`` of a file, a folder or standard input
  (``-``), with a ``Rejected`` in the place of what is not taken: pages of HTML and text, feeds, JSON, tables,
  workbooks, crawls, and archives of these.
- ``find_files(path)`` and ``read_file(file, …)``: the same in two steps, for who keeps a place in each file.
- ``split_lines``, ``parse_line`` and ``exact_article``: JSON lines with texts letter for letter, for extraction in
  streams.
- ``Limits``: what a file may cost. ``Notes``: fields that nobody reads and repairs, counted.
"""

from bayan.ingest.fields import exact_article
from bayan.ingest.files import File, find_files
from bayan.ingest.limits import Limits, Notes
from bayan.ingest.lines import parse_line
from bayan.ingest.read import STANDARD_INPUT, read, read_file
from bayan.ingest.streams import split_lines

__all__ = [
    "STANDARD_INPUT",
    "File",
    "Limits",
    "Notes",
    "exact_article",
    "find_files",
    "parse_line",
    "read",
    "read_file",
    "split_lines",
]
